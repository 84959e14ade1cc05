//! 带什么: papers, alternatives together, each with whether it must be brought now.

use domain::{material::Material, wire::GuideDetail};

use super::section::Section;
use crate::{
    routes,
    text::{check, guide as words, material as text, site},
    ui::{Node, el, link, para},
};

/// The papers, and the way to the check of what is needed this time.
pub fn materials(detail: &GuideDetail, region: Option<&str>) -> Section {
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
    let check = el("p")
        .class("no-print")
        .child(link(routes::checklist(detail.code.as_str(), region), check::FROM_GUIDE).class("button"))
        .text(" ")
        .text(check::FROM_GUIDE_WHY);
    let body: Vec<Node> = vec![check.into(), el("ul").class("papers").all(items).into()];
    Section::new("materials", words::MATERIALS, body)
}

/// Papers of which one is enough.
fn any_of<'a>(papers: impl Iterator<Item = &'a Material>) -> Node {
    let mut items: Vec<Node> = papers.map(item).collect();
    if items.len() == 1 {
        return items.remove(0);
    }
    el("li")
        .class("papers__group")
        .child(para("papers__any", text::ANY_OF))
        .child(el("ul").class("papers").all(items))
        .into()
}

fn item(paper: &Material) -> Node {
    let mark = text::mark(paper);
    let about: Vec<_> = [text::form(paper), text::origin(paper)].into_iter().flatten().collect();
    let lines = [
        (!about.is_empty()).then(|| about.join(site::DOT)),
        paper.when.as_deref().map(text::when),
        paper.tolerance.as_ref().map(text::tolerance),
        paper.note.clone(),
    ];
    let name = el("p")
        .class("paper__name")
        .child(el("strong").text(paper.name.clone()))
        .text(" ")
        .child(el("span").class("mark").attr("data-variant", variant(mark)).text(mark));
    el("li")
        .class("paper")
        .child(name)
        .all(lines.into_iter().flatten().map(|line| para("paper__line", line).into()))
        .into()
}

fn variant(mark: &str) -> &'static str {
    match mark {
        text::MUST => "must",
        text::LATER => "later",
        text::NOT_NEEDED | text::IF_MISSING => "none",
        _ => "depends",
    }
}
