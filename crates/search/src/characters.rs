//! What is known of single characters: their Simplified forms and how they sound.

#[cfg(feature = "authoring")]
mod builtin;

use crate::text::{self, GAP};

/// Tables of characters. They travel with the words, so that the phone has those of the server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Characters {
    /// Traditional and Simplified, sorted by the former.
    pub simplified: Vec<(char, char)>,
    /// All readings, sorted, with v for ü.
    pub syllables: Vec<String>,
    /// Characters and the numbers of their readings, sorted by character.
    pub readings: Vec<(char, u16)>,
    /// Both for the characters in common use, without a search.
    common: Vec<Common>,
}

/// Simplified form and reading of one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Common {
    plain: char,
    syllable: u16,
}

/// The first and the last character of `common`: all Chinese ones of everyday texts.
const FIRST: char = '\u{4E00}';
const LAST: char = '\u{9FFF}';
const NONE: u16 = u16::MAX;

impl Characters {
    /// The tables, both sorted; readings are numbers of syllables.
    pub fn new(simplified: Vec<(char, char)>, syllables: Vec<String>, readings: Vec<(char, u16)>) -> Self {
        let mut common: Vec<Common> = (FIRST..=LAST).map(|plain| Common { plain, syllable: NONE }).collect();
        for &(from, to) in &simplified {
            place(from).and_then(|at| common.get_mut(at)).into_iter().for_each(|known| known.plain = to);
        }
        for &(c, syllable) in &readings {
            place(c).and_then(|at| common.get_mut(at)).into_iter().for_each(|known| known.syllable = syllable);
        }
        Self { simplified, syllables, readings, common }
    }

    /// The form a character is compared in: half width, lower case, Simplified; every mark is a gap.
    pub fn fold(&self, c: char) -> char {
        if let Some(known) = place(c).and_then(|at| self.common.get(at)) {
            return known.plain;
        }
        let c = text::plain(c);
        if c.is_ascii() {
            return c;
        }
        match self.simplified.binary_search_by_key(&c, |&(from, _)| from) {
            Ok(at) => self.simplified[at].1,
            Err(_) => c,
        }
    }

    /// Folds a text, each character after `also`; runs of marks become one gap, and none stands at an end.
    pub fn fold_text(&self, text: &str, also: &dyn Fn(char) -> char) -> Vec<char> {
        let mut out: Vec<char> = Vec::with_capacity(text.len() / 3);
        for c in text.chars() {
            let c = also(self.fold(also(c)));
            if c != GAP || out.last().is_some_and(|&last| last != GAP) {
                out.push(c);
            }
        }
        if out.last() == Some(&GAP) {
            out.pop();
        }
        out
    }

    /// The number of a character's reading.
    pub fn syllable(&self, c: char) -> Option<u16> {
        if let Some(known) = place(c).and_then(|at| self.common.get(at)) {
            return (known.syllable != NONE).then_some(known.syllable);
        }
        let at = self.readings.binary_search_by_key(&c, |&(known, _)| known).ok()?;
        Some(self.readings[at].1)
    }

    /// The plain reading of a character.
    pub fn reading(&self, c: char) -> Option<&str> {
        self.syllables.get(self.syllable(c)? as usize).map(String::as_str)
    }

    /// The number of a syllable.
    pub fn number(&self, syllable: &str) -> Option<u16> {
        self.syllables.binary_search_by(|known| known.as_str().cmp(syllable)).ok().map(|at| at as u16)
    }
}

fn place(c: char) -> Option<usize> {
    (FIRST..=LAST).contains(&c).then(|| c as usize - FIRST as usize)
}

#[cfg(test)]
#[cfg(feature = "authoring")]
mod tests;
