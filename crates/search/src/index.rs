//! The inverted index: terms of all fields with ready integer impacts.

mod fixed;
mod slots;
mod tokens;

use crate::{Lexicon, doc::Folded};

use slots::Slots;

pub(crate) use fixed::{ONE, rarity};
pub(crate) use tokens::{bigram, concept, concepts_in, unigram};

/// How much a field counts, in 1/256.
const NAME: u32 = 1024;
const ALIAS: u32 = 820;
const THEME: u32 = 90;
const DEPARTMENT: u32 = 60;
/// How much a long name weakens its words, in 1/256.
const LENGTH: u32 = 90;
/// Where more of the same word stops counting, in 1/256.
const SATURATION: u32 = 256;
/// No impact is greater.
pub(crate) const MOST_IMPACT: u32 = 1280;

/// Terms, their documents, and the words of every name.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Keys of terms, sorted; a term's id is its position.
    keys: Vec<u64>,
    /// Where to look for a key.
    slots: Slots,
    /// Rarity of each term in 1/256 bits.
    idf: Vec<u32>,
    /// Where each term's postings begin; one more at the end.
    starts: Vec<u32>,
    docs: Vec<u32>,
    /// 1024 is a word once in a name of usual length.
    impacts: Vec<u16>,
    /// Bigrams of every name in order, by document.
    names: Vec<u32>,
    name_starts: Vec<u32>,
}

/// What documents mention, before impacts are known.
#[derive(Default)]
struct Mentions {
    /// Keys as they were first met; a key's number is its position.
    keys: Vec<u64>,
    slots: Slots,
    /// Numbers of keys and how much each counts, document by document, each key once.
    rows: Vec<(u32, u32)>,
    /// By key: one more than the last row that mentions it.
    last: Vec<u32>,
    /// Where the rows of the present document begin.
    from: usize,
}

impl Mentions {
    /// Of all mentions in one document the strongest counts, so that many aliases do not win by number.
    fn add(&mut self, field: &[char], weight: u32, lexicon: &Lexicon) {
        let singles = field.iter().filter_map(|&c| unigram(c));
        let pairs = field.windows(2).filter_map(|pair| bigram(pair[0], pair[1]));
        let concepts = concepts_in(field, lexicon).map(concept);
        for key in singles.chain(pairs).chain(concepts) {
            let number = self.slots.number(&mut self.keys, key);
            self.last.resize(self.keys.len(), 0);
            let last = &mut self.last[number as usize];
            if *last as usize > self.from {
                let known = &mut self.rows[*last as usize - 1].1;
                *known = weight.max(*known);
            } else {
                self.rows.push((number, weight));
                *last = self.rows.len() as u32;
            }
        }
    }
}

impl Index {
    pub fn build(docs: &[Folded], lexicon: &Lexicon) -> Self {
        let usual = usual_length(docs);
        let mut mentions = Mentions::default();
        let mut ends = Vec::with_capacity(docs.len());
        for doc in docs {
            mentions.from = mentions.rows.len();
            for (at, field) in doc.names().enumerate() {
                let weight = if at == 0 { NAME } else { ALIAS };
                let length = field.len() as u32 * 256 / usual;
                let weight = weight * 256 / (256 - LENGTH + LENGTH * length / 256);
                mentions.add(field, weight, lexicon);
            }
            mentions.add(&doc.department, DEPARTMENT, lexicon);
            for theme in &doc.themes {
                mentions.add(theme, THEME, lexicon);
            }
            ends.push(mentions.rows.len());
        }
        let mut index = Self::default();
        index.post(&mentions, &ends);
        index.keep_names(docs);
        index
    }

    /// Puts what documents mention in the order of terms.
    fn post(&mut self, mentions: &Mentions, ends: &[usize]) {
        self.keys.clone_from(&mentions.keys);
        self.keys.sort_unstable();
        self.slots = Slots::build(&self.keys);
        let terms: Vec<u32> = mentions.keys.iter().filter_map(|&key| self.term(key)).collect();
        let mut with = vec![0; self.keys.len()];
        for &(number, _) in &mentions.rows {
            with[terms[number as usize] as usize] += 1;
        }
        // Most terms are in few documents: one logarithm for all that are in as many.
        let known: Vec<u32> = (0..32).map(|count| rarity(ends.len(), count)).collect();
        let mut at = 0;
        for count in &mut with {
            self.idf.push(known.get(*count).copied().unwrap_or_else(|| rarity(ends.len(), *count)));
            self.starts.push(at as u32);
            at += std::mem::replace(count, at);
        }
        self.starts.push(at as u32);
        self.docs = vec![0; at];
        self.impacts = vec![0; at];
        let mut from = 0;
        for (doc, &end) in ends.iter().enumerate() {
            for &(number, weight) in &mentions.rows[from..end] {
                let place = &mut with[terms[number as usize] as usize];
                self.docs[*place] = doc as u32;
                self.impacts[*place] = (MOST_IMPACT * weight / (weight + SATURATION)) as u16;
                *place += 1;
            }
            from = end;
        }
    }

    fn keep_names(&mut self, docs: &[Folded]) {
        for doc in docs {
            self.name_starts.push(self.names.len() as u32);
            let terms =
                doc.name.windows(2).filter_map(|pair| bigram(pair[0], pair[1])).filter_map(|key| self.term(key));
            self.names.extend(terms.collect::<Vec<u32>>());
        }
        self.name_starts.push(self.names.len() as u32);
    }

    /// The id of a term that occurs.
    pub fn term(&self, key: u64) -> Option<u32> {
        self.slots.find(&self.keys, key)
    }

    /// How many terms occur.
    pub fn terms(&self) -> usize {
        self.keys.len()
    }

    /// Rarity in 1/256 bits.
    pub fn idf(&self, term: u32) -> u32 {
        self.idf[term as usize]
    }

    /// The documents of a term, sorted, and its impacts in them.
    pub fn postings(&self, term: u32) -> (&[u32], &[u16]) {
        let range = self.starts[term as usize] as usize..self.starts[term as usize + 1] as usize;
        (&self.docs[range.clone()], &self.impacts[range])
    }

    /// The bigrams of a name in order.
    pub fn name_terms(&self, doc: u32) -> &[u32] {
        &self.names[self.name_starts[doc as usize] as usize..self.name_starts[doc as usize + 1] as usize]
    }
}

fn usual_length(docs: &[Folded]) -> u32 {
    let total: usize = docs.iter().map(|doc| doc.name.len()).sum();
    (total / docs.len().max(1)).max(1) as u32
}
