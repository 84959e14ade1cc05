//! From one page of a list to the next.

use super::{Node, el, link};
use crate::text::results as words;

/// Links to the previous and the next page; nothing when there is only one.
pub fn pager(page: u32, pages: u32, address: impl Fn(u32) -> String) -> Node {
    if pages <= 1 {
        return Node::nothing();
    }
    let turn =
        |rel: &'static str, to: u32, name: &'static str| link(address(to), name).class("pager__link").attr("rel", rel);
    el("nav")
        .class("pager")
        .attr("aria-label", words::PAGES)
        .child((page > 1).then(|| turn("prev", page - 1, words::PREVIOUS)))
        .child(el("span").class("pager__here").text(words::page(page, pages)))
        .child((page < pages).then(|| turn("next", page + 1, words::NEXT)))
        .into()
}
