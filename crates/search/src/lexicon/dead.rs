//! Which entries mean nothing in a catalogue.

use super::{Lexicon, LexiconProblem, shape::Shape};
use crate::Engine;

impl Lexicon {
    /// The meanings that no item of a catalogue comes near to: one finding for each entry and meaning.
    /// In another catalogue they may well be alive, so they are told and break nothing.
    pub fn dead_meanings(files: &[(&str, &str)], engine: &Engine) -> Vec<LexiconProblem> {
        let mut found = Vec::new();
        for (file, content) in files {
            let Ok(shape) = toml::from_str::<Shape>(content) else { continue };
            let mut look = |key: &str, means: &[String]| {
                for target in means.iter().filter(|target| !engine.serves(target)) {
                    let what = format!("means {target:?}, which no item of this snapshot is about");
                    found.push(LexiconProblem { file: (*file).into(), key: key.into(), what });
                }
            };
            shape.means.iter().for_each(|(said, means)| look(said, means));
            for situation in &shape.situation {
                look(situation.said.first().map_or("", String::as_str), &situation.means);
            }
            shape.hint.iter().for_each(|hint| look(&hint.words, &hint.means));
            shape.together.iter().for_each(|words| look(&words.said.join(" + "), &words.means));
        }
        found
    }
}

impl Engine {
    /// Whether some item of the catalogue is about this.
    pub fn serves(&self, target: &str) -> bool {
        self.meanings.number(&self.lexicon.fold(target)).is_some()
    }
}
