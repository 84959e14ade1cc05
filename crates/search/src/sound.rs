//! How words sound: syllables and initials, and which words of the catalogue sound like this.

mod letters;

use std::sync::Arc;

use crate::{Lexicon, characters::Characters, lexicon::Trie, order, text::GAP};

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
    /// By syllable: whether the catalogue's words have it.
    spoken_at_all: Vec<bool>,
    /// By syllable: those that are easily taken for one another share a class.
    classes: Vec<u16>,
    /// By syllable: its first letter.
    initials: Vec<u8>,
    /// Words, each followed by a gap.
    arena: Vec<char>,
    /// The reading at each place of the arena.
    spoken: Vec<u16>,
    /// Where each word of the arena begins, and what it counts as a whole; 0 for names.
    words: Vec<(u32, u32)>,
    /// Words that name a thing, sorted.
    core: Vec<Vec<char>>,
    /// Initials of the next characters and the place, packed; sorted.
    order: Vec<u64>,
}

const NONE: u16 = u16::MAX;
/// How many initials are packed, and what the place takes below them.
const PACKED: usize = 8;
const PLACE: u32 = 24;
/// What a word that people say counts beside a part of an official name.
const SAID: u32 = 12;
/// What a word counts that has a group: people say it, and it names a thing.
pub(crate) const CORE: u32 = 40;
/// At most so many places are looked at for one sound.
const LOOKED_AT: usize = 4000;

/// Readings with one result are easily taken for one another.
fn blurred(syllable: &str) -> Vec<u8> {
    let mut letters = syllable.as_bytes().to_vec();
    if let [b'z' | b'c' | b's', b'h', ..] = letters[..] {
        letters.remove(1);
    }
    if let [.., b'e' | b'i' | b'a', b'n', b'g'] = letters[..] {
        letters.pop();
    }
    letters
}

fn initial(syllable: &str) -> u8 {
    syllable.as_bytes().first().map_or(31, |b| b.to_ascii_lowercase().saturating_sub(b'a') & 31)
}

impl Sounds {
    /// `names` are official, `said` is how people speak and whether it names a thing; both sorted.
    pub fn build(names: &[&[char]], said: &[(&[char], bool)], lexicon: &Lexicon) -> Self {
        let characters = Arc::clone(&lexicon.characters);
        let blurred: Vec<Vec<u8>> = characters.syllables.iter().map(|syllable| blurred(syllable)).collect();
        let class = |letters: &Vec<u8>| blurred.iter().position(|other| other == letters).unwrap_or(0) as u16;
        let mut sounds = Self {
            spoken_at_all: vec![false; blurred.len()],
            classes: blurred.iter().map(class).collect(),
            initials: characters.syllables.iter().map(|syllable| initial(syllable)).collect(),
            core: said.iter().filter(|(_, is_core)| *is_core).map(|(word, _)| word.to_vec()).collect(),
            characters,
            ..Self::default()
        };
        for &(word, is_core) in said {
            sounds.push(word, if is_core { CORE } else { SAID });
        }
        for name in names {
            sounds.push(name, 0);
        }
        sounds.correct(lexicon);
        sounds.sort();
        sounds
    }

    fn push(&mut self, word: &[char], weight: u32) {
        self.words.push((self.arena.len() as u32, weight));
        for &c in word {
            let syllable = self.characters.syllable(c);
            if let Some(syllable) = syllable {
                self.spoken_at_all[syllable as usize] = true;
            }
            self.arena.push(c);
            self.spoken.push(syllable.unwrap_or(NONE));
        }
        self.arena.push(GAP);
        self.spoken.push(NONE);
    }

    /// Gives characters with several readings the one of their word: 银行, not 银xing.
    fn correct(&mut self, lexicon: &Lexicon) {
        let trie = Trie::build(lexicon.readings.iter().map(|(word, _)| word.as_slice()));
        for at in 0..self.arena.len() {
            for (_, number) in trie.at(&self.arena[at..]) {
                for (offset, &syllable) in lexicon.readings[number as usize].1.iter().enumerate() {
                    if self.spoken_at_all[syllable as usize] {
                        self.spoken[at + offset] = syllable;
                    }
                }
            }
        }
    }

    fn sort(&mut self) {
        let most = 1 << (5 * PACKED);
        let mut key = 0;
        self.order.reserve_exact(self.arena.len());
        for at in (0..self.arena.len().min(1 << PLACE)).rev() {
            key = match self.arena[at] {
                GAP => 0,
                _ => ((u64::from(self.letter_at(at) + 1) * most) | key) >> 5,
            };
            if key != 0 {
                self.order.push(key << PLACE | at as u64);
            }
        }
        self.order.sort_unstable();
    }

    fn letter_at(&self, at: usize) -> u8 {
        match self.spoken[at] {
            NONE => Self::plain_letter(self.arena[at]),
            syllable => self.initials[syllable as usize],
        }
    }

    fn plain_letter(c: char) -> u8 {
        if c.is_ascii_lowercase() { c as u8 - b'a' } else { 30 }
    }

    /// The number of a syllable that the catalogue's words have.
    fn number(&self, syllable: &str) -> Option<u16> {
        self.characters.number(syllable).filter(|&number| self.spoken_at_all[number as usize])
    }

    /// A place that sounds like this character, known to the catalogue or not.
    pub fn alike(&self, c: char) -> Option<Unit> {
        self.characters.syllable(c).filter(|&number| self.spoken_at_all[number as usize]).map(Unit::Alike)
    }

    /// The words that name a thing and begin with this character.
    pub fn core_beginning(&self, first: char) -> &[Vec<char>] {
        let from = self.core.partition_point(|word| word[0] < first);
        let to = self.core.partition_point(|word| word[0] <= first);
        &self.core[from..to]
    }

    fn letter_of(&self, unit: Unit) -> u8 {
        match unit {
            Unit::Char(c) => self.characters.syllable(c).map_or(Self::plain_letter(c), |s| self.initials[s as usize]),
            Unit::Syllable(s) | Unit::Alike(s) => self.initials[s as usize],
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
        let from = self.order.partition_point(|&packed| packed >> PLACE < prefix);
        let to = self.order.partition_point(|&packed| packed >> PLACE < prefix + width);
        let mut found: Vec<(&[char], u32)> = Vec::new();
        for &packed in self.order[from..to].iter().take(LOOKED_AT) {
            let at = (packed & ((1 << PLACE) - 1)) as usize;
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
        order::sort_by(&mut found, |a, b| (b.1, a.0) < (a.1, b.0));
        found.into_iter().take(most).map(|(word, weight)| Found { word: word.to_vec(), weight }).collect()
    }

    /// A whole word that people say counts most, then the beginning of a name; a part of what people
    /// say is no word.
    fn weight(&self, at: usize, end: usize) -> u32 {
        let (start, weight) = self.words[self.words.partition_point(|&(start, _)| start as usize <= at) - 1];
        match (weight, start as usize == at) {
            (0, begins) => 1 + u32::from(begins),
            (said, true) if self.arena[end] == GAP => said,
            _ => 0,
        }
    }
}
