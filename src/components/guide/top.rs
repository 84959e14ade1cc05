//! The head of a guide: what it is, where it holds, whether it is a sample.

use domain::wire::{GuideDetail, RegionBrief};
use leptos::prelude::*;

use super::section::{Section, points};
use crate::{
    components::{
        here::{Here, current_address, name_in_text},
        hits::sample_tag,
        phone::copy_line,
    },
    routes,
    text::{guide as words, home, results, site},
    ui::{IntoNode, Node, call, el, link, para},
};

/// The name, the region, the banner of a sample.
pub fn top(detail: &GuideDetail, here: Here) -> Node {
    let trail = el("nav")
        .class("trail")
        .attr("aria-label", site::TRAIL)
        .child(link(routes::HOME, site::HOME))
        .child(link(routes::GUIDES, home::FOUR[0].name));
    let mut names: Vec<&str> = detail.plain_name.iter().map(String::as_str).collect();
    names.extend(detail.aliases.iter().map(String::as_str));
    names.retain(|name| *name != detail.name);
    names.truncate(3);
    let also = (!names.is_empty()).then(|| para("guide__also", results::also(&names.join("、"))));
    let sample = detail.sample.then(|| {
        let line = el("p").child(sample_tag()).text(" ").text(words::SAMPLE).text(" ").child(call());
        el("div").class("notice").attr("data-variant", "sample").attr("role", "note").child(line)
    });
    Node::Group(vec![
        trail.into(),
        el("h1").class("guide__title").attr("tabindex", "-1").text(detail.name.clone()).into(),
        also.into(),
        copy_line(detail.code.as_str()),
        sample.into(),
        region_line(detail, here),
    ])
}

/// Whose terms these are, and how to see those of another region.
fn region_line(detail: &GuideDetail, here: Here) -> Node {
    let back = current_address();
    let published = detail.publication.as_ref().map(|publication| publication.region.clone());
    let organ = detail.publication.as_ref().and_then(|publication| publication.organ.clone());
    let organ = [site::DOT, &words::organ(organ.as_ref().unwrap_or(&detail.department)), site::DOT].concat();
    let line = move || {
        let published = published.clone();
        Suspend::new(async move { whose_terms(published, here.region().await) })
    };
    let change = move || if here.code.get().is_some() { words::CHANGE } else { words::PICK };
    view! {
        <p class="guide__region">
            // In an element of its own: hydration would look for a mark between two texts that the server does not write.
            <span><Transition>{line}</Transition></span>
            {organ}
            <a class="no-print" href=move || routes::regions(None, &back.get())>{change}</a>
        </p>
    }
    .node()
}

fn whose_terms(published: Option<RegionBrief>, chosen: Option<RegionBrief>) -> String {
    match (published, chosen) {
        (Some(published), Some(_)) => words::in_region(&name_in_text(&published)),
        (Some(published), None) => words::for_example(&name_in_text(&published)),
        (None, Some(chosen)) => words::not_here(&name_in_text(&chosen)),
        (None, None) => words::NO_REGION.into(),
    }
}

/// What it is, and who needs it when.
pub fn summary(detail: &GuideDetail) -> Option<Section> {
    let texts: Vec<Node> =
        [&detail.summary, &detail.scenario].into_iter().flatten().map(|text| para("", text.clone()).into()).collect();
    (!texts.is_empty()).then(|| Section::new("summary", words::SUMMARY, texts))
}

/// Who may.
pub fn conditions(detail: &GuideDetail) -> Section {
    if detail.conditions.is_empty() && detail.audience.is_empty() {
        return Section::unpublished("conditions", words::CONDITIONS);
    }
    let mut body: Vec<Node> = Vec::new();
    if !detail.audience.is_empty() {
        body.push(para("", words::audience(&detail.audience)).into());
    }
    body.push(match detail.conditions.as_slice() {
        [] => para("unpublished", words::PART_UNPUBLISHED).into(),
        conditions => points(conditions),
    });
    if !detail.also_at.is_empty() {
        let names: Vec<_> = detail.also_at.iter().map(name_in_text).collect();
        body.push(para("small", [words::ALSO_AT, &names.join("、")].concat()).into());
    }
    Section::new("conditions", words::CONDITIONS, body)
}
