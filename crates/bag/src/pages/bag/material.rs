//! One line of the list, which opens for the reasons.

use domain::{papers::Verdict, wire::ChecklistMaterial};

use super::Group;
use crate::{
    pages::{check::Check, parts},
    text::pages as words,
};
use sheet::html::{El, Html, el, folded, link, list, para, rows};

/// A material with what to do about it.
pub fn item(check: &Check<'_>, group: Group, material: &ChecklistMaterial) -> Html {
    let name = el("p")
        .class("paper__name")
        .child(el("strong").text(&material.name))
        .text(" ")
        .child(el("span").class("mark").attr("data-variant", variant(group)).text(words::mark(group, material)))
        .child(material.sample.then(|| Html::all([Html::text(" "), parts::sample().into()])));
    let lines = lines(check, group, material).into_iter().map(|line| para("paper__line", &line).into());
    el("li").class("paper").child(name).all(lines).child(more(check, material)).into()
}

/// What one does, without opening anything.
fn lines(check: &Check<'_>, group: Group, material: &ChecklistMaterial) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    if !material.form.is_empty() {
        lines.push(material.form.join(words::DOT));
    }
    if !material.any_of.is_empty() && group != Group::Nothing {
        lines.push(words::any_of(&material.any_of));
    }
    if !matches!(group, Group::Bring | Group::Spare) {
        lines.extend(material.instead.clone());
    }
    if group == Group::Ask {
        lines.extend(material.why.first().cloned());
    }
    lines.extend(material.later_by.map(words::later_by));
    if check.matters.len() > 1 {
        let names = material.needed_by.iter().filter(|need| need.verdict == material.verdict);
        let names = names.filter_map(|need| check.matters.iter().find(|matter| matter.code == need.item));
        let names: Vec<&str> = names.map(|matter| matter.name.as_str()).collect();
        lines.push(words::needed_by(&names));
    }
    lines
}

/// Why, on what it rests, when it is off, what to do if it is asked for all the same.
fn more(check: &Check<'_>, material: &ChecklistMaterial) -> El {
    let texts = |texts: &[String]| list("plain", texts.iter().map(|text| Html::text(text)));
    let said = |text: Option<String>| text.map(|text| Html::text(&text)).unwrap_or_default();
    let basis: Vec<String> = material.basis.iter().map(words::law).collect();
    let facts = [
        (words::WHY, texts(&material.why)),
        (words::METHOD, said(material.method.map(|method| method.label().to_owned()))),
        (words::CHECKER, said(material.checker.clone())),
        (words::INSTEAD, said(material.instead.clone())),
        (words::OFF_WHEN, texts(&material.off_when)),
        (words::BASIS, texts(&basis)),
        (words::IF_REFUSED, Html::text(&material.if_refused)),
    ];
    let facts =
        rows(facts.into_iter().filter(|(_, value)| !value.is_nothing()).map(|(name, value)| (name.into(), value)));
    let paper = material
        .paper
        .as_ref()
        .map(|paper| el("p").child(link(&["/proofs/", &paper.id].concat(), &words::about_paper(&paper.name))));
    let summary = if material.verdict == Verdict::Bring { words::OPEN_BRING } else { words::OPEN_WHY };
    folded(summary, facts).child(paper).child(report(check, material))
}

/// To the report that a window asked for it all the same.
fn report(check: &Check<'_>, material: &ChecklistMaterial) -> Option<El> {
    let item = material.needed_by.first().map(|need| need.item.as_str());
    let region = check.state.region.as_ref().map(|region| region.as_str());
    let rule = material.rules.first().map(String::as_str);
    let basis = material.basis.first().map(|basis| basis.law.as_str());
    let href = parts::report(item, region, &material.name, rule, basis);
    (material.verdict != Verdict::Bring).then(|| el("p").class("no-print").child(link(&href, words::STILL_ASKED)))
}

fn variant(group: Group) -> &'static str {
    match group {
        Group::Bring => "must",
        Group::Later => "later",
        Group::Phone | Group::Nothing => "none",
        Group::Ask | Group::Spare => "depends",
    }
}
