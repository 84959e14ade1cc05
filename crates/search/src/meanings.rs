//! Meanings that this catalogue can serve, compiled once: a meaning that no item comes near to is
//! left out, and a phrase without any is no phrase here, so that its words can speak for themselves.

use crate::{Engine, index::ONE, order, query::Way};

/// An item must have this share of a meaning's words, in 1/1024.
const SERVED: u32 = 760;

/// The meanings that are served, sorted by their words.
#[derive(Debug, Default)]
pub(crate) struct Meanings {
    ways: Vec<(Vec<char>, Way)>,
    /// Whether each phrase of the lexicon may be used to cut a text.
    usable: Vec<bool>,
}

impl Meanings {
    /// Asks the engine for each meaning; the engine must have its index already.
    pub fn compile(engine: &Engine) -> Self {
        let lexicon = &engine.lexicon;
        let of_phrases = lexicon.phrases.iter().flat_map(|(_, senses)| &senses.means);
        let of_pairs = lexicon.together.iter().flat_map(|together| &together.means);
        let mut targets: Vec<&Vec<char>> = of_phrases.chain(of_pairs).collect();
        order::sort_dedup(&mut targets);
        let mut meanings = Self::default();
        for target in targets {
            let way = engine.target_way(target, ONE);
            if let Some(way) = way.filter(|way| engine.best_share(way) >= SERVED) {
                meanings.ways.push((target.clone(), way));
            }
        }
        meanings.usable = lexicon
            .phrases
            .iter()
            .map(|(_, senses)| {
                let other = senses.drop || senses.between || senses.actions != 0 || senses.audience.is_some();
                let means = senses.means.iter().any(|target| meanings.find(target).is_some());
                !senses.bare && (means || other || senses.same.is_some())
            })
            .collect();
        meanings
    }

    /// The number of a meaning that is served.
    pub fn number(&self, target: &[char]) -> Option<u16> {
        self.ways.binary_search_by(|(known, _)| known.as_slice().cmp(target)).ok().map(|at| at as u16)
    }

    /// How many are served.
    pub fn count(&self) -> usize {
        self.ways.len()
    }

    /// The way of a number.
    pub fn way(&self, number: u16) -> &Way {
        &self.ways[number as usize].1
    }

    /// A meaning that is served.
    pub fn find(&self, target: &[char]) -> Option<&Way> {
        let at = self.ways.binary_search_by(|(known, _)| known.as_slice().cmp(target)).ok()?;
        Some(&self.ways[at].1)
    }

    /// Whether a text may be cut at this phrase.
    pub fn is_usable(&self, phrase: u32) -> bool {
        self.usable.get(phrase as usize).copied().unwrap_or(false)
    }
}
