//! A list of results.

use domain::wire::{GuideHit, SameItem};

use crate::{
    routes,
    text::{amounts, results as words, site},
    ui::{Node, el, link, list, para},
};

/// Hits, best first.
pub fn hit_list(hits: Vec<GuideHit>, region: Option<&str>) -> Node {
    el("ol").class("hits").attr("data-results", "").all(hits.into_iter().map(|hit| hit_item(hit, region))).into()
}

fn hit_item(hit: GuideHit, region: Option<&str>) -> Node {
    let whose = match hit.level {
        Some(level) => [&hit.department, site::DOT, level.label()].concat(),
        None => hit.department,
    };
    // What people call it, when the citizen would hardly know the official name.
    let other = hit.plain_name.filter(|name| *name != hit.name);
    let mut name = el("h2").class("hit__name").child(link(routes::guide(hit.code.as_str(), region), hit.name));
    if hit.sample {
        name = name.text(" ").child(sample_tag());
    }
    el("li")
        .class("hit")
        .child(name)
        .para("hit__also", other.map(|name| words::also(&name)))
        .child(para("hit__facts", amounts::at_a_glance(hit.limit, hit.visits, hit.fee)))
        .child(para("hit__whose", whose))
        .child(same_items(hit.same, region))
        .into()
}

/// Marks sample content.
pub fn sample_tag() -> Node {
    el("span").class("tag").text(site::SAMPLE).into()
}

fn same_items(same: Vec<SameItem>, region: Option<&str>) -> Node {
    if same.is_empty() {
        return Node::nothing();
    }
    let count = same.len();
    let items = same.into_iter().map(|item| link(routes::guide(item.code.as_str(), region), item.name).into());
    el("details").class("more").child(el("summary").text(words::same(count))).child(list("links", items)).into()
}
