//! Every way in which a paper is written, the ways that nobody needs to list among them.

use std::collections::BTreeMap;

use super::{SpellingProblem, clean};
use crate::{order, papers::Paper};

/// Endings that organs exchange freely.
const EXCHANGED: &[(&str, &str)] =
    &[("证书", "证"), ("证明书", "证明"), ("合同书", "合同"), ("协议书", "协议"), ("的证明", "证明"), ("证明", "材料")];
/// A stem this long says what the paper is about even where 材料 stands for 证明.
const TELLING_STEM: usize = 3;

/// Papers by their spellings.
#[derive(Debug, Clone, Default)]
pub(super) struct Spellings {
    papers: BTreeMap<String, String>,
}

impl Spellings {
    /// Takes the names of all papers; a spelling of two is a problem.
    pub fn add(&mut self, paper: &Paper, problems: &mut Vec<SpellingProblem>) {
        for spelling in std::iter::once(&paper.name).chain(&paper.written) {
            match self.papers.insert(clean::fold(spelling), paper.id.clone()) {
                Some(other) if other != paper.id => {
                    problems.push(SpellingProblem::Twice(spelling.clone(), other, paper.id.clone()));
                }
                _ => {}
            }
        }
    }

    /// Adds what follows from the listed ones. What would follow from two papers, or is said to be another, is neither's.
    pub fn add_exchanged(&mut self, strangers: &[String]) {
        let mut found: Vec<(String, String)> = Vec::new();
        for (spelling, paper) in &self.papers {
            found.extend(exchanged(spelling).into_iter().map(|name| (name, paper.clone())));
        }
        found.retain(|(name, _)| !self.papers.contains_key(name) && !strangers.contains(name));
        order::sort_dedup(&mut found);
        let of_two = |at: usize| {
            let is = |other: Option<&(String, String)>| other.is_some_and(|(name, _)| *name == found[at].0);
            is(found.get(at + 1)) || at > 0 && is(found.get(at - 1))
        };
        let new: Vec<usize> = (0..found.len()).filter(|&at| !of_two(at)).collect();
        for at in new {
            let (name, paper) = found[at].clone();
            self.papers.insert(name, paper);
        }
    }

    /// The paper that is written so.
    pub fn get(&self, text: &str) -> Option<&String> {
        self.papers.get(text)
    }

    /// Whether a text holds the name of a paper.
    pub fn stand_in(&self, text: &str) -> bool {
        self.papers.keys().any(|spelling| text.contains(spelling.as_str()))
    }
}

fn exchanged(spelling: &str) -> Vec<String> {
    let is_vague = |end: &str| end == "材料";
    let stem = |end: &str| spelling.strip_suffix(end).filter(|stem| stem.chars().count() > 1);
    let swap = |from: &'static str, to: &'static str| {
        let stem =
            stem(from).filter(|stem| !(is_vague(from) || is_vague(to)) || stem.chars().count() >= TELLING_STEM)?;
        Some(format!("{stem}{to}"))
    };
    let ways = EXCHANGED.iter().flat_map(|&(one, other)| [swap(one, other), swap(other, one)]);
    ways.flatten().collect()
}
