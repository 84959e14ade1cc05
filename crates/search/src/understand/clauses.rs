//! What an item should be about, as terms of the index.

use std::{cmp::Reverse, ops::Range};

use super::{Reading, by_place};
use crate::{
    Engine,
    index::ONE,
    lexicon::Senses,
    order,
    query::{Clause, Part, Way},
};

/// What a meaning counts, whatever its words, in 1/256 bits.
const MEANING: u32 = 9 * 256;
/// Most that a stretch of plain text counts, so that a long one does not drown a clear word.
const MOST: u32 = 14 * 256;
/// What words count that have a meaning together, and each of their characters.
const TOGETHER: u32 = 3 * 256;
const TOGETHER_EACH: u32 = 3 * 256 / 2;
/// What the word itself counts beside its meanings, in 1/1024.
const BESIDE_MEANING: u32 = 880;
/// How likely a sibling of a meaning is meant, in 1/1024.
const SIBLING: u32 = 1000;
/// How much less likely each further meaning is, in 1/1024.
const STEP: u32 = 56;

impl Engine {
    /// The clause of a phrase: its group, what it means, and itself as written.
    pub(super) fn clause(&self, words: &[char], senses: &Senses) -> Option<Clause> {
        let mut ways = Vec::new();
        let mut mass = 0;
        if let Some(sense) = senses.same.and_then(|group| self.group_sense(group, words)) {
            mass = sense.total * 3 / 2;
            ways.push(Way { weight: ONE, sense });
        } else if let Some(sense) = self.phrase_sense(words) {
            mass = sense.total;
            ways.push(Way { weight: ONE, sense });
        }
        if !senses.means.is_empty() {
            // What people mean by a word goes before whatever else has the word in its name,
            // unless the word itself says more than what it means.
            let meanings = self.meaning_ways(&senses.means);
            let most = meanings.iter().map(|way| way.sense.total).max().unwrap_or(0);
            for way in ways.iter_mut().filter(|way| way.sense.total < most) {
                way.weight = BESIDE_MEANING;
            }
            ways.extend(meanings);
        }
        if !senses.means.is_empty() {
            mass = mass.max(MEANING);
        }
        if ways.is_empty() {
            return self.literal_clause(words);
        }
        // Whom it is for says less than what it is.
        let mass = match senses.audience {
            None => mass,
            Some(_) if senses.same.is_some() || !senses.means.is_empty() => mass * 5 / 8,
            Some(_) => mass / 4,
        };
        Some(Clause { mass: mass.min(MOST), ways })
    }

    /// The clause of text that is no phrase.
    pub(super) fn literal_clause(&self, words: &[char]) -> Option<Clause> {
        let sense = self.literal_sense(words)?;
        let mass = if words.len() == 1 { sense.total / 5 } else { sense.total };
        Some(Clause { mass: mass.min(MOST), ways: vec![Way { weight: ONE, sense: sense.into() }] })
    }

    /// The actions that a phrase's meanings show.
    pub(super) fn implied(&self, words: &[char], senses: &Senses) -> u32 {
        self.actions_of_all(&senses.means) | self.lexicon.actions_of(words)
    }

    /// The actions that any of some texts shows.
    pub(super) fn actions_of_all(&self, texts: &[Vec<char>]) -> u32 {
        texts.iter().fold(0, |bits, text| bits | self.lexicon.actions_of(text))
    }

    /// Words that mean something together, wherever they stand in the text.
    pub(super) fn read_together(&self, text: &[char], reading: &mut Reading) {
        let mut found: Vec<(u32, u32, Range<usize>)> = Vec::new();
        for at in 0..text.len() {
            for (length, phrase) in self.lexicon.trie.at(&text[at..]) {
                let places = &self.lexicon.phrases[phrase as usize].1.together;
                found.extend(places.iter().map(|&(number, place)| (number, place, at..at + length)));
            }
        }
        order::sort_by_key(&mut found, |(number, place, at)| (*number, *place, Reverse(at.len()), at.start));
        let Some(part) = reading.parts.last_mut() else { return };
        for words in found.chunk_by(|a, b| a.0 == b.0) {
            let number = words[0].0;
            let spans = side_by_side(words);
            if spans.len() < self.lexicon.together[number as usize].words as usize {
                continue;
            }
            // The more of the query they are, the surer their meaning.
            let length: usize = spans.iter().map(ExactSizeIterator::len).sum();
            let end = spans.iter().map(|span| span.end).max().unwrap_or(0);
            let mass = by_place((TOGETHER + length as u32 * TOGETHER_EACH).min(MOST), end, text.len());
            let meaning = self.words_together(number);
            if !meaning.ways.is_empty() {
                part.implied |= meaning.implied;
                part.clauses.push(Clause { mass, ways: meaning.ways });
            }
        }
    }

    /// The meanings that this catalogue serves, likeliest first.
    pub(super) fn meaning_ways(&self, means: &[Vec<char>]) -> Vec<Way> {
        let weight = |rank: usize| ONE.saturating_sub(STEP * rank as u32).max(ONE / 2);
        let served = means.iter().filter_map(|target| self.meanings.number(target)).enumerate();
        served.filter_map(|(rank, number)| Some(Way { weight: weight(rank), sense: self.meaning(number)? })).collect()
    }

    /// When an action was asked for, a meaning with another action stands for its siblings too:
    /// 协会 means 社会团体成立登记, but 协会注销 is about 社会团体注销登记.
    pub(super) fn add_siblings(&self, part: &mut Part) {
        if part.actions == 0 {
            return;
        }
        for clause in &mut part.clauses {
            for at in 0..clause.ways.len() {
                let Way { weight, sense } = &clause.ways[at];
                if let Some(rest) = sense.rest.as_ref().filter(|_| sense.actions & part.actions == 0) {
                    let sibling = Way { weight: weight * SIBLING / ONE, sense: rest.clone() };
                    clause.ways.push(sibling);
                }
            }
        }
    }

    /// Letters that may stand for several words: any of them will do.
    pub(super) fn read_choice(&self, words: &[Vec<char>], reading: &mut Reading) {
        let mut ways = Vec::new();
        let mut mass = 0;
        for (rank, word) in words.iter().enumerate() {
            let less = 3 * STEP * rank as u32;
            if let Some(way) = self.target_way(word, ONE.saturating_sub(less)) {
                mass = mass.max(way.sense.total);
                ways.push(way);
            }
            let senses = self.lexicon.trie.at(word).find(|&(length, _)| length == word.len());
            if let Some((_, phrase)) = senses {
                let clause = self.clause(word, &self.lexicon.phrases[phrase as usize].1);
                let more = clause.into_iter().flat_map(|clause| clause.ways);
                ways.extend(more.map(|way| Way { weight: way.weight.saturating_sub(less), ..way }));
            }
        }
        let Some(part) = reading.parts.last_mut() else { return };
        if !ways.is_empty() {
            part.clauses.push(Clause { mass: mass.clamp(MEANING, MOST), ways });
        }
        if let Some(first) = words.first() {
            reading.shown.push(first.clone());
            reading.query.read.extend(first);
            self.know(first, reading);
        }
    }
}

/// For each place the longest of its words, none of which lies over another: 结婚 is not two words.
fn side_by_side(words: &[(u32, u32, Range<usize>)]) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for place in words.chunk_by(|a, b| a.1 == b.1) {
        let free = |at: &&Range<usize>| spans.iter().all(|other| at.end <= other.start || other.end <= at.start);
        if let Some(at) = place.iter().map(|(_, _, at)| at).find(free) {
            spans.push(at.clone());
        }
    }
    spans
}
