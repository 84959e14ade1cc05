//! How words sound: syllables and initials, and which words of the catalogue sound like this.

mod letters;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    Lexicon,
    characters::Characters,
    lexicon::Trie,
    text::{GAP, is_han},
};

/// One place of a word that is only half known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// This character.
    Char(char),
    /// A character read like this.
    Syllable(u16),
    /// A character read nearly like this: 在 for 再, 身分 for 身份, flat tongue for curled.
    Alike(u16),
    /// A character whose reading begins with this letter.
    Initial(u8),
}

/// A word that fits, and how much speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub word: Vec<char>,
    pub weight: u32,
}

/// Every word of the catalogue and the lexicon by its sound.
#[derive(Debug, Default)]
pub(crate) struct Sounds {
    characters: Arc<Characters>,
    /// The readings of the catalogue's characters, sorted.
    syllables: Vec<String>,
    /// Readings that are easily taken for one another share a class.
    classes: Vec<u16>,
    /// The reading of each character, sorted.
    readings: Vec<(char, u16)>,
    /// Words, each followed by a gap.
    arena: Vec<char>,
    /// The reading at each place of the arena.
    spoken: Vec<u16>,
    /// The place where its word begins, for each place of the arena, and what it counts as a whole; 0 for names.
    starts: Vec<(u32, u32)>,
    /// Words that name a thing, sorted.
    core: Vec<Vec<char>>,
    /// Initials of the next characters, packed, and the place; sorted.
    order: Vec<(u64, u32)>,
}

const NONE: u16 = u16::MAX;
const PACKED: usize = 12;
/// What a word that people say counts beside a part of an official name.
const SAID: u32 = 12;
/// What a word counts that has a group: people say it, and it names a thing.
pub(crate) const CORE: u32 = 40;
/// At most so many places are looked at for one sound.
const LOOKED_AT: usize = 4000;

/// Readings with one result are easily taken for one another.
fn blurred(syllable: &str) -> String {
    let head = syllable.replacen("zh", "z", 1).replacen("ch", "c", 1).replacen("sh", "s", 1);
    match head.strip_suffix('g') {
        Some(short) if short.ends_with("en") || short.ends_with("in") || short.ends_with("an") => short.into(),
        _ => head,
    }
}

fn initial(syllable: &str) -> u8 {
    syllable.as_bytes().first().map_or(31, |b| b.to_ascii_lowercase().saturating_sub(b'a') & 31)
}

impl Sounds {
    /// `names` are official, `said` is how people speak and whether it names a thing.
    pub fn build(names: &BTreeSet<Vec<char>>, said: &BTreeMap<Vec<char>, bool>, lexicon: &Lexicon) -> Self {
        let chars: BTreeSet<char> = names.iter().chain(said.keys()).flatten().copied().filter(|&c| is_han(c)).collect();
        let characters = Arc::clone(&lexicon.characters);
        let syllables: BTreeSet<&str> = chars.iter().filter_map(|&c| characters.reading(c)).collect();
        let syllables: Vec<String> = syllables.into_iter().map(str::to_owned).collect();
        let mut numbers: BTreeMap<String, u16> = BTreeMap::new();
        let mut classes = Vec::new();
        for syllable in &syllables {
            let fresh = numbers.len() as u16;
            classes.push(*numbers.entry(blurred(syllable)).or_insert(fresh));
        }
        let mut sounds = Self { characters, syllables, classes, ..Self::default() };
        let number = |c: char| Some((c, sounds.number(sounds.characters.reading(c)?)?));
        sounds.readings = chars.iter().filter_map(|&c| number(c)).collect();
        for (word, &is_core) in said {
            sounds.push(word, if is_core { CORE } else { SAID });
        }
        for name in names {
            sounds.push(name, 0);
        }
        sounds.core = said.iter().filter(|&(_, &is_core)| is_core).map(|(word, _)| word.clone()).collect();
        sounds.correct(lexicon);
        sounds.sort();
        sounds
    }

    fn push(&mut self, word: &[char], weight: u32) {
        let start = self.arena.len() as u32;
        for &c in word {
            self.arena.push(c);
            self.spoken.push(self.syllable(c).unwrap_or(NONE));
            self.starts.push((start, weight));
        }
        self.arena.push(GAP);
        self.spoken.push(NONE);
        self.starts.push((start, weight));
    }

    /// Gives characters with several readings the one of their word: 银行, not 银xing.
    fn correct(&mut self, lexicon: &Lexicon) {
        let trie = Trie::build(lexicon.readings.iter().map(|(word, _)| word.as_slice()));
        for at in 0..self.arena.len() {
            for (_, number) in trie.at(&self.arena[at..]) {
                for (offset, &syllable) in lexicon.readings[number as usize].1.iter().enumerate() {
                    let reading = &self.characters.syllables[syllable as usize];
                    self.spoken[at + offset] = self.number(reading).unwrap_or(self.spoken[at + offset]);
                }
            }
        }
    }

