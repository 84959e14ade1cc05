//! A query as it was understood.

use std::sync::Arc;

use domain::Audience;

use crate::explain::Pairs;

/// What a text asks for, bound to the engine that understood it.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// The words that are searched for.
    pub shown: String,
    /// Words left out: question phrases, fillers.
    pub dropped: Vec<String>,
    /// Words read as other words: as typed, as read.
    pub corrected: Vec<(String, String)>,
    /// The matters asked for; more than one for 身份证和驾照.
    pub(crate) parts: Vec<Part>,
    /// Items whose whole name was typed.
    pub(crate) exact: Vec<u32>,
    /// Terms whose presence in a name explains that name.
    pub(crate) known: Vec<u32>,
    /// The text as it was read: plain words, letters and slips resolved.
    pub(crate) read: Vec<char>,
    /// The folded text, to look for something near when nothing fits.
    pub(crate) folded: Vec<char>,
}

impl Query {
    /// Whether nothing at all was typed: then the most asked-for matters come first.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }
}

/// One matter asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Part {
    pub clauses: Vec<Clause>,
    /// Actions asked for, one bit each.
    pub actions: u32,
    /// Actions that the words imply without asking.
    pub implied: u32,
    pub audience: Option<Audience>,
    /// What the words hint at; counts only as far as nothing else explains them.
    pub hunch: Option<Clause>,
    /// Pairs of characters typed that the catalogue does not write.
    pub strange: u32,
    /// All words that say something, as typed, with gaps between them.
    pub said: Vec<char>,
}

/// One thing that a matter should be about.
#[derive(Debug, Clone)]
pub(crate) struct Clause {
    /// What it counts, in 1/256 bits.
    pub mass: u32,
    /// Ways to be about it; the best one counts.
    pub ways: Vec<Way>,
}

/// One way to be about something, and how likely it is meant.
#[derive(Debug, Clone)]
pub(crate) struct Way {
    /// How likely this way is meant, in 1/1024.
    pub weight: u32,
    /// Shared by all queries when it comes from the lexicon.
    pub sense: Arc<Sense>,
}

/// Words that should stand in an item, and all that is looked up about them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sense {
    /// Terms and what each counts of `total`.
    pub terms: Vec<(u32, u32)>,
    pub total: u32,
    /// Whether half of the words is much less than half of the sense.
    pub whole: bool,
    /// The words, to tell why an item is here.
    pub words: Vec<char>,
    /// The group of words that mean the same, when the words are one of it.
    pub group: Option<u32>,
    /// The pairs of the words, and those of the other words of the group too.
    pub pairs: (Pairs, Pairs),
    /// Terms that explain a name, when the query's own pairs do not hold them all.
    pub known: Vec<u32>,
    /// Actions that the words show; only for a whole sense.
    pub actions: u32,
    /// The words without their actions; only for a whole sense.
    pub rest: Option<Arc<Sense>>,
}
