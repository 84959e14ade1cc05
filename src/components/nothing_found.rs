//! Never a dead end: what stands in place of an empty list.

use domain::wire::GuidePage;

use super::{events::search_links, hits::hit_list};
use crate::{
    text::{events, results as words},
    ui::{Node, call, el, para},
};

/// Nearest matters, life events, the hotline.
pub fn nothing_found(page: GuidePage, filtered: bool, region: Option<&str>) -> Node {
    let advice = if filtered { words::NOTHING_FILTERED.into() } else { words::nothing(&page.understood.query) };
    let mut parts: Vec<Node> = vec![para("lead", advice).into()];
    if !page.nearest.is_empty() {
        parts.push(el("h2").text(words::NEAREST).into());
        parts.push(hit_list(page.nearest, region));
    }
    parts.push(el("h2").text(words::EVENTS).into());
    parts.push(search_links(events::EVENTS));
    parts.push(el("h2").text(words::HOTLINE).into());
    parts.push(para("", words::HOTLINE_TEXT).text(" ").child(call()).into());
    parts.into()
}
