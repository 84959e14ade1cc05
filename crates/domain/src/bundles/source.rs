//! Bundles as people write them, and what is checked before they are used.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Bundle, BundleProblem, FieldSource, FormField, order::named};
use crate::{ItemCode, papers::Rulebook};

/// All bundles, one file of data/bundles each, before they are checked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BundleSource {
    /// The bundles, in the order in which they are shown.
    pub bundles: Vec<Bundle>,
}

impl BundleSource {
    /// Adds one bundle.
    pub fn add(&mut self, bundle: Bundle) {
        self.bundles.push(bundle);
    }

    /// Everything that is wrong, not only the first; `is_item` says which items exist.
    pub fn problems(&self, is_item: impl Fn(&ItemCode) -> bool, book: &Rulebook) -> Vec<BundleProblem> {
        let mut ids = BTreeSet::new();
        let twice = self.bundles.iter().filter(|bundle| !ids.insert(&bundle.id));
        let mut problems: Vec<_> = twice.map(|bundle| BundleProblem::Duplicate(bundle.id.clone())).collect();
        problems.extend(self.bundles.iter().flat_map(|bundle| bundle.problems(&is_item, book)));
        problems
    }

    /// The bundles when nothing is wrong with them; else every problem.
    pub fn build(
        self,
        is_item: impl Fn(&ItemCode) -> bool,
        book: &Rulebook,
    ) -> Result<Vec<Bundle>, Vec<BundleProblem>> {
        let problems = self.problems(is_item, book);
        if problems.is_empty() { Ok(self.bundles) } else { Err(problems) }
    }
}

impl Bundle {
    fn problems(&self, is_item: &impl Fn(&ItemCode) -> bool, book: &Rulebook) -> Vec<BundleProblem> {
        let id = || self.id.clone();
        let mut problems = Vec::new();
        let is_id = (1..=40).contains(&self.id.len())
            && self.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !is_id {
            problems.push(BundleProblem::Id(id()));
        }
        let words = [
            (&self.name, "name"),
            (&self.question, "question"),
            (&self.summary, "summary"),
            (&self.lead_organ, "lead organ"),
        ];
        let wordless = words.into_iter().filter(|(text, _)| text.trim().is_empty());
        problems.extend(wordless.map(|(_, what)| BundleProblem::Wordless(id(), what)));
        if self.stages.iter().any(|stage| stage.name.trim().is_empty()) {
            problems.push(BundleProblem::Wordless(id(), "name of a stage"));
        }
        if self.stages.is_empty() || self.stages.iter().any(|stage| stage.matters.is_empty()) {
            problems.push(BundleProblem::Empty(id()));
        }
        if self.audience.is_empty() {
            problems.push(BundleProblem::NoAudience(id()));
        }
        if self.basis.is_empty() && !self.sample {
            problems.push(BundleProblem::NoBasis(id()));
        }
        self.note_matters(is_item, book, &mut problems);
        self.note_fields(&mut problems);
        problems
    }

    fn note_matters(&self, is_item: &impl Fn(&ItemCode) -> bool, book: &Rulebook, problems: &mut Vec<BundleProblem>) {
        let id = || self.id.clone();
        let mut seen = BTreeSet::new();
        for matter in self.matters() {
            let item = || matter.item.clone();
            if !seen.insert(&matter.item) {
                problems.push(BundleProblem::Twice(id(), item()));
            }
            if !is_item(&matter.item) {
                problems.push(BundleProblem::NoItem(id(), item()));
            }
            let strangers = matter.after.iter().flatten().filter(|before| self.matter(before).is_none());
            problems.extend(strangers.map(|before| BundleProblem::NoPredecessor(id(), item(), before.clone())));
            if self.waits_for_itself(&matter.item) {
                problems.push(BundleProblem::Cycle(id(), item()));
            }
            let wrong = matter.when.iter().flat_map(|when| when.problems(book.facts()));
            problems.extend(wrong.map(|problem| BundleProblem::Condition(id(), item(), problem)));
            let has_words = matter.when_text.as_ref().is_some_and(|text| !text.trim().is_empty());
            if matter.when.is_some() != has_words {
                problems.push(BundleProblem::HalfCondition(id(), item()));
            }
            let unknown = matter.gives.iter().filter(|paper| book.paper(paper).is_none());
            problems.extend(unknown.map(|paper| BundleProblem::NoPaper(id(), item(), paper.clone())));
        }
    }

    fn waits_for_itself(&self, item: &ItemCode) -> bool {
        let (mut open, mut seen) = (named(self, item), BTreeSet::new());
        while let Some(before) = open.pop() {
            if before == *item {
                return true;
            }
            if seen.insert(before.clone()) {
                open.extend(named(self, &before));
            }
        }
        false
    }

    fn note_fields(&self, problems: &mut Vec<BundleProblem>) {
        let mut seen = BTreeSet::new();
        for FormField { name, source, from } in &self.fields {
            if name.trim().is_empty() || !seen.insert(name) {
                problems.push(BundleProblem::Field(self.id.clone(), name.clone()));
            }
            if *source == FieldSource::Asked && from.is_some() {
                problems.push(BundleProblem::AskedAndShared(self.id.clone(), name.clone()));
            }
        }
    }
}
