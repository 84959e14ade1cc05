//! A set of items, one bit each.

use crate::ItemId;

/// A set of items of one catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemSet {
    words: Vec<u64>,
}

impl ItemSet {
    /// A set without items, wide enough for this many.
    pub fn empty(items: usize) -> Self {
        Self { words: vec![0; items.div_ceil(64)] }
    }

    /// Adds an item; one that the catalogue does not have is left out.
    pub fn insert(&mut self, item: u32) {
        if let Some(word) = self.words.get_mut(item as usize / 64) {
            *word |= 1 << (item % 64);
        }
    }

    /// Adds all items of another set, given as its words of bits.
    pub fn add_words(&mut self, words: &[u64]) {
        self.words.iter_mut().zip(words).for_each(|(word, more)| *word |= more);
    }

    /// Whether an item is in the set.
    pub fn contains(&self, item: ItemId) -> bool {
        self.words.get(item.0 as usize / 64).is_some_and(|word| word >> (item.0 % 64) & 1 == 1)
    }

    /// How many items are in the set.
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }
}
