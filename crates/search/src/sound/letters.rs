//! Letters typed for Chinese: full pinyin, initials, and both mixed.

use super::{Found, Sounds, Unit};
use crate::order;

/// Longest run of letters that is read as pinyin.
const LONGEST: usize = 40;
/// Longest word made of initials only.
const LONGEST_INITIALS: usize = 8;
/// Words made of initials only that one run of letters may stand for.
const MOST_OF_INITIALS: usize = 2;
/// A word of which some initials were typed must be said so or stand in several names.
const SURE: u32 = 3;
/// Readings tried for one run.
const TRIED: usize = 24;

/// A run of letters that is cut in every way.
const SHORT: usize = 12;

/// Letters left over, words so far, and the last word with its beginning.
type Cut = (usize, usize, Option<(usize, Found)>);

impl Sounds {
    /// Readings of a whole run of letters as one word: full syllables first, then initials, then both.
    fn units(&self, letters: &[u8]) -> Vec<Vec<Unit>> {
        let mut all = Vec::new();
        self.split(letters, false, &mut Vec::new(), &mut all);
        if letters.len() <= LONGEST_INITIALS {
            all.push(letters.iter().map(|b| Unit::Initial(b - b'a')).collect());
        }
        all
    }

    /// A syllable, also one typed without its last letter where nothing else is meant: gon for gong.
    fn typed(&self, letters: &str) -> Option<u16> {
        let cut_off = || letters.ends_with("on").then(|| self.number(&[letters, "g"].concat())).flatten();
        self.number(letters).or_else(cut_off)
    }

    fn split(&self, letters: &[u8], mixed: bool, so_far: &mut Vec<Unit>, all: &mut Vec<Vec<Unit>>) {
        if letters.is_empty() {
            all.push(so_far.clone());
        }
        for length in (1..=letters.len().min(6)).rev() {
            if all.len() >= TRIED {
                return;
            }
            let unit = std::str::from_utf8(&letters[..length]).ok().and_then(|s| self.typed(s)).map(Unit::Syllable);
            let unit = unit.or((mixed && length == 1).then(|| Unit::Initial(letters[0] - b'a')));
            if let Some(unit) = unit {
                so_far.push(unit);
                self.split(&letters[length..], mixed, so_far, all);
                so_far.pop();
            }
        }
    }

    /// The words that a run of letters may stand for, best first.
    pub fn words(&self, letters: &[u8], most: usize) -> Vec<Found> {
        if letters.len() < 2 || letters.len() > LONGEST || !letters.iter().all(u8::is_ascii_lowercase) {
            return Vec::new();
        }
        let readings = self.units(letters);
        let found = self.first_found(&readings, most);
        if !found.is_empty() {
            return found;
        }
        // An accent, or a syllable that is not typed to its end: shenfenzhen.
        let blurred = |unit: &Unit| if let Unit::Syllable(number) = *unit { Unit::Alike(number) } else { *unit };
        let readings: Vec<Vec<Unit>> = readings.iter().map(|units| units.iter().map(blurred).collect()).collect();
        let found = self.first_found(&readings, most);
        if !found.is_empty() || letters.len() > 12 {
            return found;
        }
        let mut mixed = Vec::new();
        self.split(letters, true, &mut Vec::new(), &mut mixed);
        mixed.retain(|units| units.len() < letters.len());
        self.first_found(&mixed, most)
    }

    fn first_found(&self, readings: &[Vec<Unit>], most: usize) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for units in readings.iter().filter(|units| units.len() > 1) {
            // Initials alone say little: only when no syllables fit.
            if !found.is_empty() && matches!(units[0], Unit::Initial(_)) {
                break;
            }
            let by_initial = units.iter().any(|unit| matches!(unit, Unit::Initial(_)));
            let sure = if by_initial { SURE } else { 1 };
            found.extend(self.find(units, most).into_iter().filter(|word| word.weight >= sure));
        }
        order::sort_by(&mut found, |a, b| a.weight > b.weight);
        found.truncate(most);
        found
    }

    /// Cuts a run of letters into words, fewest first: sfzbuban is 身份证 补办.
    pub fn decode(&self, letters: &[u8]) -> Vec<Vec<Found>> {
        let whole = self.words(letters, 3);
        if !whole.is_empty() || letters.len() < 4 || letters.len() > LONGEST {
            return if whole.is_empty() { Vec::new() } else { vec![whole] };
        }
        // Fewest letters left over, then fewest words.
        let mut best: Vec<Cut> = vec![(0, 0, None)];
        for end in 1..=letters.len() {
            let mut at_end: Cut = (best[end - 1].0 + 1, best[end - 1].1, None);
            for start in end.saturating_sub(24)..end - 1 {
                let (left, words, _) = best[start];
                // Among equals the heavier last word, in a run short enough to look twice: jsz dl, not js zdl.
                let is_equal = (left, words + 1) == (at_end.0, at_end.1) && letters.len() <= SHORT;
                if (left, words + 1) >= (at_end.0, at_end.1) && !is_equal {
                    continue;
                }
                let Some(found) = self.words(&letters[start..end], 1).into_iter().next() else { continue };
                let weight = |cut: &Cut| cut.2.as_ref().map_or(0, |(_, found)| found.weight);
                let before = |start: usize| weight(&best[start]);
                let beaten = is_equal
                    && at_end
                        .2
                        .as_ref()
                        .is_some_and(|(other, last)| last.weight + before(*other) >= found.weight + before(start));
                if !beaten {
                    at_end = (left, words + 1, Some((start, found)));
                }
            }
            best.push(at_end);
        }
        // Letters of which much is left over are no pinyin: hello.
        let mut end = letters.len();
        if 4 * best[end].0 > end || letters.windows(3).any(|three| three[0] == three[1] && three[1] == three[2]) {
            return Vec::new();
        }
        let left = best[end].0;
        // Whether all words are made of initials only: any letters may be read so.
        let mut only_initials = true;
        let mut pieces = Vec::new();
        while end > 0 {
            match best[end].2.take() {
                Some((start, found)) => {
                    only_initials &= found.word.len() == end - start;
                    pieces.push(vec![found]);
                    end = start;
                }
                None => end -= 1,
            }
        }
        if only_initials && (left > 0 || pieces.len() > MOST_OF_INITIALS) {
            return Vec::new();
        }
        pieces.reverse();
        pieces
    }

    /// A run of characters and letters as one word: 身份zheng, yibao卡.
    pub fn mixed(&self, run: &[char], most: usize) -> Vec<Found> {
        let mut readings: Vec<Vec<Unit>> = vec![Vec::new()];
        for part in run.chunk_by(|a, b| a.is_ascii() == b.is_ascii()) {
            let options = if part[0].is_ascii() {
                let letters: Vec<u8> = part.iter().map(|&c| c as u8).collect();
                if letters.len() > LONGEST || !letters.iter().all(u8::is_ascii_lowercase) {
                    return Vec::new();
                }
                self.units(&letters)
            } else {
                vec![part.iter().map(|&c| Unit::Char(c)).collect()]
            };
            readings = readings
                .iter()
                .flat_map(|so_far| options.iter().map(move |more| [so_far.as_slice(), more].concat()))
                .take(TRIED)
                .collect();
        }
        let mut found: Vec<Found> = readings.iter().flat_map(|units| self.find(units, most)).collect();
        order::sort_by(&mut found, |a, b| a.weight > b.weight);
        found.truncate(most);
        found
    }
}
