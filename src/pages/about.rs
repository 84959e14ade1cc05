//! `/about`: what the site is, what it knows and from where, what is still to come.

use domain::wire::{About, Figure};
use leptos::prelude::*;

use crate::{
    backend::backend,
    components::phone::pack,
    head::{self, HeadContent},
    json, routes,
    text::{about as words, phone},
    ui::{IntoNode, Node, el, link, list, loaded, para, rows},
};

/// About the site and its data.
#[component]
pub fn AboutPage() -> impl IntoView {
    head::set(HeadContent { description: Some(words::WHAT.into()), ..HeadContent::titled(words::TITLE) });
    let backend = backend();
    let about = json::data(|| (), move |()| backend.0.about());
    let top =
        vec![el("h1").attr("tabindex", "-1").text(words::TITLE).into(), para("lead", words::WHAT).into(), coming()];
    let end = vec![
        part("phone", phone::TITLE).child(para("", phone::WHAT)).child(pack()).into(),
        part("privacy", words::PRIVACY).child(points(&words::PRIVACY_TEXT)).into(),
        part("access", words::ACCESS).child(points(&words::ACCESS_TEXT)).into(),
    ];
    view! {
        {Node::from(top).view()}
        {loaded(about, data)}
        {Node::from(end).view()}
    }
    .node()
}

fn part(id: &'static str, title: &'static str) -> crate::ui::node::Element {
    el("section").class("part").id(id).child(el("h2").text(title))
}

fn points(texts: &'static [&'static str]) -> Node {
    list("plain", texts.iter().map(|text| Node::from(*text))).into()
}

fn data(about: About) -> Node {
    let facts = [
        (words::DATE, about.data_date.to_string()),
        (words::ITEMS, about.counts.items.to_string()),
        (words::PUBLICATIONS, about.counts.publications.to_string()),
        (words::REGIONS, about.counts.regions.to_string()),
        (words::PLACES, about.counts.places.to_string()),
        (words::SOURCES, about.sources.join("；")),
        (words::CHECKSUM, about.checksum.chars().take(16).collect()),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let facts = rows(facts.map(|(name, value)| (name.into(), value.into())));
    let sample = about.sample.then(|| para("notice", words::SAMPLE).attr("data-variant", "sample"));
    let data = part("data", words::DATA).child(sample).child(facts);
    Node::Group(vec![data.into(), figures(about.figures)]).view()
}

fn figures(figures: Vec<Figure>) -> Node {
    if figures.is_empty() {
        return Node::nothing();
    }
    let columns = words::FIGURE_COLUMNS.into_iter().map(|name| el("th").attr("scope", "col").text(name).into());
    let rows = figures.into_iter().map(|figure| {
        el("tr")
            .child(el("th").attr("scope", "row").text(figure.label))
            .child(el("td").class("table__number").text([&figure.value, " ", &figure.unit].concat()))
            .child(el("td").text(figure.as_of))
            .child(el("td").text(figure.source))
            .into()
    });
    let table = el("table").child(el("thead").child(el("tr").all(columns))).child(el("tbody").all(rows));
    let scroll = el("div")
        .class("table")
        .attr("role", "region")
        .attr("aria-label", words::FIGURES)
        .attr("tabindex", "0")
        .child(table);
    part("figures", words::FIGURES).child(para("", words::FIGURES_WHY)).child(scroll).into()
}

/// What is not built yet, and what helps today.
fn coming() -> Node {
    let parts = words::TWO.iter().map(|coming| {
        let searches: Vec<Node> =
            coming.searches.iter().map(|(label, words)| link(routes::search(words), *label).into()).collect();
        el("section")
            .id(coming.id)
            .child(el("h3").text(coming.name))
            .child(para("", coming.text))
            .child(para("", coming.today))
            .child((!searches.is_empty()).then(|| list("links", searches)))
            .into()
    });
    part("coming", words::COMING).child(para("", words::COMING_WHY)).all(parts).into()
}
