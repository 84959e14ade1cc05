//! 办理地点: where to go, when, and whom to call.

use domain::{place::Place, wire::GuideDetail};

use super::section::Section;
use crate::{
    components::hits::sample_tag,
    text::{amounts, guide as words},
    ui::{Node, el, link, para, rows},
};

/// Places, phones and charges.
pub fn places(detail: &GuideDetail) -> Section {
    let publication = detail.publication.as_ref();
    let places = publication.map(|publication| publication.places.as_slice()).unwrap_or_default();
    let mut body: Vec<Node> = match places {
        [] if publication.is_none() => vec![para("unpublished", words::PICK_FOR_PLACES).into()],
        [] => vec![para("unpublished", words::NO_PLACES).into()],
        places => places.iter().map(place).collect(),
    };
    if let Some(publication) = publication {
        let said_already = places.iter().any(|place| place.phones == publication.phones);
        body.push(phone_line(words::CONSULT, if said_already { &[] } else { &publication.phones }));
        body.push(phone_line(words::COMPLAIN, &publication.complain_phones));
    }
    body.push(charges(detail));
    Section::new("places", words::PLACES, body)
}

fn place(place: &Place) -> Node {
    let facts = [(words::ADDRESS, &place.address), (words::WINDOW, &place.window), (words::HOURS, &place.hours)];
    let facts = facts.into_iter().filter_map(|(name, value)| Some((name.into(), value.clone()?.into())));
    let mut name = el("p").child(el("strong").text(place.name.clone()));
    if place.sample {
        name = name.text(" ").child(sample_tag());
    }
    el("div").class("place").child(name).child(rows(facts)).child(phone_line(words::PHONE, &place.phones)).into()
}

/// Phones that can be tapped.
fn phone_line(name: &'static str, phones: &[String]) -> Node {
    if phones.is_empty() {
        return Node::nothing();
    }
    let mut line = el("p").text(name);
    for phone in phones {
        let number: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        line = line.text(" ").child(link(format!("tel:{number}"), phone.clone()).class("phone"));
    }
    line.into()
}

/// Every charge with its standard and reduction.
fn charges(detail: &GuideDetail) -> Node {
    let Some(fee) = detail.fee.as_ref().filter(|fee| fee.charged && !fee.rows.is_empty()) else {
        return Node::nothing();
    };
    let charges = fee.rows.iter().map(|row| {
        let notes = [row.reduction.as_deref().map(words::reduction), row.basis.as_deref().map(words::charge_basis)];
        let mut value: Vec<Node> = vec![amounts::charge(row).into()];
        value.extend(notes.into_iter().flatten().map(|note| para("small", note).into()));
        (row.name.clone().into(), value.into())
    });
    vec![el("h3").text(words::CHARGES).into(), rows(charges)].into()
}
