//! A part of a guide: a heading that can be linked to, and what stands under it.

use leptos::prelude::*;

use crate::text::{guide as words, site};

/// One part.
pub struct Section {
    id: &'static str,
    title: &'static str,
    /// `None` when nothing was published.
    body: Option<AnyView>,
}

impl Section {
    /// A part with a body.
    pub fn new(id: &'static str, title: &'static str, body: impl IntoAny) -> Self {
        Self { id, title, body: Some(body.into_any()) }
    }

    /// A part of which nothing was published.
    pub fn unpublished(id: &'static str, title: &'static str) -> Self {
        Self { id, title, body: None }
    }

    /// The part as it is shown.
    pub fn view(self) -> AnyView {
        view! {
            <section class="part" id=self.id data-part=self.id>
                <h2>{self.title}</h2>
                {self.body}
            </section>
        }
        .into_any()
    }
}

/// Parts that were published, then one that names all that were not.
pub fn gather(sections: Vec<Section>) -> Vec<Section> {
    let (mut published, missing): (Vec<_>, Vec<_>) = sections.into_iter().partition(|part| part.body.is_some());
    if !missing.is_empty() {
        let names: Vec<_> = missing.iter().map(|part| part.title).collect();
        let body = view! {
            <p>{words::unpublished(&names)}" "<a href="tel:12345">{site::CALL_HOTLINE}</a></p>
        };
        published.push(Section::new("unpublished", words::UNPUBLISHED, body));
    }
    published
}

/// Links to all parts.
pub fn contents(sections: &[Section]) -> AnyView {
    let links = sections
        .iter()
        .map(|part| view! { <li><a href=format!("#{}", part.id)>{part.title}</a></li> }.into_any())
        .collect::<Vec<_>>();
    view! { <nav class="contents" aria-label=words::CONTENTS><ul>{links}</ul></nav> }.into_any()
}

/// Paragraphs as a list, or nothing.
pub fn list(items: &[String]) -> AnyView {
    let items = items.iter().map(|text| view! { <li>{text.clone()}</li> }.into_any()).collect::<Vec<_>>();
    view! { <ul class="plain">{items}</ul> }.into_any()
}
