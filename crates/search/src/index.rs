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

/// One mention of a term in a document, before impacts are known.
struct Mention {
    key: u64,
    doc: u32,
    weight: u32,
}

impl Index {
    pub fn build(docs: &[Folded], lexicon: &Lexicon) -> Self {
        let usual = usual_length(docs);
        let mut mentions = Vec::new();
        for (id, doc) in docs.iter().enumerate() {
            let id = id as u32;
            for (at, field) in doc.names().enumerate() {
                let weight = if at == 0 { NAME } else { ALIAS };
                let length = field.len() as u32 * 256 / usual;
                let weight = weight * 256 / (256 - LENGTH + LENGTH * length / 256);
                mention(field, id, weight, lexicon, &mut mentions);
            }
            mention(&doc.department, id, DEPARTMENT, lexicon, &mut mentions);
            for theme in &doc.themes {
                mention(theme, id, THEME, lexicon, &mut mentions);
            }
        }
        // Of all mentions in one document the strongest counts, so that many aliases do not win by number.
        mentions.sort_unstable_by(|a, b| (a.key, a.doc, b.weight).cmp(&(b.key, b.doc, a.weight)));
        mentions.dedup_by_key(|m| (m.key, m.doc));
        let mut index = Self::default();
        for term in mentions.chunk_by(|a, b| a.key == b.key) {
            index.keys.push(term[0].key);
            index.idf.push(fixed::rarity(docs.len(), term.len()));
            index.starts.push(index.docs.len() as u32);
            for m in term {
                index.docs.push(m.doc);
                index.impacts.push((1280 * m.weight / (m.weight + SATURATION)) as u16);
            }
        }
        index.starts.push(index.docs.len() as u32);
        index.slots = Slots::build(&index.keys);
        index.keep_names(docs);
        index
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

fn mention(field: &[char], doc: u32, weight: u32, lexicon: &Lexicon, mentions: &mut Vec<Mention>) {
    let singles = field.iter().filter_map(|&c| unigram(c));
    let pairs = field.windows(2).filter_map(|pair| bigram(pair[0], pair[1]));
    let concepts = concepts_in(field, lexicon).map(concept);
    mentions.extend(singles.chain(pairs).chain(concepts).map(|key| Mention { key, doc, weight }));
}
