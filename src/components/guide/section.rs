//! A part of a guide: a heading that can be linked to, and what stands under it.

use leptos::prelude::*;

use crate::text::guide as words;

/// One part.
pub struct Section {
    id: &'static str,
    title: &'static str,
    body: AnyView,
}

impl Section {
    /// A part with a body.
    pub fn new(id: &'static str, title: &'static str, body: impl IntoAny) -> Self {
        Self { id, title, body: body.into_any() }
    }

    /// A part of which nothing was published: it stays, and says so.
    pub fn unpublished(id: &'static str, title: &'static str) -> Self {
        Self::new(id, title, view! { <p class="unpublished">{words::PART_UNPUBLISHED}</p> })
    }

    /// The part as it is shown.
    pub fn view(self) -> AnyView {
        view! {
            <section class="part" id=self.id data-part=self.id>
                <h2 class="part__title">{self.title}</h2>
                {self.body}
            </section>
        }
        .into_any()
    }
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
