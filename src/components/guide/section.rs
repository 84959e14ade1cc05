//! A part of a guide: a heading that can be linked to, and what stands under it.

use crate::{
    text::guide as words,
    ui::{Node, call, el, link, list, para},
};

/// One part.
pub struct Section {
    id: &'static str,
    title: &'static str,
    /// Nothing when nothing was published.
    body: Node,
}

impl Section {
    /// A part with a body.
    pub fn new(id: &'static str, title: &'static str, body: impl Into<Node>) -> Self {
        Self { id, title, body: body.into() }
    }

    /// A part of which nothing was published.
    pub fn unpublished(id: &'static str, title: &'static str) -> Self {
        Self::new(id, title, Node::nothing())
    }

    /// The part as it is shown.
    pub fn node(self) -> Node {
        el("section")
            .class("part")
            .id(self.id)
            .attr("data-part", self.id)
            .child(el("h2").text(self.title))
            .child(self.body)
            .into()
    }
}

/// Parts that were published, then one that names all that were not.
pub fn gather(sections: Vec<Section>) -> Vec<Section> {
    let (missing, mut published): (Vec<_>, Vec<_>) = sections.into_iter().partition(|part| part.body.is_nothing());
    if !missing.is_empty() {
        let names: Vec<_> = missing.iter().map(|part| part.title).collect();
        let body = para("", words::unpublished(&names)).text(" ").child(call());
        published.push(Section::new("unpublished", words::UNPUBLISHED, body));
    }
    published
}

/// Links to all parts.
pub fn contents(sections: &[Section]) -> Node {
    let links = sections.iter().map(|part| link(format!("#{}", part.id), part.title).into());
    el("nav").class("contents").attr("aria-label", words::CONTENTS).child(list("", links)).into()
}

/// Paragraphs as a list.
pub fn points(items: &[String]) -> Node {
    list("plain", items.iter().map(|text| text.clone().into())).into()
}
