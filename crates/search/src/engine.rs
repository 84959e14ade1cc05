//! The engine: built once from all items, then only read.

use std::sync::Arc;

use crate::{
    Doc, Lexicon,
    doc::{Folded, compact},
    explain::Glance,
    hunch::Hunches,
    index::{Index, bigram, concept},
    meanings::Meanings,
    order,
    rank::Standing,
    sound::Sounds,
    text::GAP,
    understand::Ready,
};

/// Everything that search knows of a catalogue.
#[derive(Debug)]
pub struct Engine {
    pub(crate) lexicon: Arc<Lexicon>,
    pub(crate) docs: Vec<Folded>,
    /// Names as they are shown, for suggestions.
    pub(crate) shown: Vec<String>,
    pub(crate) index: Index,
    pub(crate) sounds: Sounds,
    /// Whole names without gaps and their items, sorted.
    pub(crate) whole_names: Vec<(Vec<char>, u32)>,
    /// Items, the most asked-for first.
    pub(crate) by_popularity: Vec<u32>,
    /// The first item of the same name and department.
    pub(crate) same: Vec<u32>,
    /// The pairs of all words of a group, by the group's term.
    pub(crate) group_pairs: Vec<(u32, Vec<u32>)>,
    /// What phrases mean in this catalogue.
    pub(crate) meanings: Meanings,
    /// The actions that any item shows, one bit each: what none does cannot be asked for.
    pub(crate) actions: u32,
    /// What counts for each item whatever is asked.
    pub(crate) standing: Vec<Standing>,
    /// What tells quickly that a word is not in a text.
    pub(crate) glance: Glance,
    /// What the phrases come to.
    pub(crate) ready: Ready,
    /// What characters hint at when no phrase fits; a phone learns it from the phrases that are in question.
    pub(crate) hunches: Option<Hunches>,
}

impl Engine {
    /// Builds the engine of a server, with all that can be looked up beforehand; a document's position is its id.
    pub fn build(docs: Vec<Doc>, lexicon: &Lexicon) -> Self {
        let mut engine = Self::lean(docs.into_iter(), Arc::new(lexicon.clone()));
        let known = Meanings::look_up(&engine);
        engine.meanings.keep(known);
        engine.ready = Ready::compile(&engine);
        engine.hunches = Some(Hunches::of_all(&engine.lexicon, &engine.meanings));
        engine
    }

    /// Builds the engine of a phone: quick to open and small. It answers as the other one does, but looks up what
    /// phrases come to when they are typed.
    pub fn lean(docs: impl Iterator<Item = Doc>, lexicon: Arc<Lexicon>) -> Self {
        let mut shown = Vec::new();
        let mut folded = Vec::new();
        for doc in docs {
            folded.push(Folded::new(&doc, &lexicon));
            shown.push(doc.name);
        }
        let index = Index::build(&folded, &lexicon);
        let mut names: Vec<&[char]> = folded.iter().flat_map(Folded::names).flat_map(|name| words_of(name)).collect();
        order::sort_dedup(&mut names);
        let mut whole_names: Vec<(Vec<char>, u32)> = Vec::new();
        for (id, doc) in folded.iter().enumerate() {
            whole_names.extend(doc.names().map(|name| (compact(name), id as u32)));
        }
        order::sort_dedup(&mut whole_names);
        let mut by_popularity: Vec<u32> = (0..folded.len() as u32).collect();
        order::sort_by_key(&mut by_popularity, |&id| u16::MAX - folded[id as usize].popularity);
        let mut engine = Self {
            meanings: Meanings::default(),
            ready: Ready::default(),
            hunches: None,
            glance: Glance::build(&folded, &lexicon),
            actions: folded.iter().fold(0, |bits, doc| bits | doc.actions),
            standing: Standing::of_all(&folded, &index, &lexicon),
            sounds: Sounds::build(&names, &said_words(&lexicon, &index), &lexicon),
            group_pairs: group_pairs(&lexicon, &index),
            same: representatives(&folded),
            shown,
            lexicon,
            docs: folded,
            index,
            whole_names,
            by_popularity,
        };
        engine.meanings = Meanings::find(&engine);
        engine
    }

    /// The words that it reads queries with.
    pub fn words(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The item under which a near-duplicate stands: the first of the same name and department.
    pub fn same(&self, doc: u32) -> u32 {
        self.same.get(doc as usize).copied().unwrap_or(doc)
    }
}

/// The pieces of a name between gaps.
fn words_of(name: &[char]) -> impl Iterator<Item = &[char]> {
    name.split(|&c| c == GAP).filter(|word| word.len() > 1)
}

/// Words that people type by sound: whatever says something about a matter, and whether it names a thing.
fn said_words<'a>(lexicon: &'a Lexicon, index: &Index) -> Vec<(&'a [char], bool)> {
    let mut said = Vec::new();
    for (phrase, senses) in lexicon.phrases.iter().filter(|(phrase, _)| phrase.len() > 1) {
        let is_core = senses.same.is_some_and(|group| index.term(concept(group)).is_some());
        if is_core || !senses.means.is_empty() || senses.actions != 0 {
            said.push((phrase.as_slice(), is_core));
        }
    }
    said
}

fn group_pairs(lexicon: &Lexicon, index: &Index) -> Vec<(u32, Vec<u32>)> {
    let mut pairs: Vec<(u32, Vec<u32>)> = Vec::new();
    for (number, group) in lexicon.groups.iter().enumerate() {
        let Some(term) = index.term(concept(number as u32)) else { continue };
        let all = group.iter().flat_map(|word| word.windows(2)).filter_map(|pair| bigram(pair[0], pair[1]));
        pairs.push((term, all.filter_map(|key| index.term(key)).collect()));
    }
    order::sort_by_key(&mut pairs, |(term, _)| *term);
    pairs
}

fn representatives(docs: &[Folded]) -> Vec<u32> {
    let keys: Vec<[Vec<char>; 2]> = docs.iter().map(|doc| [compact(&doc.name), compact(&doc.department)]).collect();
    let mut ids: Vec<u32> = (0..docs.len() as u32).collect();
    let key = |id: &u32| &keys[*id as usize];
    order::sort_by_key(&mut ids, key);
    let mut first = vec![0; docs.len()];
    for alike in ids.chunk_by(|a, b| key(a) == key(b)) {
        alike.iter().for_each(|&id| first[id as usize] = alike[0]);
    }
    first
}
