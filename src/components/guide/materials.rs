//! 带什么: papers, alternatives together, each with whether it must be brought now.

use domain::{material::Material, wire::GuideDetail};
use leptos::prelude::*;

use super::section::Section;
use crate::text::{guide as words, material as text, site};

/// The papers.
pub fn materials(detail: &GuideDetail) -> Section {
    if detail.materials.is_empty() {
        return Section::unpublished("materials", words::MATERIALS);
    }
    let mut shown: Vec<&str> = Vec::new();
    let mut items = Vec::new();
    for paper in &detail.materials {
        let Some(group) = paper.any_of.as_deref() else {
            items.push(item(paper));
            continue;
        };
        if !shown.contains(&group) {
            shown.push(group);
            items.push(any_of(detail.materials.iter().filter(|other| other.any_of.as_deref() == Some(group))));
        }
    }
    Section::new("materials", words::MATERIALS, view! { <ul class="papers">{items}</ul> })
}

/// Papers of which one is enough.
fn any_of<'a>(papers: impl Iterator<Item = &'a Material>) -> AnyView {
    let items = papers.map(item).collect::<Vec<_>>();
    if items.len() == 1 {
        return items.into_any();
    }
    view! {
        <li class="papers__group">
            <p class="papers__any">{text::ANY_OF}</p>
            <ul class="papers">{items}</ul>
        </li>
    }
    .into_any()
}

fn item(paper: &Material) -> AnyView {
    let mark = text::mark(paper);
    let about: Vec<_> = [text::form(paper), text::origin(paper)].into_iter().flatten().collect();
    let lines: Vec<_> = [
        (!about.is_empty()).then(|| about.join(site::DOT)),
        paper.when.as_deref().map(text::when),
        paper.tolerance.as_ref().map(text::tolerance),
        paper.note.clone(),
    ]
    .into_iter()
    .flatten()
    .map(|line| view! { <p class="paper__line">{line}</p> }.into_any())
    .collect();
    view! {
        <li class="paper">
            <p class="paper__name"><strong>{paper.name.clone()}</strong>" "
                <span class="mark" data-variant=variant(mark)>{mark}</span></p>
            {lines}
        </li>
    }
    .into_any()
}

fn variant(mark: &str) -> &'static str {
    match mark {
        text::MUST => "must",
        text::LATER => "later",
        text::NOT_NEEDED | text::IF_MISSING => "none",
        _ => "depends",
    }
}
