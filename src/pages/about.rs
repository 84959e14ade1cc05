//! `/about`: what the site is, what it knows and from where, what is still to come.

use domain::wire::{About, Figure};
use leptos::prelude::*;

use crate::{
    backend::backend,
    head::{self, HeadContent},
    routes,
    text::about as words,
    ui::loaded,
};

/// About the site and its data.
#[component]
pub fn AboutPage() -> impl IntoView {
    head::set(HeadContent { description: Some(words::WHAT.into()), ..HeadContent::titled(words::TITLE) });
    let backend = backend();
    let about = Resource::new(|| (), move |()| backend.0.about());
    view! {
        <h1 tabindex="-1">{words::TITLE}</h1>
        <p class="lead">{words::WHAT}</p>
        {coming()}
        {loaded(about, data)}
        {paragraphs("privacy", words::PRIVACY, &words::PRIVACY_TEXT)}
        {paragraphs("access", words::ACCESS, &words::ACCESS_TEXT)}
    }
    .into_any()
}

fn data(about: About) -> AnyView {
    let counts = [
        (words::DATE, about.data_date.to_string()),
        (words::ITEMS, about.counts.items.to_string()),
        (words::PUBLICATIONS, about.counts.publications.to_string()),
        (words::REGIONS, about.counts.regions.to_string()),
        (words::PLACES, about.counts.places.to_string()),
        (words::SOURCES, about.sources.join("；")),
        (words::CHECKSUM, about.checksum.chars().take(16).collect()),
    ];
    let rows = counts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| view! { <div class="rows__row"><dt>{name}</dt><dd>{value}</dd></div> }.into_any())
        .collect::<Vec<_>>();
    let sample = about.sample.then(|| view! { <p class="notice" data-variant="sample">{words::SAMPLE}</p> });
    view! {
        <section class="part" id="data">
            <h2>{words::DATA}</h2>
            {sample}
            <dl class="rows">{rows}</dl>
        </section>
        {figures(about.figures)}
    }
    .into_any()
}

fn figures(figures: Vec<Figure>) -> AnyView {
    if figures.is_empty() {
        return ().into_any();
    }
    let columns = words::FIGURE_COLUMNS.map(|name| view! { <th scope="col">{name}</th> });
    let rows = figures
        .into_iter()
        .map(|figure| {
            view! {
                <tr>
                    <th scope="row">{figure.label}</th>
                    <td class="table__number">{figure.value}" "{figure.unit}</td>
                    <td>{figure.as_of}</td>
                    <td>{figure.source}</td>
                </tr>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! {
        <section class="part" id="figures">
            <h2>{words::FIGURES}</h2>
            <p>{words::FIGURES_WHY}</p>
            <div class="table" role="region" aria-label=words::FIGURES tabindex="0">
                <table><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>
            </div>
        </section>
    }
    .into_any()
}

/// What is not built yet, and what helps today.
fn coming() -> AnyView {
    let parts = words::THREE
        .iter()
        .map(|part| {
            let searches = part
                .searches
                .iter()
                .map(|(label, words)| view! { <li><a href=routes::search(words)>{*label}</a></li> }.into_any())
                .collect::<Vec<_>>();
            let searches = (!searches.is_empty()).then(|| view! { <ul class="links">{searches}</ul> });
            view! {
                <section id=part.id>
                    <h3>{part.name}</h3>
                    <p>{part.text}</p>
                    <p>{part.today}</p>
                    {searches}
                </section>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! {
        <section class="part" id="coming">
            <h2>{words::COMING}</h2>
            <p>{words::COMING_WHY}</p>
            {parts}
        </section>
    }
    .into_any()
}

fn paragraphs(id: &'static str, title: &'static str, texts: &'static [&'static str]) -> AnyView {
    let texts = texts.iter().map(|text| view! { <li>{*text}</li> }.into_any()).collect::<Vec<_>>();
    view! { <section class="part" id=id><h2>{title}</h2><ul class="plain">{texts}</ul></section> }.into_any()
}
