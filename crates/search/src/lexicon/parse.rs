//! Reads lexicon files into the form the engine uses.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    Action, Lexicon, LexiconProblem, Senses, Together, Trie,
    check::{self, Problems},
    shape::{ActionShape, HintShape, Shape, TogetherShape},
};
use crate::{characters::Characters, text::GAP};

/// At most so many actions: they are bits.
const MAX_ACTIONS: usize = 32;

#[derive(Default)]
struct Reader {
    problems: Problems,
    phrases: BTreeMap<Vec<char>, Senses>,
    lexicon: Lexicon,
    actions: Vec<(String, ActionShape)>,
    together: Vec<TogetherShape>,
    hints: Vec<HintShape>,
    say: BTreeMap<Vec<char>, Vec<char>>,
}

pub(super) fn parse(files: &[(&str, &str)]) -> Result<Lexicon, Vec<LexiconProblem>> {
    let mut reader = Reader::default();
    reader.lexicon.characters = Arc::new(Characters::builtin());
    let mut shapes = Vec::new();
    for (name, content) in files {
        reader.problems.file = (*name).into();
        match toml::from_str::<Shape>(content) {
            Ok(shape) => shapes.push((*name, shape)),
            Err(error) => reader.problems.add("", &error.to_string()),
        }
    }
    // Look-alikes first: every other entry is folded with them.
    for (name, shape) in &shapes {
        reader.problems.file = (*name).into();
        check::origin(shape, &mut reader.problems);
        reader.lookalikes(shape);
    }
    for (name, shape) in shapes {
        reader.problems.file = name.into();
        reader.file(shape);
    }
    reader.finish().map_err(|problems| problems.into_iter().map(|problem| placed(problem, files)).collect())
}

/// What is found only when all files were read is told with the file that has the entry.
fn placed(mut problem: LexiconProblem, files: &[(&str, &str)]) -> LexiconProblem {
    if problem.file.is_empty() {
        let quoted = format!("\"{}\"", problem.key);
        let holds = |text: &str| files.iter().find(|(_, content)| content.contains(text)).map(|(name, _)| *name);
        problem.file = holds(&quoted).or_else(|| holds(&problem.key)).unwrap_or_default().into();
    }
    problem
}

impl Reader {
    fn lookalikes(&mut self, shape: &Shape) {
        for (from, to) in &shape.lookalike {
            let mut pair = (from.chars(), to.chars());
            match (pair.0.next(), pair.0.next(), pair.1.next(), pair.1.next()) {
                (Some(a), None, Some(b), None) if a != b && self.lexicon.characters.fold(b) == b => {
                    match self.lexicon.lookalike.binary_search_by_key(&a, |pair| pair.0) {
                        Ok(_) => self.problems.add(from, "is a look-alike twice"),
                        Err(at) => self.lexicon.lookalike.insert(at, (a, b)),
                    }
                }
                _ => self.problems.add(from, "must be one character and stand for another, plain one"),
            }
        }
    }

    fn file(&mut self, shape: Shape) {
        for said in &shape.drop {
            if let Some(senses) = self.phrase(said) {
                senses.drop = true;
            }
        }
        for said in &shape.between {
            if let Some(senses) = self.phrase(said) {
                senses.between = true;
            }
        }
        for (said, plain) in &shape.say {
            let (Some(said_chars), Some(plain_chars)) = (self.word(said), self.word(plain)) else { continue };
            if said_chars.len() < 2 || self.say.insert(said_chars, plain_chars).is_some() {
                self.problems.add(said, "is one character, or read as other words twice");
            }
        }
        self.lexicon.edges.extend(shape.edges.chars());
        self.lexicon.alone.extend(shape.alone.chars());
        for (word, reading) in &shape.readings {
            let chars: Vec<char> = word.chars().collect();
            let number = |syllable| self.lexicon.characters.number(syllable);
            let syllables: Vec<u16> = reading.split(' ').filter_map(number).collect();
            if chars.len() == syllables.len() {
                self.lexicon.readings.push((chars, syllables));
            } else {
                self.problems.add(word, "needs one syllable a character");
            }
        }
        for group in &shape.same {
            self.group(group);
        }
        for (said, means) in &shape.means {
            self.means(said, means);
        }
        for situation in &shape.situation {
            for said in &situation.said {
                self.means(said, &situation.means);
            }
        }
        for audience in &shape.audience {
            for said in &audience.said {
                if let Some(senses) = self.phrase(said) {
                    senses.audience = Some(audience.id);
                }
            }
        }
        self.together.extend(shape.together);
        self.hints.extend(shape.hint);
        let file = self.problems.file.clone();
        self.actions.extend(shape.action.into_iter().map(|action| (file.clone(), action)));
    }

    /// The senses of a phrase, when the phrase has a shape that a folded query can have.
    fn phrase(&mut self, said: &str) -> Option<&mut Senses> {
        let chars = self.word(said)?;
        Some(self.phrases.entry(chars).or_default())
    }

    fn word(&mut self, said: &str) -> Option<Vec<char>> {
        let chars = self.lexicon.fold(said);
        let as_written = said.chars().eq(chars.iter().copied());
        if chars.is_empty() || chars.contains(&GAP) || !as_written {
            self.problems.add(said, "is a dead shape: no folded query reads like this");
            return None;
        }
        Some(chars)
    }

