//! Whether rules, events and calendar fit together, and fit what is published.

use std::collections::BTreeSet;

use bag::WorldSource;
use domain::{
    ItemCode,
    bundles::BundleSource,
    calendar::WorkCalendar,
    papers::{Rulebook, RulebookSource},
};

use super::{File, PaperFault};

/// The matters for which rules may not tie and which events may name.
#[derive(Debug, Clone, Default)]
pub enum Matters<'a> {
    /// Those that the rules name themselves: nothing is published yet.
    #[default]
    Named,
    /// Those of a catalogue, with their themes.
    Published(Vec<(&'a ItemCode, &'a [String])>),
}

/// Everything that is wrong, not only the first; `files` tell where.
pub fn problems(source: &WorldSource, matters: &Matters<'_>, files: &[File]) -> Vec<PaperFault> {
    let mut faults: Vec<PaperFault> = Vec::new();
    if let Err(found) = WorkCalendar::build(&source.calendar) {
        faults.extend(found.iter().map(|problem| PaperFault::of_calendar(problem, files)));
    }
    let book = match source.rules.clone().build() {
        Ok(book) => book,
        Err(found) => {
            faults.extend(found.iter().map(|problem| PaperFault::of_book(problem, files)));
            return faults;
        }
    };
    faults.extend(ties(&source.rules, &book, matters).iter().map(|tie| PaperFault::of_book(tie, files)));
    let is_item = |code: &ItemCode| match matters {
        Matters::Named => true,
        Matters::Published(items) => items.iter().any(|(item, _)| *item == code),
    };
    for bundle in &source.bundles {
        let alone = BundleSource { bundles: vec![bundle.clone()] };
        let found = alone.problems(is_item, &book);
        faults.extend(found.iter().map(|problem| PaperFault::of_bundle(&bundle.id, problem, files)));
    }
    let all = BundleSource { bundles: source.bundles.clone() };
    let twice = all.problems(|_| true, &book).into_iter();
    let twice = twice.filter(|problem| matches!(problem, domain::bundles::BundleProblem::Duplicate(_)));
    faults.extend(twice.map(|problem| PaperFault::of_bundle("", &problem, files)));
    faults
}

/// The parts without the events that name matters which are not published here, and the ids of those.
pub fn fitting(mut source: WorldSource, matters: &Matters<'_>) -> (WorldSource, Vec<String>) {
    let Ok(book) = source.rules.clone().build() else { return (source, Vec::new()) };
    let items: Option<BTreeSet<&ItemCode>> = match matters {
        Matters::Named => None,
        Matters::Published(items) => Some(items.iter().map(|(item, _)| *item).collect()),
    };
    let is_item = |code: &ItemCode| items.as_ref().is_none_or(|items| items.contains(code));
    let mut left_out = Vec::new();
    source.bundles.retain(|bundle| {
        let fits = BundleSource { bundles: vec![bundle.clone()] }.problems(is_item, &book).is_empty();
        if !fits {
            left_out.push(bundle.id.clone());
        }
        fits
    });
    (source, left_out)
}

pub(super) fn ties(rules: &RulebookSource, book: &Rulebook, matters: &Matters<'_>) -> Vec<domain::papers::BookProblem> {
    match matters {
        Matters::Published(items) => book.ties(items.iter().copied()),
        Matters::Named => {
            let nobody = ItemCode::parse("any-matter").ok();
            let items: BTreeSet<&ItemCode> = rules.rule.iter().flat_map(|rule| &rule.items).collect();
            let themes: BTreeSet<&String> = rules.rule.iter().flat_map(|rule| &rule.themes).collect();
            let by_item = items.into_iter().map(|item| (item, &[][..]));
            let by_theme = themes.into_iter().filter_map(|theme| Some((nobody.as_ref()?, std::slice::from_ref(theme))));
            book.ties(by_item.chain(by_theme).chain(nobody.as_ref().map(|nobody| (nobody, &[][..]))))
        }
    }
}
