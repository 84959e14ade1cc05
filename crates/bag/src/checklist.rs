//! The bag list of several matters in one case.

use chrono::NaiveDate;
use domain::{
    RegionCode,
    logic::Facts,
    papers::{self, BagLine, Case, Line, PlacedPaper, Rulebook, bag, lines},
    wire::{Checklist, ChecklistMaterial, ChecklistMatter, ChecklistQuestion, NeededBy, PaperRef},
};

use crate::{Matter, World, facts::view, text};

/// What must be in the bag for these matters.
///
/// `scope` is the citizen's region and all above it, nearest first; `on` is the day of going.
/// Answers to questions that nobody declared are ignored: [`Facts::problems`] finds them before.
pub fn checklist(world: &World, matters: &[Matter], scope: &[RegionCode], on: NaiveDate, answers: &Facts) -> Checklist {
    let case = Case { scope, on, facts: answers };
    let judged: Vec<Line> = matters.iter().flat_map(|matter| judge(world, &case, matter)).collect();
    let questions = papers::questions(&judged, world.book().facts())
        .into_iter()
        .map(|question| ChecklistQuestion { fact: view(question.fact), materials: question.materials })
        .collect();
    Checklist {
        on,
        matters: matters.iter().map(brief).collect(),
        materials: bag(judged).iter().filter_map(|line| material(world, matters, on, line)).collect(),
        questions,
        data_date: world.data_date(),
    }
}

fn judge(world: &World, case: &Case<'_>, matter: &Matter) -> Vec<Line> {
    let placed: Vec<_> = matter.materials.iter().map(|material| world.place(&material.name)).collect();
    let asked =
        papers::Matter { item: &matter.code, themes: &matter.themes, materials: &matter.materials, placed: &placed };
    lines(case, &asked, world.book())
}

fn brief(matter: &Matter) -> ChecklistMatter {
    ChecklistMatter {
        code: matter.code.clone(),
        name: matter.name.clone(),
        sample: matter.sample,
        unpublished: matter.materials.is_empty(),
    }
}

fn material(world: &World, matters: &[Matter], on: NaiveDate, line: &BagLine) -> Option<ChecklistMaterial> {
    let (book, head) = (world.book(), line.head()?);
    let rule = head.rules.first().and_then(|id| book.rule(id));
    let ecert = rule.and_then(|rule| rule.ecert.as_ref()).and_then(|id| book.ecert(id));
    let said = rule.filter(|_| head.method.is_some()).map(|rule| text::instead(rule, ecert));
    let papers: Vec<PaperRef> = head.papers.iter().filter_map(|placed| paper(book, placed)).collect();
    let mut why: Vec<String> = head.why.iter().map(|reason| text::why(reason, book)).collect();
    why.dedup();
    Some(ChecklistMaterial {
        name: head.name.clone(),
        paper: papers.first().filter(|_| papers.len() == 1).cloned(),
        papers,
        needed_by: line.lines.iter().map(needed_by).collect(),
        verdict: line.verdict,
        method: head.method,
        checker: rule.filter(|_| head.method.is_some()).and_then(|rule| rule.checker.clone()),
        why,
        instead: head.instead.clone().or(said),
        off_when: head.off_when.clone(),
        verify: head.verify,
        later_by: head.makeup.map(|time| world.calendar().due(on, time)),
        basis: head.basis.clone(),
        if_refused: text::if_refused(line.verdict, &head.basis),
        any_of: alternatives(matters, head),
        form: Vec::new(),
        hangs_on: head.open.iter().cloned().collect(),
        rules: head.rules.clone(),
        sample: rule.is_some_and(|rule| rule.sample),
    })
}

fn needed_by(line: &Line) -> NeededBy {
    NeededBy { item: line.item.clone(), material: line.name.clone(), verdict: line.verdict }
}

fn paper(book: &Rulebook, placed: &PlacedPaper) -> Option<PaperRef> {
    let paper = book.paper(&placed.paper)?;
    Some(PaperRef {
        id: paper.id.clone(),
        name: paper.name.clone(),
        kind: paper.kind,
        whose: placed.whose.clone().filter(|whose| !whose.is_empty()),
    })
}

/// The other materials of the group in which any one is enough.
fn alternatives(matters: &[Matter], line: &Line) -> Vec<String> {
    let Some(group) = &line.any_of else { return Vec::new() };
    let of_matter = matters.iter().filter(|matter| matter.code == line.item).take(1);
    of_matter
        .flat_map(|matter| matter.materials.iter().enumerate())
        .filter(|(at, material)| *at != line.at && material.any_of.as_ref() == Some(group))
        .map(|(_, material)| material.name.clone())
        .collect()
}
