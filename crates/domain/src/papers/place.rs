//! Places the material names of guides on canonical papers.
//!
//! No guessing: a name is placed when it is one of the known spellings, or becomes one after words
//! are taken away that say nothing about which paper it is (有效, 原件及复印件), or falls apart into
//! such names. A name with anything left over is not placed; a clerk sees it in a list.

mod clause;
mod clean;
mod parts;
mod reduce;
mod spellings;
mod words;

use super::{Join, Paper, PaperKind, Placed, PlacedPaper};
use crate::order;
use clean::Cleaned;
use spellings::Spellings;

pub use words::{PlacingWords, WhoseWords};

/// How a name was placed; the later, the less directly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sureness {
    /// It is a known spelling as it stands.
    Known,
    /// It is one after words were taken away that say nothing of the paper.
    Trimmed,
    /// It ends like one, whatever it is about or whoever made it: 某事的授权委托书.
    Ending,
    /// It is several known names joined by 和 or 或.
    Joined,
    /// It names some papers and then "and the like" (等), or others that no list knows.
    Examples,
}

/// An official name this long is a paper whatever stands before it; shorter ones are parts of other names.
const TELLING_NAME: usize = 4;

/// Knows every spelling of every paper.
#[derive(Debug, Clone, Default)]
pub struct Placer {
    spellings: Spellings,
    /// Names that look like a known paper and are another.
    strangers: Vec<String>,
    /// Endings that make any name a paper, the longest first.
    endings: Vec<(String, String)>,
    /// Papers that a person holds or that say something about a person.
    held: Vec<String>,
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
            placer.spellings.add(paper, &mut problems);
            if matches!(paper.kind, PaperKind::Certificate | PaperKind::Proof) {
                placer.held.push(paper.id.clone());
            }
            let name = Some(&paper.name).filter(|name| name.chars().count() >= TELLING_NAME);
            placer.endings.extend(paper.ends.iter().chain(name).map(|end| (clean::fold(end), paper.id.clone())));
            others.extend(paper.not.iter().map(|name| (name, &paper.id)));
        }
        for (name, id) in others {
            let folded = clean::fold(name);
            if placer.spellings.get(&folded) == Some(id) {
                problems.push(SpellingProblem::Contradiction(name.clone(), id.clone()));
            }
            placer.strangers.push(folded);
        }
        placer.spellings.add_exchanged(&placer.strangers);
        order::sort_by_key(&mut placer.endings, |(end, _)| std::cmp::Reverse(end.len()));
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
        match cleaned.said.as_slice() {
            [] => self.whole(&cleaned.text),
            [said] => self.with_remark(&cleaned.text, said),
            _ => None,
        }
    }

    /// A name without brackets.
    fn whole(&self, text: &str) -> Option<(Placed, Sureness)> {
        if let Some(one) = self.single(text) {
            return Some((Placed { papers: vec![one], join: Join::All, more: false }, Sureness::Trimmed));
        }
        self.made(text).or_else(|| self.joined(text)).or_else(|| self.alone(self.by_ending(text)?)).or_else(|| {
            let (condition, object) =
                clause::handed_in(text).filter(|(before, _)| !self.words.are_strangers(before))?;
            let (placed, sureness) = self.whole(object).filter(|_| !parts::goes_on(condition))?;
            Some((placed, sureness.max(Sureness::Ending)))
        })
    }

    fn alone(&self, one: PlacedPaper) -> Option<(Placed, Sureness)> {
        Some((Placed { papers: vec![one], join: Join::All, more: false }, Sureness::Ending))
    }

    /// What somebody made, whoever it was: 与单位签订的劳动合同. A maker's words that name a paper are no maker.
    fn made(&self, text: &str) -> Option<(Placed, Sureness)> {
        let (maker, paper) = clause::made(text)?;
        let is_maker =
            clause::made(maker).is_none() && !parts::holds_joint_behind_of(maker) && !self.spellings.stand_in(maker);
        let (placed, sureness) =
            self.whole(paper).filter(|(placed, _)| is_maker && self.go_with(maker, &placed.papers))?;
        Some((placed, sureness.max(Sureness::Ending)))
    }

    /// A name with one remark in brackets that says something: what the paper holds, or which one is meant.
    fn with_remark(&self, text: &str, said: &str) -> Option<(Placed, Sureness)> {
        let outside = self.whole(text);
        let Some(held) = clean::held(said) else {
            return match outside {
                None => self.alone(self.single(said).filter(|_| clean::is_any_paper(text))?),
                Some((placed, sureness)) => {
                    let is_about_it = !self.words.are_strangers(said) && !self.spellings.stand_in(said);
                    is_about_it.then_some((placed, sureness.max(Sureness::Ending)))
                }
            };
        };
        let (mut placed, _) = outside?;
        let inside = self.whole(held).map(|(inside, _)| inside);
        placed.more |= inside.as_ref().is_none_or(|inside| inside.more || inside.join == Join::Any);
        for paper in inside.into_iter().flat_map(|inside| inside.papers) {
            if !placed.papers.contains(&paper) {
                placed.papers.push(paper);
            }
        }
        placed.more |= placed.join == Join::Any;
        Some((placed, Sureness::Examples))
    }

    /// A paper about something that no list knows, by how its name ends.
    fn by_ending(&self, text: &str) -> Option<PlacedPaper> {
        let mut rest = Some(text);
        while let Some(text) = rest {
            let found = self.endings.iter().find_map(|(end, paper)| Some((text.strip_suffix(end.as_str())?, paper)));
            if let Some((about, paper)) = found {
                let is_one = parts::split(about).is_none() && !parts::goes_on(about) && !clause::turns_around(about);
                let paper = PlacedPaper { paper: paper.clone(), whose: None };
                return (is_one && self.go_with(about, std::slice::from_ref(&paper))).then_some(paper);
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
        // 营业执照等身份证明: the kind behind the examples is itself a paper.
        let kind = parts.kind.and_then(|kind| self.single(kind));
        for name in &parts.names {
            let Some(mut paper) = self.part(name) else {
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
        let is_kind_of = |paper: &PlacedPaper| !papers.is_empty() && papers.iter().all(|at| at.paper != paper.paper);
        papers.extend(kind.filter(is_kind_of));
        // 身份证或户口簿和照片: what replaces what is unclear, so whatever is dropped, the name stays in the bag.
        let more = more || parts.mixed;
        let sureness = if parts.examples || more { Sureness::Examples } else { Sureness::Joined };
        (!papers.is_empty()).then_some((Placed { papers, join: parts.join, more }, sureness))
    }

    /// One paper of a list, with whatever stands around it.
    fn part(&self, text: &str) -> Option<PlacedPaper> {
        let plain = self.single(text).or_else(|| self.by_ending(text));
        plain.or_else(|| {
            let cut = clause::made(text).or_else(|| clause::handed_in(text));
            let (before, rest) = cut?;
            let paper = self.single(rest).or_else(|| self.by_ending(rest))?;
            self.go_with(before, std::slice::from_ref(&paper)).then_some(paper)
        })
    }

    /// Whether words about a paper leave it what it is.
    fn go_with(&self, about: &str, papers: &[PlacedPaper]) -> bool {
        match papers.iter().any(|at| self.held.contains(&at.paper)) {
            true => !self.words.are_strangers(about),
            false => !self.words.are_others(about),
        }
    }

    /// Whether a remark in brackets can be left out: how many, which side, for whom.
    fn says_nothing(&self, remark: &str) -> bool {
        self.words.is_remark(remark) && !self.spellings.stand_in(remark)
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
