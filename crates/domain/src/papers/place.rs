//! Places the material names of guides on canonical papers.
//!
//! No guessing: a name is placed when it is one of the known spellings, or becomes one after words
//! are taken away that say nothing about which paper it is (有效, 原件及复印件), or falls apart into
//! such names. A name with anything left over is not placed; a clerk sees it in a list.

mod clean;
mod parts;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use super::{Join, Paper, Placed, PlacedPaper};
use clean::Cleaned;

pub use words::{PlacingWords, WhoseWords};

/// How a name was placed; the later, the less directly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sureness {
    /// It is a known spelling as it stands.
    Known,
    /// It is one after words were taken away that say nothing of the paper.
    Trimmed,
    /// It is several known names joined by 和 or 或.
    Joined,
    /// It names some papers and then "and the like" (等).
    Examples,
}

/// Knows every spelling of every paper.
#[derive(Debug, Clone, Default)]
pub struct Placer {
    spellings: BTreeMap<String, String>,
    /// Names that look like a known paper and are another.
    strangers: BTreeSet<String>,
    words: PlacingWords,
}

/// What is wrong with the spellings of papers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SpellingProblem {
    /// Two papers are written the same way.
    #[error("{0} is a spelling of both {1} and {2}")]
    Twice(String, String, String),
    /// A paper is written in a way that it says it is not.
    #[error("{0} is a spelling of {1}, which says that it is not")]
    Contradiction(String, String),
}

impl Placer {
    /// Takes all papers and the words that say nothing; every problem is returned, not only the first.
    pub fn build<'a>(
        papers: impl IntoIterator<Item = &'a Paper>,
        words: PlacingWords,
    ) -> Result<Self, Vec<SpellingProblem>> {
        let mut placer = Self { words, ..Self::default() };
        let mut problems = Vec::new();
        let mut others = Vec::new();
        for paper in papers {
            for spelling in std::iter::once(&paper.name).chain(&paper.written) {
                let folded = clean::fold(spelling);
                match placer.spellings.insert(folded, paper.id.clone()) {
                    Some(other) if other != paper.id => {
                        problems.push(SpellingProblem::Twice(spelling.clone(), other, paper.id.clone()));
                    }
                    _ => {}
                }
            }
            others.extend(paper.not.iter().map(|name| (name, &paper.id)));
        }
        for (name, id) in others {
            let folded = clean::fold(name);
            if placer.spellings.get(&folded) == Some(id) {
                problems.push(SpellingProblem::Contradiction(name.clone(), id.clone()));
            }
            placer.strangers.insert(folded);
        }
        if problems.is_empty() { Ok(placer) } else { Err(problems) }
    }

    /// The papers of a published name and how surely; `None` when it cannot be placed.
    pub fn place(&self, name: &str) -> Option<(Placed, Sureness)> {
        let folded = clean::fold(name);
        if let Some(paper) = self.spellings.get(&folded) {
            return Some((Placed::one(paper), Sureness::Known));
        }
        if self.strangers.contains(&folded) {
            return None;
        }
        let cleaned = Cleaned::new(&folded, |remark| self.says_nothing(remark))?;
        if let Some(one) = self.single(&cleaned.text) {
            return Some((Placed { papers: vec![one], join: Join::All }, Sureness::Trimmed));
        }
        self.joined(&cleaned.text)
    }

    /// Several papers in one name: every part must be one.
    fn joined(&self, text: &str) -> Option<(Placed, Sureness)> {
        let parts = parts::split(text)?;
        let mut papers: Vec<PlacedPaper> = Vec::with_capacity(parts.names.len());
        for name in &parts.names {
            let mut paper = self.single(name)?;
            // 监护人的身份证和户口簿: the second is the guardian's too.
            if paper.whose.is_none() && parts.join == Join::All {
                paper.whose = papers.last().and_then(|before| before.whose.clone());
            }
            if !papers.contains(&paper) {
                papers.push(paper);
            }
        }
        let sureness = if parts.examples { Sureness::Examples } else { Sureness::Joined };
        Some((Placed { papers, join: parts.join }, sureness))
    }

    /// One paper, perhaps another person's, perhaps with words around it that say nothing.
    fn single(&self, text: &str) -> Option<PlacedPaper> {
        let mut whose = None;
        let mut rest = text;
        loop {
            if let Some(paper) = self.spellings.get(rest) {
                return Some(PlacedPaper { paper: paper.clone(), whose });
            }
            rest = if let Some(less) = self.words.without_ending(rest).or_else(|| self.words.without_beginning(rest)) {
                less
            } else if let Some((person, less)) = self.words.person(rest).filter(|_| whose.is_none()) {
                whose = Some(person.to_owned());
                less
            } else {
                return None;
            };
        }
    }

    /// Whether a remark in brackets can be left out: how many, which side, for whom.
    fn says_nothing(&self, remark: &str) -> bool {
        self.words.is_remark(remark) && self.single(remark).is_none()
    }
}

#[cfg(test)]
mod tests;