    fn sort(&mut self) {
        let mut order: Vec<(u64, u32)> = Vec::with_capacity(self.arena.len());
        for at in 0..self.arena.len() {
            if self.arena[at] == GAP {
                continue;
            }
            let mut key = 0;
            for offset in 0..PACKED {
                let letter = match self.arena.get(at + offset) {
                    None | Some(&GAP) => break,
                    Some(_) => self.letter_at(at + offset),
                };
                key |= u64::from(letter + 1) << (5 * (PACKED - 1 - offset));
            }
            order.push((key, at as u32));
        }
        order.sort_unstable();
        self.order = order;
    }

    fn letter_at(&self, at: usize) -> u8 {
        match self.spoken[at] {
            NONE => Self::plain_letter(self.arena[at]),
            syllable => initial(&self.syllables[syllable as usize]),
        }
    }

    fn plain_letter(c: char) -> u8 {
        if c.is_ascii_lowercase() { c as u8 - b'a' } else { 30 }
    }

    fn number(&self, syllable: &str) -> Option<u16> {
        self.syllables.binary_search_by(|known| known.as_str().cmp(syllable)).ok().map(|at| at as u16)
    }

    /// The usual reading of a character of the catalogue.
    pub fn syllable(&self, c: char) -> Option<u16> {
        let at = self.readings.binary_search_by_key(&c, |&(known, _)| known).ok()?;
        Some(self.readings[at].1)
    }

    /// A place that sounds like this character, known to the catalogue or not.
    pub fn alike(&self, c: char) -> Option<Unit> {
        let number = match self.syllable(c) {
            Some(number) => number,
            None => self.number(self.characters.reading(c)?)?,
        };
        Some(Unit::Alike(number))
    }

    /// The words that name a thing and begin with this character.
    pub fn core_beginning(&self, first: char) -> &[Vec<char>] {
        let from = self.core.partition_point(|word| word[0] < first);
        let to = self.core.partition_point(|word| word[0] <= first);
        &self.core[from..to]
    }

    fn letter_of(&self, unit: Unit) -> u8 {
        match unit {
            Unit::Char(c) => self.syllable(c).map_or(Self::plain_letter(c), |s| initial(&self.syllables[s as usize])),
            Unit::Syllable(s) | Unit::Alike(s) => initial(&self.syllables[s as usize]),
            Unit::Initial(letter) => letter,
        }
    }

    fn fits(&self, at: usize, unit: Unit) -> bool {
        match unit {
            Unit::Char(c) => self.arena[at] == c,
            Unit::Syllable(s) => self.spoken[at] == s,
            Unit::Alike(s) => {
                let spoken = self.spoken[at];
                spoken != NONE && self.classes[spoken as usize] == self.classes[s as usize]
            }
            Unit::Initial(letter) => self.letter_at(at) == letter,
        }
    }

    /// The words that fit, best first, at most `most`.
    pub fn find(&self, units: &[Unit], most: usize) -> Vec<Found> {
        let mut prefix = 0;
        let mut fixed = 0;
        for letter in units.iter().take(PACKED).map(|&unit| self.letter_of(unit)) {
            prefix |= u64::from(letter + 1) << (5 * (PACKED - 1 - fixed));
            fixed += 1;
        }
        if fixed == 0 {
            return Vec::new();
        }
        let width = 1_u64 << (5 * (PACKED - fixed));
        let from = self.order.partition_point(|&(key, _)| key < prefix);
        let to = self.order.partition_point(|&(key, _)| key < prefix + width);
        let mut found: Vec<(&[char], u32)> = Vec::new();
        for &(_, at) in self.order[from..to].iter().take(LOOKED_AT) {
            let at = at as usize;
            let end = at + units.len();
            if end > self.arena.len() || !units.iter().enumerate().all(|(offset, &unit)| self.fits(at + offset, unit)) {
                continue;
            }
            let word = &self.arena[at..end];
            let weight = self.weight(at, end);
            if weight == 0 {
                continue;
            }
            match found.iter().position(|(known, _)| *known == word) {
                Some(at) => found[at].1 += weight,
                None if found.len() < 64 => found.push((word, weight)),
                None => {}
            }
        }
        found.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        found.into_iter().take(most).map(|(word, weight)| Found { word: word.to_vec(), weight }).collect()
    }

    /// A whole word that people say counts most, then the beginning of a name; a part of what people
    /// say is no word.
    fn weight(&self, at: usize, end: usize) -> u32 {
        let (start, weight) = self.starts[at];
        match (weight, start as usize == at) {
            (0, begins) => 1 + u32::from(begins),
            (said, true) if self.arena[end] == GAP => said,
            _ => 0,
        }
    }
}
