//! The end of every page.

use super::{mode_switch::mode_switch, phone};
use crate::{
    routes,
    text::site,
    ui::{Node, el, link},
};

/// The footer.
pub fn footer() -> Node {
    let hotline =
        el("p").class("footer__hotline").child(link("tel:12345", site::HOTLINE)).text(" ").text(site::HOTLINE_NOTE);
    let links = [
        (routes::ABOUT, site::ABOUT),
        ("/about#privacy", site::PRIVACY),
        ("/about#access", site::ACCESSIBILITY),
        (routes::REQUESTS, site::REQUESTS),
    ];
    let links = links.into_iter().map(|(href, name)| Node::from(link(href, name)));
    let inner = el("div")
        .class("footer__inner")
        .child(phone::question())
        .child(hotline)
        .child(mode_switch())
        .child(el("nav").class("footer__links").attr("aria-label", site::FOOTER).all(links));
    el("footer").class("footer").child(inner).view()
}
