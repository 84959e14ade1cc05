//! The words that are of use in one catalogue: what only another province's matters are called is left out, so
//! that no phone carries it.

use super::{Lexicon, Senses, Trie};
use crate::{Engine, index::concept};

impl Lexicon {
    /// Leaves out what this engine's catalogue has no use for: meanings that no item is about, words that mean
    /// nothing else, groups of which no item has a word. The engine must have been built with these words.
    pub fn within(&self, engine: &Engine) -> Self {
        let is_served = |target: &&Vec<char>| engine.meanings.number(target).is_some();
        let groups = numbers((0..self.groups.len()).map(|group| engine.index.term(concept(group as u32)).is_some()));
        let together = numbers(self.together.iter().map(|together| together.means.iter().any(|t| is_served(&t))));
        let senses = |senses: &Senses| Senses {
            same: senses.same.and_then(|group| groups[group as usize]),
            means: senses.means.iter().filter(is_served).cloned().collect(),
            together: (senses.together.iter())
                .filter_map(|&(number, place)| Some((together[number as usize]?, place)))
                .collect(),
            ..senses.clone()
        };
        let phrases = self.phrases.iter().map(|(words, said)| (words.clone(), senses(said)));
        let mut kept = Self { phrases: phrases.filter(|(_, senses)| says_something(senses)).collect(), ..self.clone() };
        kept.trie = Trie::build(kept.phrases.iter().map(|(phrase, _)| phrase.as_slice()));
        let mut group = groups.iter();
        kept.groups.retain(|_| group.next().is_some_and(Option::is_some));
        let mut number = together.iter();
        kept.together.retain(|_| number.next().is_some_and(Option::is_some));
        for together in &mut kept.together {
            together.means = together.means.iter().filter(is_served).cloned().collect();
        }
        kept.targets.retain(|target| is_served(&target));
        kept
    }
}

/// The new numbers of what is kept.
fn numbers(kept: impl Iterator<Item = bool>) -> Vec<Option<u32>> {
    let mut next = 0;
    let number = |kept: bool| {
        next += u32::from(kept);
        kept.then(|| next - 1)
    };
    kept.map(number).collect()
}

fn says_something(senses: &Senses) -> bool {
    let alone = senses.drop || senses.between || senses.actions != 0 || senses.audience.is_some();
    alone || senses.same.is_some() || !senses.means.is_empty() || !senses.together.is_empty()
}
