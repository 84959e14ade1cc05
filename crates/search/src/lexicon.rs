//! What the engine knows about words: data of data/lexicon, read and checked once.

#[cfg(feature = "authoring")]
mod builtin;
#[cfg(feature = "authoring")]
mod check;
#[cfg(feature = "authoring")]
mod dead;
#[cfg(feature = "authoring")]
mod parse;
#[cfg(feature = "authoring")]
mod shape;
mod trie;
#[cfg(feature = "authoring")]
mod within;
mod words;

use std::sync::Arc;

use domain::Audience;

#[cfg(feature = "authoring")]
pub use check::LexiconProblem;
pub(crate) use trie::Trie;
pub use words::WordsError;

use crate::{characters::Characters, text};

/// What a phrase says. One phrase may say several things.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Senses {
    /// Nothing about the matter.
    pub drop: bool,
    /// Another matter follows.
    pub between: bool,
    /// The same as the other words of this group.
    pub same: Option<u32>,
    /// These official words, likeliest first; phrases that mean the same share them.
    pub means: Arc<[Vec<char>]>,
    /// Actions asked for, one bit each.
    pub actions: u32,
    /// Whom it is for.
    pub audience: Option<Audience>,
    /// Places in combinations: which one, and which of its words.
    pub together: Vec<(u32, u32)>,
    /// Only part of combinations; by itself it is no word to cut a text at.
    pub bare: bool,
}

/// Words that have a meaning together; words that only hint, when there is no second one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Together {
    /// How many words there are; a query must have them all.
    pub words: u32,
    /// The official words, likeliest first.
    pub means: Arc<[Vec<char>]>,
}

/// What is to be done with a matter: 新办, 补办, 注销 …
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Action {
    /// How names show it.
    pub names: Vec<Vec<char>>,
    /// Rank in thousandths when no action is asked for.
    pub prior: u16,
    /// Bits of the actions that often serve instead.
    pub near: u32,
}

/// The words people use and what they mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// What tells it from other words: the check of its compiled form.
    pub(crate) mark: u64,
    pub(crate) characters: Arc<Characters>,
    pub(crate) phrases: Vec<(Vec<char>, Senses)>,
    pub(crate) trie: Trie,
    pub(crate) edges: Vec<char>,
    pub(crate) alone: Vec<char>,
    pub(crate) lookalike: Vec<(char, char)>,
    /// Words that hold a character with several readings, and the numbers of theirs.
    pub(crate) readings: Vec<(Vec<char>, Vec<u16>)>,
    pub(crate) groups: Vec<Vec<Vec<char>>>,
    pub(crate) actions: Vec<Action>,
    pub(crate) together: Vec<Together>,
    /// All official words that something means, sorted.
    pub(crate) targets: Vec<Vec<char>>,
    /// Words and the plain words that are read instead, by their number in `say_trie`.
    pub(crate) say: Vec<(Vec<char>, Vec<char>)>,
    pub(crate) say_trie: Trie,
}

impl Lexicon {
    /// Reads lexicon files, each a name and its TOML; every problem is returned, not only the first.
    #[cfg(feature = "authoring")]
    pub fn parse(files: &[(&str, &str)]) -> Result<Self, Vec<LexiconProblem>> {
        parse::parse(files)
    }

    /// The lexicon of data/lexicon. A test proves that it parses.
    #[cfg(feature = "authoring")]
    pub fn builtin() -> Self {
        Self::parse(builtin::FILES).unwrap_or_default()
    }

    /// Folds a text with the look-alike characters of the lexicon.
    pub(crate) fn fold(&self, text: &str) -> Vec<char> {
        let find = |c| self.lookalike.binary_search_by_key(&c, |pair| pair.0).ok();
        let plain = |c| find(c).map_or(c, |at| self.lookalike[at].1);
        self.characters.fold_text(text, &plain)
    }

    /// A folded text in plain words: every word of a dialect that is not `kept` is replaced, the longest first.
    pub(crate) fn plainly(
        &self,
        text: Vec<char>,
        kept: &dyn Fn(&[char]) -> bool,
        replaced: &mut Vec<(String, String)>,
    ) -> Vec<char> {
        let mut out = Vec::with_capacity(text.len());
        let mut at = 0;
        while at < text.len() {
            match self.say_trie.at(&text[at..]).last().filter(|&(length, _)| !kept(&text[at..at + length])) {
                Some((length, number)) => {
                    let (_, plain) = &self.say[number as usize];
                    replaced.push((text[at..at + length].iter().collect(), plain.iter().collect()));
                    out.extend(plain);
                    at += length;
                }
                None => {
                    out.push(text[at]);
                    at += 1;
                }
            }
        }
        out
    }

    /// A name with gaps for the words of its actions; none when it shows none or nothing is left.
    pub(crate) fn without_actions(&self, name: &[char]) -> Option<Vec<char>> {
        let mut rest = name.to_vec();
        for shown in self.actions.iter().flat_map(|action| &action.names) {
            for at in 0..rest.len().saturating_sub(shown.len() - 1) {
                if rest.get(at) == shown.first() && rest[at..].starts_with(shown) {
                    rest[at..at + shown.len()].fill(text::GAP);
                }
            }
        }
        let left = rest.iter().filter(|&&c| c != text::GAP).count();
        (left > 1 && rest != name).then_some(rest)
    }

    /// The actions that a folded name shows, one bit each.
    pub(crate) fn actions_of(&self, name: &[char]) -> u32 {
        let mut bits = 0;
        for (bit, action) in self.actions.iter().enumerate() {
            // Nearly always the first character tells that a word does not stand there.
            let stands = |shown: &Vec<char>, at| shown.first() == name.get(at) && name[at..].starts_with(shown);
            if action.names.iter().any(|shown| (0..name.len()).any(|at| stands(shown, at))) {
                bits |= 1 << bit;
            }
        }
        bits
    }
}

#[cfg(test)]
#[cfg(feature = "authoring")]
mod tests;
