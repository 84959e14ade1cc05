//! Meanings that this catalogue can serve: a meaning that no item comes near to is left out, and a phrase without
//! any is no phrase here, so that its words can speak for themselves.

use std::sync::Arc;

use crate::{Engine, lexicon::Senses, query::Sense};

/// An item must have this share of a meaning's words, in 1/1024.
const SERVED: u32 = 760;

/// The meanings that are served, sorted by their words.
#[derive(Debug, Default)]
pub(crate) struct Meanings {
    words: Vec<Vec<char>>,
    /// All that is looked up about each; empty on a phone, which looks it up when it is meant.
    senses: Vec<Arc<Sense>>,
    /// Whether each phrase of the lexicon may be used to cut a text; empty on a phone.
    usable: Vec<bool>,
}

impl Meanings {
    /// Asks the engine which meanings are served; the engine must have its index already.
    pub fn find(engine: &Engine) -> Self {
        let is_served =
            |target: &Vec<char>| engine.target_sense(target).is_some_and(|sense| engine.best_share(&sense) >= SERVED);
        let words = engine.lexicon.targets.iter().filter(|target| is_served(target)).cloned().collect();
        Self { words, ..Self::default() }
    }

    /// Looks everything up beforehand; the engine must have its meanings already.
    pub fn look_up(engine: &Engine) -> (Vec<Arc<Sense>>, Vec<bool>) {
        let senses = (0..engine.meanings.count() as u16).filter_map(|number| engine.meaning(number)).collect();
        let usable = (0..engine.lexicon.phrases.len() as u32).map(|phrase| engine.is_usable(phrase)).collect();
        (senses, usable)
    }

    /// Keeps what was looked up.
    pub fn keep(&mut self, (senses, usable): (Vec<Arc<Sense>>, Vec<bool>)) {
        (self.senses, self.usable) = (senses, usable);
    }

    /// The number of a meaning that is served.
    pub fn number(&self, target: &[char]) -> Option<u16> {
        self.words.binary_search_by(|known| known.as_slice().cmp(target)).ok().map(|at| at as u16)
    }

    /// How many are served.
    pub fn count(&self) -> usize {
        self.words.len()
    }
}

impl Engine {
    /// All that is looked up about a meaning that is served.
    pub(crate) fn meaning(&self, number: u16) -> Option<Arc<Sense>> {
        let at = usize::from(number);
        match self.meanings.senses.get(at) {
            Some(sense) => Some(Arc::clone(sense)),
            None => Some(self.whole(self.target_sense(self.meanings.words.get(at)?)?)),
        }
    }

    /// Whether a text may be cut at this phrase.
    pub(crate) fn is_usable(&self, phrase: u32) -> bool {
        let at = phrase as usize;
        let says_something = |senses: &Senses| {
            let other = senses.drop || senses.between || senses.actions != 0 || senses.audience.is_some();
            let means = || senses.means.iter().any(|target| self.meanings.number(target).is_some());
            !senses.bare && (other || senses.same.is_some() || means())
        };
        self.meanings.usable.get(at).copied().unwrap_or_else(|| says_something(&self.lexicon.phrases[at].1))
    }
}
