//! Red lines, what to do when refused, and the law.

use domain::{guide::Basis, wire::GuideDetail};

use super::section::{Section, points};
use crate::{
    text::guide as words,
    ui::{Node, call, el, link, node::Element, para},
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
        .child(read_in(basis))
        .into()
}

/// Where the article was read: a sentence, with the address behind a link.
fn read_in(basis: &Basis) -> Option<Element> {
    let (said, address) = split(basis.source.as_deref()?);
    let line = para("small", words::read_in(said, basis));
    let page = || link(address.to_owned(), words::SOURCE_PAGE).attr("rel", "external noopener");
    Some(if address.is_empty() { line } else { line.text(" ").child(page()) })
}

/// The words and the address of a source; what follows the address finds the place for whoever checks it.
fn split(source: &str) -> (&str, &str) {
    let at = source.find("https://").or_else(|| source.find("http://")).unwrap_or(source.len());
    let (said, rest) = source.split_at(at);
    (said.trim_end(), rest.split([' ', '（', '，', '；']).next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn the_words_of_a_source_stand_apart_from_its_address() {
        let cases = [
            ("公开文库里的《甲法》 https://a.example/b 甲法.md", ("公开文库里的《甲法》", "https://a.example/b")),
            ("https://a.example/b（2026年文本）", ("", "https://a.example/b")),
            ("《甲法》2026年单行本", ("《甲法》2026年单行本", "")),
            ("javascript:alert(1)", ("javascript:alert(1)", "")),
        ];
        for (source, parts) in cases {
            assert_eq!(split(source), parts);
        }
    }
}
