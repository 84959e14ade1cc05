//! What the phrases of the lexicon come to in this catalogue, worked out once.

use crate::{
    Engine,
    query::{Clause, Way},
};

/// The clauses of all phrases and the meanings of all combinations.
#[derive(Debug, Default)]
pub(crate) struct Ready {
    phrases: Vec<Phrase>,
    together: Vec<Together>,
}

/// What a phrase is about, and the actions that it shows.
#[derive(Debug, Default)]
pub(super) struct Phrase {
    pub clause: Option<Clause>,
    pub implied: u32,
}

/// What words mean that stand together.
#[derive(Debug)]
pub(super) struct Together {
    pub ways: Vec<Way>,
    pub implied: u32,
}

impl Ready {
    /// Asks the engine for each phrase; the engine must have its meanings already.
    pub fn compile(engine: &Engine) -> Self {
        let phrase = |(words, senses): &(Vec<char>, _)| Phrase {
            clause: engine.clause(words, senses),
            implied: engine.implied(words, senses),
        };
        let together = engine.lexicon.together.iter().map(|together| Together {
            ways: engine.meaning_ways(&together.means),
            implied: engine.actions_of_all(&together.means),
        });
        Self { phrases: engine.lexicon.phrases.iter().map(phrase).collect(), together: together.collect() }
    }

    pub(super) fn phrase(&self, phrase: u32) -> &Phrase {
        &self.phrases[phrase as usize]
    }

    pub(super) fn together(&self, number: u32) -> &Together {
        &self.together[number as usize]
    }
}
