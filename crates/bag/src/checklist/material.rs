//! One thing to carry, or not to, told in full.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    ItemCode,
    material::Material,
    papers::{BagLine, Line, Method, PlacedPaper, Rulebook, ZeroRule},
    wire::{ChecklistMaterial, NeededBy, PaperRef},
};

use crate::{Matter, World, text};

/// The line of the bag in words; `None` only for a line without materials, which nobody makes.
pub(super) fn told(
    world: &World,
    matters: &BTreeMap<&ItemCode, &Matter>,
    on: NaiveDate,
    line: &BagLine,
    picked: Option<bool>,
) -> Option<ChecklistMaterial> {
    let (book, head) = (world.book(), line.head()?);
    let matter = matters.get(&head.item);
    let published = matter.and_then(|matter| matter.materials.get(head.at));
    let rule = deciding(book, head);
    let papers: Vec<PaperRef> = head.papers.iter().filter_map(|placed| paper(book, placed)).collect();
    Some(ChecklistMaterial {
        name: head.name.clone(),
        paper: papers.first().filter(|_| papers.len() == 1).cloned(),
        papers,
        needed_by: line.lines.iter().map(needed_by).collect(),
        verdict: line.verdict,
        method: head.method,
        checker: checker(head, rule, published),
        why: why(book, head),
        instead: head.method.map(|method| match rule {
            Some(rule) => text::instead(rule, rule.ecert.as_ref().and_then(|id| book.ecert(id))),
            None => text::instead_as_listed(method, head.verdict),
        }),
        off_when: off_when(rule, published, head),
        verify: head.verify,
        later_by: head.makeup.map(|time| world.calendar().due(on, time)),
        basis: head.basis.clone(),
        if_refused: text::if_refused(line.verdict, &head.basis),
        any_of: matter.map(|matter| alternatives(matter, head)).unwrap_or_default(),
        picked,
        form: published.map(text::form).unwrap_or_default(),
        hangs_on: line.open().into_iter().collect(),
        rules: head.rules.clone(),
        sample: rule.is_some_and(|rule| rule.sample),
    })
}

/// The rule whose method is at work; none when the published list alone decides.
fn deciding<'a>(book: &'a Rulebook, line: &Line) -> Option<&'a ZeroRule> {
    line.rules.iter().filter_map(|id| book.rule(id)).find(|rule| Some(rule.method) == line.method)
}

fn checker(line: &Line, rule: Option<&ZeroRule>, published: Option<&Material>) -> Option<String> {
    match rule {
        Some(rule) => rule.checker.clone(),
        None => published.filter(|_| line.method == Some(Method::Share)).and_then(|material| material.issuer.clone()),
    }
}

fn why(book: &Rulebook, line: &Line) -> Vec<String> {
    let mut why: Vec<String> = Vec::new();
    let verify = line.verify.and_then(text::verify);
    for said in line.why.iter().map(|reason| text::why(reason, book)).chain(verify) {
        if !why.contains(&said) {
            why.push(said);
        }
    }
    why
}

/// What turns the verdict around: the rule's exceptions as a whole, since an answer may be wrong, and what nobody knows before.
fn off_when(rule: Option<&ZeroRule>, published: Option<&Material>, line: &Line) -> Vec<String> {
    let exceptions = rule.into_iter().flat_map(|rule| rule.exceptions.iter().map(|exception| exception.text.clone()));
    let overdue =
        published.filter(|_| line.makeup.is_some()).and_then(|material| material.tolerance.as_ref()?.overdue.clone());
    exceptions.chain(line.off_when.iter().cloned()).chain(overdue).collect()
}

fn needed_by(line: &Line) -> NeededBy {
    NeededBy { item: line.item.clone(), material: line.name.clone(), verdict: line.verdict }
}

fn paper(book: &Rulebook, placed: &PlacedPaper) -> Option<PaperRef> {
    let paper = book.paper(&placed.paper)?;
    Some(PaperRef { id: paper.id.clone(), name: paper.name.clone(), kind: paper.kind, whose: placed.whose.clone() })
}

/// The other materials of the group in which any one is enough.
fn alternatives(matter: &Matter, line: &Line) -> Vec<String> {
    let Some(group) = &line.any_of else { return Vec::new() };
    let members = matter.materials.iter().enumerate();
    members
        .filter(|(at, material)| *at != line.at && material.any_of.as_ref() == Some(group))
        .map(|(_, material)| material.name.clone())
        .collect()
}
