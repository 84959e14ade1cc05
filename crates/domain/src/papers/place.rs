//! Places the material names of guides on canonical papers.
//!
//! No guessing: a name is placed when it is one of the known spellings, or becomes one after words
//! are taken away that say nothing about which paper it is (有效, 原件及复印件), or falls apart into
//! such names. A name with anything left over is not placed; a clerk sees it in a list.

mod clean;
mod parts;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use super::{Join, Paper, PaperKind, Placed, PlacedPaper};
use clean::Cleaned;

pub use words::{PlacingWords, WhoseWords};

/// How a name was placed; the later, the less directly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sureness {
    /// It is a known spelling as it stands.
    Known,
    /// It is one after words were taken away that say nothing of the paper.
    Trimmed,
    /// It ends like one, whatever it is about: 某事的授权委托书.
    Ending,
    /// It is several known names joined by 和 or 或.
    Joined,
    /// It names some papers and then "and the like" (等), or others that no list knows.
    Examples,
}

/// So many words around a name are taken away, and no more.
const MOST_WORDS: u8 = 6;

/// A name from which words were taken.
#[derive(Clone, Copy)]
struct Reduced<'a, 'w> {
    text: &'a str,
    /// Whose paper it is, once a word for a person was taken; empty for the applicant.
    whose: Option<&'w str>,
    /// Only papers that a person holds can be meant.
    only_held: bool,
}

/// Knows every spelling of every paper.
#[derive(Debug, Clone, Default)]
pub struct Placer {
    spellings: BTreeMap<String, String>,
    /// Names that look like a known paper and are another.
    strangers: BTreeSet<String>,
    /// Endings that make any name a paper, the longest first.
    endings: Vec<(String, String)>,
    /// Papers that a person holds or that say something about a person.
    held: BTreeSet<String>,
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
            if matches!(paper.kind, PaperKind::Certificate | PaperKind::Proof) {
                placer.held.insert(paper.id.clone());
            }
            placer.endings.extend(paper.ends.iter().map(|end| (clean::fold(end), paper.id.clone())));
            others.extend(paper.not.iter().map(|name| (name, &paper.id)));
        }
        for (name, id) in others {
            let folded = clean::fold(name);
            if placer.spellings.get(&folded) == Some(id) {
                problems.push(SpellingProblem::Contradiction(name.clone(), id.clone()));
            }
            placer.strangers.insert(folded);
        }
        placer.endings.sort_by_key(|(end, _)| std::cmp::Reverse(end.len()));
        if problems.is_empty() { Ok(placer) } else { Err(problems) }
    }

    /// The papers of a published name and how surely; `None` when it cannot be placed.
    pub fn place(&self, name: &str) -> Option<(Placed, Sureness)> {
        let folded = without_or_in_brackets(clean::fold(name));
        if let Some(paper) = self.spellings.get(&folded) {
            return Some((Placed::one(paper), Sureness::Known));
        }
        if self.strangers.contains(&folded) {
            return None;
        }
        let cleaned = Cleaned::new(&folded, |remark| self.says_nothing(remark))?;
        if let Some(one) = self.single(&cleaned.text) {
            return Some((Placed { papers: vec![one], join: Join::All, more: false }, Sureness::Trimmed));
        }
        self.joined(&cleaned.text).or_else(|| {
            let one = self.by_ending(&cleaned.text)?;
            Some((Placed { papers: vec![one], join: Join::All, more: false }, Sureness::Ending))
        })
    }

    /// A paper about something that no list knows, by how its name ends.
    fn by_ending(&self, text: &str) -> Option<PlacedPaper> {
        let mut rest = Some(text);
        while let Some(text) = rest {
            let found = self.endings.iter().find_map(|(end, paper)| Some((text.strip_suffix(end.as_str())?, paper)));
            if let Some((about, paper)) = found {
                let is_one = parts::split(about).is_none() && !self.words.are_strangers(about);
                return is_one.then(|| PlacedPaper { paper: paper.clone(), whose: None });
            }
            rest = self.words.without_ending(text).into_iter().next();
        }
        None
    }

    /// Several papers in one name. A part that nobody knows is said to be there, and never dropped with the others.
    fn joined(&self, text: &str) -> Option<(Placed, Sureness)> {
        let parts = parts::split(text)?;
        let mut papers: Vec<PlacedPaper> = Vec::with_capacity(parts.names.len());
        let mut more = false;
        for name in &parts.names {
            let Some(mut paper) = self.single(name) else {
                more = true;
                continue;
            };
            // 监护人的身份证和户口簿: the second is the guardian's too.
            if paper.whose.is_none() && parts.join == Join::All && !more {
                paper.whose = papers.last().and_then(|before| before.whose.clone());
            }
            if !papers.contains(&paper) {
                papers.push(paper);
            }
        }
        let sureness = if parts.examples || more { Sureness::Examples } else { Sureness::Joined };
        (!papers.is_empty()).then_some((Placed { papers, join: parts.join, more }, sureness))
    }

    /// One paper, perhaps another person's, perhaps with words around it that say nothing.
    fn single(&self, text: &str) -> Option<PlacedPaper> {
        self.reduced(Reduced { text, whose: None, only_held: false }, MOST_WORDS)
    }

    /// Takes words away until a spelling is left. A word may be part of the spelling, so every way is tried.
    fn reduced(&self, name: Reduced<'_, '_>, words: u8) -> Option<PlacedPaper> {
        let Reduced { text, whose, only_held } = name;
        if self.strangers.contains(text) {
            return None;
        }
        if let Some(paper) = self.spellings.get(text).filter(|paper| !only_held || self.held.contains(*paper)) {
            let whose = whose.filter(|whose| !whose.is_empty()).map(str::to_owned);
            return Some(PlacedPaper { paper: paper.clone(), whose });
        }
        let words = words.checked_sub(1)?;
        let plain = self.words.without_ending(text).into_iter().chain(self.words.without_beginning(text));
        let plain = plain.map(|text| Reduced { text, ..name });
        let person = self.words.person(text).into_iter().filter(|_| whose.is_none());
        let person = person.map(|(whose, text)| Reduced { text, whose: Some(whose), only_held });
        if let Some(found) = plain.chain(person).find_map(|less| self.reduced(less, words)) {
            return Some(found);
        }
        let somebody = self.words.somebody(text).into_iter().filter(|_| whose.is_none());
        let somebody = somebody.map(|(whose, text)| Reduced { text, whose: Some(whose), only_held });
        let of_place = self.words.without_place(text).map(|text| Reduced { text, whose, only_held: true });
        somebody.chain(of_place).find_map(|less| self.reduced(less, words))
    }

    /// Whether a remark in brackets can be left out: how many, which side, for whom.
    fn says_nothing(&self, remark: &str) -> bool {
        let names_a_paper = || self.spellings.keys().any(|spelling| remark.contains(spelling.as_str()));
        self.words.is_remark(remark) && !names_a_paper()
    }
}

/// 营业执照(或税务登记证) is a choice of two.
fn without_or_in_brackets(folded: String) -> String {
    match folded.split_once("(或") {
        Some((before, after)) => format!("{before}或{}", after.replacen(')', "", 1)),
        None => folded,
    }
}

#[cfg(test)]
mod tests;
