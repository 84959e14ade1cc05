//! One wrong, missing or doubled character; characters typed by sound.
//!
//! A correction must be worth its risk: a word that is merely unknown to the catalogue is no slip.
//! So a mended word keeps at least half of its characters, and a word mended by shape must name a thing.

use super::Segment;
use crate::{
    Engine,
    index::unigram,
    sound::{CORE, Found, Unit},
    text::GAP,
};

/// Longest stretch that is mended as one word.
const WIDEST: usize = 6;
/// Characters that sound and look alike and say the opposite: none is typed for the other, and to read it so is worst.
const OPPOSITE: [char; 2] = ['买', '卖'];

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
        let mut phrase_from = None;
        for segment in segments {
            match *segment {
                Segment::Phrase { start, end, .. } => {
                    phrase_from = Some(out.len());
                    out.extend(&text[start..end]);
                }
                Segment::Loose { start, end } => {
                    changed |= self.mend_with_phrase(phrase_from.take(), &text[start..end], &mut out, corrected);
                }
            }
        }
        changed.then_some(out)
    }

    /// A phrase may be the sound beginning of a misspelt longer word: 社保咔.
    fn mend_with_phrase(
        &self,
        phrase_from: Option<usize>,
        loose: &[char],
        out: &mut Vec<char>,
        corrected: &mut Vec<(String, String)>,
    ) -> bool {
        let mut loose = loose;
        let mut changed = false;
        if let (Some(from), [first, rest @ ..]) = (phrase_from, loose)
            && *first != GAP
            && !self.lexicon.edges.contains(first)
        {
            let word: Vec<char> = out[from..].iter().chain([first]).copied().collect();
            if let Some(read) = self.by_sound(&word, CORE).filter(|_| word.len() > 2) {
                corrected.push((word.iter().collect(), read.iter().collect()));
                out.truncate(from);
                out.extend(&read);
                loose = rest;
                changed = true;
            }
        }
        for (at, chunk) in loose.split(|&c| c == GAP).enumerate() {
            if at > 0 {
                out.push(GAP);
            }
            changed |= self.mend_chunk(chunk, out, corrected);
        }
        changed
    }

    fn mend_chunk(&self, chunk: &[char], out: &mut Vec<char>, corrected: &mut Vec<(String, String)>) -> bool {
        let strange: Vec<bool> = chunk.windows(2).map(|pair| !self.is_known(pair[0], pair[1])).collect();
        if !strange.contains(&true) {
            out.extend(chunk);
            return false;
        }
        // Two characters sound like some word too easily, unless they are all that was typed.
        let led = chunk.iter().take_while(|c| self.lexicon.edges.contains(c)).count();
        let narrowest = if chunk.len() - led == 2 { 2 } else { 3 };
        for width in (narrowest..=chunk.len().min(WIDEST)).rev() {
            for start in 0..=chunk.len() - width {
                if !strange[start..start + width - 1].contains(&true) {
                    continue;
                }
                let word = &chunk[start..start + width];
                let Some(read) = self.respell(word) else { continue };
                // A character that stands in a known pair is no slip: 人执业 is not 人职业.
                // In a long word with a single slip one strange pair is enough: 业职 also stands in 企业职工. So it is
                // when the word is all that was typed: 公基金, though 基金 is a word.
                let long = (word.len() > 3 || word.len() == chunk.len())
                    && read.iter().zip(word).filter(|(a, b)| a != b).count() == 1;
                let slips = |at: usize| {
                    let place = start + at;
                    let (before, after) = (place == 0 || strange[place - 1], strange.get(place).is_none_or(|&odd| odd));
                    before && after || long && (before || after)
                };
                let slips = |at: usize| slips(at) && !self.is_small_word(word[at]);
                if read.len() == word.len() && (0..word.len()).any(|at| read[at] != word[at] && !slips(at)) {
                    continue;
                }
                if self.is_short_form(word) {
                    continue;
                }
                corrected.push((word.iter().collect(), read.iter().collect()));
                self.mend_chunk(&chunk[..start], out, corrected);
                out.extend(&read);
                self.mend_chunk(&chunk[start + width..], out, corrected);
                return true;
            }
        }
        out.extend(chunk);
        false
    }

    /// Whether some official name holds these characters in their order: a short form is no slip.
    fn is_short_form(&self, word: &[char]) -> bool {
        let terms: Option<Vec<u32>> = word.iter().map(|&c| unigram(c).and_then(|key| self.index.term(key))).collect();
        let Some(rarest) = terms.and_then(|terms| terms.into_iter().max_by_key(|&term| self.index.idf(term))) else {
            return false;
        };
        let holds = |&doc: &u32| {
            let mut name = self.docs[doc as usize].name.iter();
            word.iter().all(|c| name.any(|other| other == c))
        };
        self.index.postings(rarest).0.iter().any(holds)
    }

    /// A character that has its work in every sentence (不, 的, 小) is hardly ever a slip for another.
    fn is_small_word(&self, c: char) -> bool {
        let is_dropped = |(_, phrase): (usize, u32)| self.lexicon.phrases[phrase as usize].1.drop;
        let is_own = OPPOSITE.contains(&c) || self.lexicon.edges.contains(&c) || self.lexicon.alone.contains(&c);
        is_own || self.lexicon.trie.at(&[c]).any(is_dropped)
    }

    /// A word of the catalogue that sounds like this or differs in one character.
    fn respell(&self, word: &[char]) -> Option<Vec<char>> {
        let least = if word.len() == 2 { CORE } else { 2 };
        self.by_sound(word, least).or_else(|| self.by_shape(word).filter(|_| (3..=5).contains(&word.len())))
    }

    fn by_sound(&self, word: &[char], least: u32) -> Option<Vec<char>> {
        let units: Option<Vec<Unit>> = word.iter().map(|&c| self.sounds.alike(c)).collect();
        let kept = |found: &Found| found.word.iter().zip(word).filter(|(a, b)| a == b).count();
        self.sounds
            .find(&units?, 3)
            .into_iter()
            .filter(|found| found.weight >= least && found.word != word && 2 * kept(found) >= word.len())
            .max_by(|a, b| (kept(a), a.weight).cmp(&(kept(b), b.weight)).then(b.word.cmp(&a.word)))
            .map(|found| found.word)
    }

    /// One character wrong inside the word, one too many, or one missing: a word that names a thing.
    fn by_shape(&self, word: &[char]) -> Option<Vec<char>> {
        let near = |core: &&Vec<char>| match core.len() {
            length if length < 3 => false,
            length if length == word.len() => length > 3 && core.iter().zip(word).filter(|(a, b)| a != b).count() == 1,
            length if length == word.len() + 1 => is_without_one(core, word),
            length if length + 1 == word.len() => is_without_one(word, core),
            _ => false,
        };
        self.sounds.core_beginning(*word.first()?).iter().find(near).cloned()
    }
}

/// Whether `short` is `long` without one of its characters.
fn is_without_one(long: &[char], short: &[char]) -> bool {
    let same = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    long[same + 1..] == short[same..]
}
