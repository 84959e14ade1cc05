//! 大家常问: each answer folded under its question.

use domain::wire::GuideDetail;
use leptos::prelude::*;

use super::section::Section;
use crate::text::guide as words;

/// Questions and answers; nothing when nobody asked.
pub fn questions(detail: &GuideDetail) -> Option<Section> {
    if detail.faq.is_empty() {
        return None;
    }
    let items = detail
        .faq
        .iter()
        .map(|faq| {
            view! {
                <details class="more">
                    <summary>{faq.question.clone()}</summary>
                    <p>{faq.answer.clone()}</p>
                </details>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    Some(Section::new("faq", words::FAQ, items))
}