    fn group(&mut self, group: &[String]) {
        let number = self.lexicon.groups.len() as u32;
        let mut members = Vec::new();
        for said in group {
            let Some(chars) = self.word(said) else { continue };
            let senses = self.phrases.entry(chars.clone()).or_default();
            if senses.same.replace(number).is_some() {
                self.problems.add(said, "is the same as other words twice");
            }
            members.push(chars);
        }
        if members.len() < 2 {
            self.problems.add(&group.join(","), "is a group of fewer than two words");
        }
        self.lexicon.groups.push(members);
    }

    fn means(&mut self, said: &str, means: &[String]) {
        let targets: Vec<Vec<char>> = means.iter().filter_map(|target| self.word(target)).collect();
        let Some(senses) = self.phrase(said) else { return };
        let twice = !senses.means.is_empty();
        senses.means = senses.means.iter().cloned().chain(targets).collect();
        if twice {
            self.problems.add(said, "is given a meaning twice");
        }
        if means.is_empty() {
            self.problems.add(said, "is given no meaning");
        }
    }

    fn finish(mut self) -> Result<Lexicon, Vec<LexiconProblem>> {
        self.lexicon.actions = self.read_actions();
        for combination in std::mem::take(&mut self.together) {
            self.read_together(&combination);
        }
        self.problems.file.clear();
        self.lexicon.say_trie = Trie::build(self.say.keys().map(Vec::as_slice));
        self.lexicon.say = std::mem::take(&mut self.say).into_iter().collect();
        for hint in std::mem::take(&mut self.hints) {
            self.read_hint(&hint);
        }
        for phrase in self.phrases.keys() {
            let said: String = phrase.iter().collect();
            if self.lexicon.plainly(phrase.clone(), &|_| false, &mut Vec::new()) != *phrase {
                self.problems.add(&said, "is a dead shape: part of it is read as other words first");
            }
        }
        check::cycles(&self.phrases, &mut self.problems);
        if !self.problems.found.is_empty() {
            return Err(self.problems.found);
        }
        self.lexicon.phrases = self.phrases.into_iter().collect();
        let of_phrases = self.lexicon.phrases.iter().flat_map(|(_, senses)| &*senses.means);
        let of_words = self.lexicon.together.iter().flat_map(|together| &*together.means);
        let targets: BTreeSet<&Vec<char>> = of_phrases.chain(of_words).collect();
        self.lexicon.targets = targets.into_iter().cloned().collect();
        self.lexicon.trie = Trie::build(self.lexicon.phrases.iter().map(|(phrase, _)| phrase.as_slice()));
        self.lexicon.mark = Lexicon::mark_of(&self.lexicon.to_bytes());
        Ok(self.lexicon)
    }

    /// Each word stands for its whole group.
    fn read_together(&mut self, shape: &TogetherShape) {
        let number = self.lexicon.together.len() as u32;
        if shape.said.len() < 2 || shape.said.len() > 8 || shape.means.is_empty() {
            self.problems.add(&shape.said.join("+"), "needs two to eight words and a meaning");
        }
        for (place, choices) in shape.said.iter().enumerate() {
            let mut words: Vec<Vec<char>> = choices.split('|').filter_map(|said| self.word(said)).collect();
            let groups = words.iter().filter_map(|word| self.phrases.get(word)?.same);
            let others = groups.flat_map(|group| self.lexicon.groups[group as usize].clone());
            words.extend(others.collect::<Vec<_>>());
            words.sort();
            words.dedup();
            for word in words {
                let fresh = Senses { bare: true, ..Senses::default() };
                self.phrases.entry(word).or_insert(fresh).together.push((number, place as u32));
            }
        }
        let means = shape.means.iter().filter_map(|target| self.word(target)).collect();
        self.lexicon.together.push(Together { words: shape.said.len() as u32, means });
    }

    /// A combination whose second word is nothing that can be said: its words only hint.
    fn read_hint(&mut self, shape: &HintShape) {
        let number = self.lexicon.together.len() as u32;
        if shape.means.is_empty() {
            self.problems.add(&shape.words, "hints at nothing");
        }
        let plain = |said| self.lexicon.plainly(self.lexicon.fold(said), &|_| false, &mut Vec::new());
        let words: Vec<Vec<char>> = shape.words.split(' ').map(plain).collect();
        for word in words {
            let fresh = Senses { bare: true, ..Senses::default() };
            let together = &mut self.phrases.entry(word).or_insert(fresh).together;
            if !together.contains(&(number, 0)) {
                together.push((number, 0));
            }
        }
        let means = shape.means.iter().filter_map(|target| self.word(target)).collect();
        self.lexicon.together.push(Together { words: 2, means });
    }

    fn read_actions(&mut self) -> Vec<Action> {
        let shapes = std::mem::take(&mut self.actions);
        let ids: Vec<String> = shapes.iter().map(|(_, shape)| shape.id.clone()).collect();
        if shapes.len() > MAX_ACTIONS {
            self.problems.add("action", "there are more than 32 actions");
            return Vec::new();
        }
        let mut actions = Vec::new();
        for (bit, (file, shape)) in shapes.into_iter().enumerate() {
            self.problems.file = file;
            for said in &shape.said {
                if let Some(senses) = self.phrase(said) {
                    senses.actions |= 1 << bit;
                }
            }
            let mut near = 0;
            for id in &shape.near {
                match ids.iter().position(|known| known == id) {
                    Some(at) => near |= 1 << at,
                    None => self.problems.add(id, "is no action"),
                }
            }
            let names = shape.names.iter().filter_map(|name| self.word(name)).collect();
            actions.push(Action { names, prior: shape.prior, near });
        }
        actions
    }
}
