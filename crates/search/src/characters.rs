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
}

impl Characters {
    /// The form a character is compared in: half width, lower case, Simplified; every mark is a gap.
    pub fn fold(&self, c: char) -> char {
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

    /// The number of a syllable.
    #[cfg(feature = "authoring")]
    pub fn syllable(&self, syllable: &str) -> Option<u16> {
        self.syllables.binary_search_by(|known| known.as_str().cmp(syllable)).ok().map(|at| at as u16)
    }

    /// The plain reading of a character.
    pub fn reading(&self, c: char) -> Option<&str> {
        let at = self.readings.binary_search_by_key(&c, |&(known, _)| known).ok()?;
        self.syllables.get(self.readings[at].1 as usize).map(String::as_str)
    }
}

#[cfg(test)]
#[cfg(feature = "authoring")]
mod tests;
