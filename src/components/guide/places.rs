//! 办理地点: where to go, when, and whom to call.

use domain::{place::Place, wire::GuideDetail};
use leptos::prelude::*;

use super::section::Section;
use crate::text::{amounts, guide as words, site};

/// Places, phones and charges.
pub fn places(detail: &GuideDetail) -> Section {
    let publication = detail.publication.as_ref();
    let places = publication.map(|publication| publication.places.as_slice()).unwrap_or_default();
    let shown = if places.is_empty() {
        view! { <p class="unpublished">{words::NO_PLACES}</p> }.into_any()
    } else {
        places.iter().map(place).collect::<Vec<_>>().into_any()
    };
    let said_already = publication.is_some_and(|it| places.iter().any(|place| place.phones == it.phones));
    let phones = publication.map(|publication| {
        [
            phone_line(words::CONSULT, if said_already { &[] } else { &publication.phones }),
            phone_line(words::COMPLAIN, &publication.complain_phones),
        ]
    });
    Section::new("places", words::PLACES, view! { {shown} {phones} {charges(detail)} })
}

fn place(place: &Place) -> AnyView {
    let row = |name: &'static str, value: &Option<String>| {
        value.clone().map(|value| view! { <div class="rows__row"><dt>{name}</dt><dd>{value}</dd></div> }.into_any())
    };
    let rows: Vec<_> =
        [row(words::ADDRESS, &place.address), row(words::WINDOW, &place.window), row(words::HOURS, &place.hours)]
            .into_iter()
            .flatten()
            .collect();
    let sample = place.sample.then(|| view! { " "<span class="tag">{site::SAMPLE}</span> });
    view! {
        <div class="place">
            <p class="place__name"><strong>{place.name.clone()}</strong>{sample}</p>
            <dl class="rows">{rows}</dl>
            {phone_line(words::PHONE, &place.phones)}
        </div>
    }
    .into_any()
}

/// Phones that can be tapped.
fn phone_line(name: &'static str, phones: &[String]) -> AnyView {
    if phones.is_empty() {
        return ().into_any();
    }
    let links = phones
        .iter()
        .map(|phone| {
            let number: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            view! { <a class="phone" href=format!("tel:{number}")>{phone.clone()}</a>" " }.into_any()
        })
        .collect::<Vec<_>>();
    view! { <p>{name}" "{links}</p> }.into_any()
}

/// Every charge with its standard and reduction.
fn charges(detail: &GuideDetail) -> AnyView {
    let Some(fee) = detail.fee.as_ref().filter(|fee| fee.charged && !fee.rows.is_empty()) else {
        return ().into_any();
    };
    let rows = fee
        .rows
        .iter()
        .map(|row| {
            let notes = [row.reduction.as_deref().map(words::reduction), row.basis.as_deref().map(words::charge_basis)];
            let notes = notes.into_iter().flatten().map(|note| view! { <p class="small">{note}</p> }.into_any());
            view! { <div class="rows__row"><dt>{row.name.clone()}</dt><dd>{amounts::charge(row)}{notes.collect::<Vec<_>>()}</dd></div> }
                .into_any()
        })
        .collect::<Vec<_>>();
    view! { <h3>{words::CHARGES}</h3><dl class="rows">{rows}</dl> }.into_any()
}
