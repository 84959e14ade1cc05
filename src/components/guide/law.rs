//! Red lines, what to do when refused, and the law.

use domain::{guide::Basis, wire::GuideDetail};

use super::section::{Section, points};
use crate::{
    text::guide as words,
    ui::{Node, call, el, para},
};

/// What no one may do to the citizen.
pub fn red_lines(detail: &GuideDetail) -> Section {
    if detail.red_lines.is_empty() {
        return Section::unpublished("red_lines", words::RED_LINES);
    }
    let lines = detail.red_lines.iter().map(|line| {
        let basis = line.basis.as_deref().map(words::red_line_basis);
        el("li").class("red-line").text(line.text.clone()).para("small", basis).into()
    });
    let body = vec![
        para("", words::RED_LINES_WHY).into(),
        el("ul").class("red-lines").all(lines).into(),
        para("", words::RED_LINES_THEN).text(" ").child(call()).into(),
    ];
    Section::new("red_lines", words::RED_LINES, body)
}

/// What to do when refused.
pub fn refused(detail: &GuideDetail) -> Option<Section> {
    (!detail.if_refused.is_empty()).then(|| Section::new("if_refused", words::REFUSED, points(&detail.if_refused)))
}

/// The law, last.
pub fn basis(detail: &GuideDetail) -> Section {
    if detail.basis.is_empty() {
        return Section::unpublished("basis", words::BASIS);
    }
    Section::new("basis", words::BASIS, el("ul").class("laws").all(detail.basis.iter().map(law)))
}

fn law(basis: &Basis) -> Node {
    let article: Node = match &basis.article {
        Some(article) => article.clone().into(),
        None => el("span").class("tag").text(words::ARTICLE_UNCHECKED).into(),
    };
    el("li")
        .class("law")
        .text(words::law(basis))
        .text(" ")
        .child(article)
        .para("law__text", basis.text.clone())
        .para("small", basis.source.as_deref().map(words::read_in))
        .into()
}
