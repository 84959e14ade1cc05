//! What was typed, character by character, beside what it was understood to mean: a name that simply
//! holds the characters typed (一建注销 in 一级建造师注销注册) is found whatever the words are taken for.

use std::sync::Arc;

use crate::{
    Engine,
    explain::Pairs,
    index::{ONE, bigram, unigram},
    query::{Clause, Part, Sense, Way},
    text::GAP,
};

/// What the characters count beside all that was understood, in 1/256.
const ECHO: u32 = 128;
/// What a single character counts beside a pair, in 1/256.
const SINGLE: u32 = 96;
/// What a hint counts, in 1/1024: always, and when the catalogue writes none of the pairs typed.
const HINT: u32 = 256;
const HINT_STRANGE: u32 = 1024;
/// Most that hints count, in 1/256 bits.
const MOST: u32 = 18 * 256;
/// A hint that stands alone must be this strong, in 1/256 bits.
const SURE: u32 = 3 * 256;
/// How likely the faintest of the hints is meant, in 1/1024.
const FAINTEST: u32 = 128;

impl Part {
    /// Remembers words that say something.
    pub(super) fn say(&mut self, words: &[char]) {
        if !words.is_empty() {
            if !self.said.is_empty() {
                self.said.push(GAP);
            }
            self.said.extend(words);
        }
    }
}

impl Engine {
    /// Adds a clause of all pairs and single characters typed.
    pub(super) fn add_echo(&self, part: &mut Part) {
        let is_idle = |c: &char| self.lexicon.edges.contains(c) || self.lexicon.alone.contains(c);
        let pairs = part.said.windows(2).zip(self.shares(&part.said)).filter(|(pair, _)| !pair.iter().all(is_idle));
        let pairs = pairs.filter_map(|(pair, share)| Some((bigram(pair[0], pair[1])?, share / 4)));
        let singles = part.said.iter().filter(|&c| !is_idle(c)).filter_map(|&c| unigram(c));
        // Term and weight in one number.
        let mut packed: Vec<u64> = Vec::new();
        for (key, share) in pairs.chain(singles.map(|key| (key, SINGLE))) {
            if let Some(term) = self.index.term(key) {
                packed.push(u64::from(term) << 32 | u64::from(self.index.idf(term) * share / 256));
            }
        }
        packed.sort_unstable();
        packed.dedup_by_key(|packed| *packed >> 32);
        // The weightiest first: ranking then passes over items that have only the rest.
        packed.iter_mut().for_each(|packed| *packed = packed.rotate_left(32));
        packed.sort_unstable();
        let terms: Vec<(u32, u32)> =
            packed.iter().rev().map(|&packed| (packed as u32, (packed >> 32) as u32)).collect();
        let total = terms.iter().map(|(_, weight)| weight).sum();
        let mass = part.clauses.iter().map(|clause| clause.mass).sum::<u32>() * ECHO / 256;
        if total > 0 && mass > 0 {
            let pairs = Pairs::of(&part.said);
            let words = part.said.clone();
            let sense = Arc::new(Sense { terms, total, words, pairs: (pairs, pairs), ..Sense::default() });
            part.clauses.push(Clause { mass, ways: vec![Way { weight: ONE, sense }] });
        }
    }

    /// Notes what the words of a text hint at, the more the stranger they are to the catalogue.
    pub(super) fn add_hunch(&self, part: &mut Part, text: &[char]) {
        let hints = self.hints(text);
        let Some(&(_, best)) = hints.first() else { return };
        if part.clauses.is_empty() && best < SURE {
            return;
        }
        let pairs = part.said.len().max(2) as u32 - 1;
        let mass = best * (HINT + HINT_STRANGE * part.strange / pairs) / ONE;
        let ways = hints.iter().filter_map(|&(meaning, strength)| {
            Some(Way { weight: (ONE * strength / best).max(FAINTEST), sense: self.meaning(meaning)? })
        });
        part.hunch = Some(Clause { mass: mass.min(MOST), ways: ways.collect() }).filter(|clause| clause.mass > 0);
    }
}
