//! What an item should be about, as terms of the index.

use std::{cmp::Reverse, ops::Range};

use super::{Reading, Segment, by_place, segment};
use crate::{
    Engine,
    index::{ONE, bigram, concept, unigram},
    lexicon::Senses,
    query::{Clause, Part, Way},
    text::GAP,
};

/// What a meaning counts, whatever its words, in 1/256 bits.
const MEANING: u32 = 9 * 256;
/// What a word counts that the catalogue does not know, in 1/256 bits.
const UNKNOWN: u32 = 4 * 256;
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
        if let Some(way) = senses.same.and_then(|group| self.group_way(group, words)) {
            mass = way.total * 3 / 2;
            ways.push(way);
        } else if let Some(way) = self.literal_way(words).filter(|_| self.is_written(words)) {
            mass = way.total;
            let mut way = Way { whole: true, ..way };
            way.terms.sort_unstable_by_key(|&(term, weight)| (Reverse(weight), term));
            ways.push(way);
        }
        if !senses.means.is_empty() {
            // What people mean by a word goes before whatever else has the word in its name,
            // unless the word itself says more than what it means.
            let meanings = self.meaning_ways(&senses.means);
            let most = meanings.iter().map(|way| way.total).max().unwrap_or(0);
            for way in ways.iter_mut().filter(|way| way.total < most) {
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
        let way = self.literal_way(words)?;
        let mass = if words.len() == 1 { way.total / 5 } else { way.total };
        Some(Clause { mass: mass.min(MOST), ways: vec![way] })
    }

    /// The actions that a phrase's meanings show.
    pub(super) fn implied(&self, words: &[char], senses: &Senses) -> u32 {
        let targets = senses.means.iter().fold(0, |bits, target| bits | self.lexicon.actions_of(target));
        targets | self.lexicon.actions_of(words)
    }

    fn group_way(&self, group: u32, words: &[char]) -> Option<Way> {
        let term = self.index.term(concept(group))?;
        let total = self.index.idf(term);
        Some(Way { terms: vec![(term, total)], total, weight: ONE, whole: true, words: words.to_vec() })
    }

    /// A meaning: its groups and the rest of its words; all of it should be there.
    pub(crate) fn target_way(&self, target: &[char], weight: u32) -> Option<Way> {
        let mut way = Way { terms: Vec::new(), total: 0, weight, whole: true, words: target.to_vec() };
        let same = |phrase: u32| {
            let group = self.lexicon.phrases[phrase as usize].1.same;
            group.and_then(|group| self.index.term(concept(group))).is_some()
        };
        for part in segment::cut(target, &self.lexicon, &same, &|_, _| false) {
            match part {
                Segment::Phrase { start, end, phrase } => {
                    let group = self.lexicon.phrases[phrase as usize].1.same;
                    if let Some(more) = group.and_then(|group| self.group_way(group, &target[start..end])) {
                        way.total += more.total;
                        way.terms.extend(more.terms);
                    }
                }
                Segment::Loose { start, end } => self.add_pairs(target, start, end, &mut way),
            }
        }
        // The rarest first: ranking then leaves out items that have only the common ones.
        way.terms.sort_unstable_by_key(|&(term, weight)| (Reverse(weight), term));
        (!way.terms.is_empty()).then_some(way)
    }

    /// The pairs of a stretch, with the pair that ties it to what stands before.
    fn add_pairs(&self, target: &[char], start: usize, end: usize, way: &mut Way) {
        let from = if end - start == 1 && start > 0 { start - 1 } else { start };
        for pair in target[from..end].windows(2).filter(|pair| !pair.contains(&GAP)) {
            match bigram(pair[0], pair[1]).and_then(|key| self.index.term(key)) {
                Some(term) => {
                    way.terms.push((term, self.index.idf(term)));
                    way.total += self.index.idf(term);
                }
                None => way.total += UNKNOWN,
            }
        }
        if target.len() == 1 {
            way.extend_single(self, target[0]);
        }
    }

    /// Plain text: its pairs, and single characters where the catalogue knows no pair.
    fn literal_way(&self, words: &[char]) -> Option<Way> {
        let mut way = Way { terms: Vec::new(), total: 0, weight: ONE, whole: false, words: words.to_vec() };
        let mut paired = vec![false; words.len()];
        for (at, pair) in words.windows(2).enumerate() {
            if let Some(term) = bigram(pair[0], pair[1]).and_then(|key| self.index.term(key)) {
                way.terms.push((term, self.index.idf(term)));
                way.total += self.index.idf(term);
                paired[at] = true;
                paired[at + 1] = true;
            }
        }
        let alone = words.len() == 1;
        for (at, &c) in words.iter().enumerate() {
            if !paired[at] && c != GAP && (alone || !self.lexicon.edges.contains(&c)) {
                if alone { way.extend_single(self, c) } else { way.extend_weak(self, c) }
            }
        }
        (!way.terms.is_empty()).then_some(way)
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
        found.sort_unstable_by_key(|(number, place, at)| (*number, *place, Reverse(at.len()), at.start));
        let Some(part) = reading.parts.last_mut() else { return };
        for words in found.chunk_by(|a, b| a.0 == b.0) {
            let together = &self.lexicon.together[words[0].0 as usize];
            let spans = side_by_side(words);
            if spans.len() < together.words as usize {
                continue;
            }
            // The more of the query they are, the surer their meaning.
            let length: usize = spans.iter().map(ExactSizeIterator::len).sum();
            let end = spans.iter().map(|span| span.end).max().unwrap_or(0);
            let mass = by_place((TOGETHER + length as u32 * TOGETHER_EACH).min(MOST), end, text.len());
            let ways: Vec<Way> = self.meaning_ways(&together.means);
            if !ways.is_empty() {
                part.implied |= together.means.iter().fold(0, |bits, means| bits | self.lexicon.actions_of(means));
                part.clauses.push(Clause { mass, ways });
            }
        }
    }

    /// The meanings that this catalogue serves, likeliest first.
    fn meaning_ways(&self, means: &[Vec<char>]) -> Vec<Way> {
        let weight = |rank: usize| ONE.saturating_sub(STEP * rank as u32).max(ONE / 2);
        let served = means.iter().filter_map(|target| self.meanings.find(target)).enumerate();
        served.map(|(rank, way)| Way { weight: weight(rank), ..way.clone() }).collect()
    }

    /// When an action was asked for, a meaning with another action stands for its siblings too:
    /// 协会 means 社会团体成立登记, but 协会注销 is about 社会团体注销登记.
    pub(super) fn add_siblings(&self, part: &mut Part) {
        if part.actions == 0 {
            return;
        }
        for clause in &mut part.clauses {
            let mut more: Vec<Way> = Vec::new();
            for way in clause.ways.iter().filter(|way| way.whole) {
                if self.lexicon.actions_of(&way.words) & part.actions == 0
                    && let Some(rest) = self.lexicon.without_actions(&way.words)
                {
                    more.extend(self.target_way(&rest, way.weight * SIBLING / ONE));
                }
            }
            clause.ways.append(&mut more);
        }
    }

    /// Remembers which terms explain a name.
    pub(super) fn know(&self, text: &[char], reading: &mut Reading) {
        let Some(part) = reading.parts.last_mut() else { return };
        let pairs = text.windows(2).filter_map(|pair| bigram(pair[0], pair[1])).filter_map(|key| self.index.term(key));
        part.known.extend(pairs);
        for part in &mut reading.parts {
            let mut more: Vec<u32> = Vec::new();
            for way in part.clauses.iter().flat_map(|clause| &clause.ways) {
                let pairs = way.words.windows(2).filter_map(|pair| bigram(pair[0], pair[1]));
                more.extend(pairs.filter_map(|key| self.index.term(key)));
                more.extend(way.terms.iter().flat_map(|&(term, _)| self.group_terms(term)));
            }
            part.known.append(&mut more);
        }
    }

    fn group_terms(&self, term: u32) -> impl Iterator<Item = u32> + '_ {
        let at = self.group_pairs.binary_search_by_key(&term, |(group, _)| *group).ok();
        at.into_iter().flat_map(|at| self.group_pairs[at].1.iter().copied())
    }

    /// Letters that may stand for several words: any of them will do.
    pub(super) fn read_choice(&self, words: &[Vec<char>], reading: &mut Reading) {
        let mut ways = Vec::new();
        let mut mass = 0;
        for (rank, word) in words.iter().enumerate() {
            if let Some(way) = self.target_way(word, ONE.saturating_sub(3 * STEP * rank as u32)) {
                mass = mass.max(way.total);
                ways.push(way);
            }
            let senses = self.lexicon.trie.at(word).find(|&(length, _)| length == word.len());
            if let Some((_, phrase)) = senses {
                let clause = self.clause(word, &self.lexicon.phrases[phrase as usize].1);
                ways.extend(
                    clause
                        .into_iter()
                        .flat_map(|clause| clause.ways)
                        .map(|way| Way { weight: way.weight.saturating_sub(3 * STEP * rank as u32), ..way }),
                );
            }
        }
        let Some(part) = reading.parts.last_mut() else { return };
        if !ways.is_empty() {
            part.clauses.push(Clause { mass: mass.clamp(MEANING, MOST), ways });
        }
        if let Some(first) = words.first() {
            reading.shown.push(first.clone());
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

impl Way {
    fn extend_single(&mut self, engine: &Engine, c: char) {
        if let Some(term) = unigram(c).and_then(|key| engine.index.term(key)) {
            self.terms.push((term, engine.index.idf(term)));
            self.total += engine.index.idf(term);
        }
    }

    /// A single character out of a longer text is a weak sign.
    fn extend_weak(&mut self, engine: &Engine, c: char) {
        if let Some(term) = unigram(c).and_then(|key| engine.index.term(key)) {
            let weight = engine.index.idf(term) / 4;
            self.terms.push((term, weight));
            self.total += weight;
        }
    }
}
