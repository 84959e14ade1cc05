//! Terms as numbers: pairs of characters, single characters, groups of words that mean the same.

use crate::{Lexicon, text::GAP};

const CONCEPT: u64 = 1 << 62;

/// The key of two neighbouring characters; none across a gap.
pub(crate) fn bigram(a: char, b: char) -> Option<u64> {
    (a != GAP && b != GAP).then(|| (u64::from(a as u32) << 32) | u64::from(b as u32))
}

/// The key of one character.
pub(crate) fn unigram(c: char) -> Option<u64> {
    (c != GAP).then_some(u64::from(c as u32))
}

/// The key of a group of words that mean the same.
pub(crate) fn concept(group: u32) -> u64 {
    CONCEPT | u64::from(group)
}

/// The groups with a word that stands somewhere in a text, overlapping words too.
pub(crate) fn concepts_in<'a>(text: &'a [char], lexicon: &'a Lexicon) -> impl Iterator<Item = u32> + 'a {
    (0..text.len())
        .flat_map(|at| lexicon.trie.at(&text[at..]))
        .filter_map(|(_, phrase)| lexicon.phrases[phrase as usize].1.same)
}
