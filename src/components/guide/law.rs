//! Red lines, what to do when refused, and the law.

use domain::{guide::Basis, wire::GuideDetail};
use leptos::prelude::*;

use super::section::{Section, list};
use crate::text::{guide as words, site};

/// What no one may do to the citizen.
pub fn red_lines(detail: &GuideDetail) -> Section {
    if detail.red_lines.is_empty() {
        return Section::unpublished("red_lines", words::RED_LINES);
    }
    let lines = detail
        .red_lines
        .iter()
        .map(|line| {
            let basis =
                line.basis.as_deref().map(|basis| view! { <p class="small">{words::red_line_basis(basis)}</p> });
            view! { <li class="red-line">{line.text.clone()}{basis}</li> }.into_any()
        })
        .collect::<Vec<_>>();
    let body = view! {
        <p>{words::RED_LINES_WHY}</p>
        <ul class="red-lines">{lines}</ul>
        <p>{words::RED_LINES_THEN}" "<a href="tel:12345">{site::CALL_HOTLINE}</a></p>
    };
    Section::new("red_lines", words::RED_LINES, body)
}

/// What to do when refused.
pub fn refused(detail: &GuideDetail) -> Option<Section> {
    (!detail.if_refused.is_empty()).then(|| Section::new("if_refused", words::REFUSED, list(&detail.if_refused)))
}

/// The law, last.
pub fn basis(detail: &GuideDetail) -> Section {
    if detail.basis.is_empty() {
        return Section::unpublished("basis", words::BASIS);
    }
    let laws = detail.basis.iter().map(law).collect::<Vec<_>>();
    Section::new("basis", words::BASIS, view! { <ul class="laws">{laws}</ul> })
}

fn law(basis: &Basis) -> AnyView {
    let article = match &basis.article {
        Some(article) => view! { " "{article.clone()} }.into_any(),
        None => view! { " "<span class="tag">{words::ARTICLE_UNCHECKED}</span> }.into_any(),
    };
    let text = basis.text.clone().map(|text| view! { <p class="law__text">{text}</p> });
    let source = basis.source.as_deref().map(|source| view! { <p class="small">{words::read_in(source)}</p> });
    view! { <li class="law">{words::law(basis)}{article}{text}{source}</li> }.into_any()
}
