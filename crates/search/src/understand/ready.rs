//! What the phrases of the lexicon come to in this catalogue: on a server worked out once, on a phone when they
//! are typed.

use crate::{
    Engine,
    query::{Clause, Way},
};

/// The clauses of all phrases and the meanings of all combinations; empty on a phone.
#[derive(Debug, Default)]
pub(crate) struct Ready {
    phrases: Vec<Phrase>,
    together: Vec<Together>,
}

/// What a phrase is about, and the actions that it shows.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    pub clause: Option<Clause>,
    pub implied: u32,
}

/// What words mean that stand together.
#[derive(Debug, Clone)]
pub(super) struct Together {
    pub ways: Vec<Way>,
    pub implied: u32,
}

impl Ready {
    /// Asks the engine for each phrase; the engine must have its meanings already.
    pub fn compile(engine: &Engine) -> Self {
        let (phrases, together) = (engine.lexicon.phrases.len() as u32, engine.lexicon.together.len() as u32);
        Self {
            phrases: (0..phrases).map(|number| engine.read_phrase_anew(number)).collect(),
            together: (0..together).map(|number| engine.read_words_anew(number)).collect(),
        }
    }
}

impl Engine {
    /// What a phrase comes to.
    pub(super) fn phrase(&self, number: u32) -> Phrase {
        let known = self.ready.phrases.get(number as usize);
        known.cloned().unwrap_or_else(|| self.read_phrase_anew(number))
    }

    /// What words mean that stand together.
    pub(super) fn words_together(&self, number: u32) -> Together {
        let known = self.ready.together.get(number as usize);
        known.cloned().unwrap_or_else(|| self.read_words_anew(number))
    }

    fn read_phrase_anew(&self, number: u32) -> Phrase {
        let (words, senses) = &self.lexicon.phrases[number as usize];
        Phrase { clause: self.clause(words, senses), implied: self.implied(words, senses) }
    }

    fn read_words_anew(&self, number: u32) -> Together {
        let means = &self.lexicon.together[number as usize].means;
        Together { ways: self.meaning_ways(means), implied: self.actions_of_all(means) }
    }
}
