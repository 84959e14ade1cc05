//! 大家常问: each answer folded under its question.

use domain::wire::GuideDetail;

use super::section::Section;
use crate::{
    text::guide as words,
    ui::{Node, el, para},
};

/// Questions and answers; nothing when nobody asked.
pub fn questions(detail: &GuideDetail) -> Option<Section> {
    let items: Vec<Node> = detail
        .faq
        .iter()
        .map(|faq| {
            let question = el("summary").text(faq.question.clone());
            el("details").class("more").child(question).child(para("", faq.answer.clone())).into()
        })
        .collect();
    (!items.is_empty()).then(|| Section::new("faq", words::FAQ, items))
}
