//! One wrong, missing or doubled character; characters typed by sound.

use super::Segment;
use crate::{
    Engine,
    index::bigram,
    sound::{Found, Unit},
    text::GAP,
};

/// Longest and shortest stretch that is mended as one word.
const WIDEST: usize = 6;
/// A word of two characters must be one that people say, or every pair would sound like something.
const SURE: u32 = 40;

impl Engine {
    /// The text with mended words, when something in it needs mending.
    pub(super) fn mend(
        &self,
        text: &[char],
        segments: &[Segment],
        corrected: &mut Vec<(String, String)>,
    ) -> Option<Vec<char>> {
        let mut out: Vec<char> = Vec::with_capacity(text.len());
        let mut changed = false;
        for segment in segments {
            match *segment {
                Segment::Phrase { start, end, .. } => out.extend(&text[start..end]),
                Segment::Loose { start, end } => {
                    for (at, chunk) in text[start..end].split(|&c| c == GAP).enumerate() {
                        if at > 0 {
                            out.push(GAP);
                        }
                        changed |= self.mend_chunk(chunk, &mut out, corrected);
                    }
                }
            }
        }
        changed.then_some(out)
    }

    fn mend_chunk(&self, chunk: &[char], out: &mut Vec<char>, corrected: &mut Vec<(String, String)>) -> bool {
        let strange: Vec<bool> = chunk.windows(2).map(|pair| !self.is_known(pair[0], pair[1])).collect();
        if !strange.contains(&true) {
            out.extend(chunk);
            return false;
        }
        for width in (2..=chunk.len().min(WIDEST)).rev() {
            for start in 0..=chunk.len() - width {
                let odd = strange[start..start + width - 1].iter().filter(|&&s| s).count();
                if odd == 0 {
                    continue;
                }
                let word = &chunk[start..start + width];
                let Some(read) = self.respell(word, odd) else { continue };
                corrected.push((word.iter().collect(), read.iter().collect()));
                let before = &chunk[..start];
                self.mend_chunk(before, out, corrected);
                out.extend(&read);
                self.mend_chunk(&chunk[start + width..], out, corrected);
                return true;
            }
        }
        out.extend(chunk);
        false
    }

    fn is_known(&self, a: char, b: char) -> bool {
        bigram(a, b).and_then(|key| self.index.term(key)).is_some()
    }

    /// A word of the catalogue that sounds like this or differs in one character.
    fn respell(&self, word: &[char], odd: usize) -> Option<Vec<char>> {
        let alike: Option<Vec<Unit>> = word.iter().map(|&c| self.sounds.alike(c)).collect();
        let sure = if word.len() == 2 { SURE } else { 2 };
        let by_sound = alike.and_then(|units| self.best(&units, word, sure));
        if by_sound.is_some() || !(3..=5).contains(&word.len()) && word.len() != 2 {
            return by_sound;
        }
        self.one_off(word, odd)
    }

    fn best(&self, units: &[Unit], word: &[char], least: u32) -> Option<Vec<char>> {
        let found: Vec<Found> = self.sounds.find(units, 3);
        // Prefer the reading that keeps most of what was typed.
        let kept = |f: &Found| f.word.iter().zip(word).filter(|(a, b)| a == b).count();
        found
            .into_iter()
            .filter(|f| f.weight >= least && f.word != word && (word.len() == 2 || kept(f) > 0))
            .max_by(|a, b| (kept(a), a.weight).cmp(&(kept(b), b.weight)).then(b.word.cmp(&a.word)))
            .map(|f| f.word)
    }

    /// One character wrong inside the word, one too many, or one missing.
    fn one_off(&self, word: &[char], odd: usize) -> Option<Vec<char>> {
        let exact = |c: &char| Unit::Char(*c);
        for at in 1..word.len().saturating_sub(1) {
            if odd >= 2 || (odd == 1 && word.len() == 3) {
                let mut units: Vec<Unit> = word.iter().map(exact).collect();
                units[at] = Unit::Any;
                if let Some(read) = self.best(&units, word, SURE) {
                    return Some(read);
                }
                let shorter: Vec<char> = [&word[..at], &word[at + 1..]].concat();
                if let Some(read) = self.said(&shorter) {
                    return Some(read);
                }
            }
        }
        for at in 1..word.len() {
            let mut units: Vec<Unit> = word.iter().map(exact).collect();
            units.insert(at, Unit::Any);
            if let Some(found) = self.sounds.find(&units, 1).into_iter().find(|found| found.weight >= SURE) {
                return Some(found.word);
            }
        }
        None
    }

    fn said(&self, word: &[char]) -> Option<Vec<char>> {
        let known = self.lexicon.trie.at(word).any(|(length, _)| length == word.len() && length > 1);
        known.then(|| word.to_vec())
    }
}
