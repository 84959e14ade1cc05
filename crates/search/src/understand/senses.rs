//! Words as terms of the index.

use std::{cmp::Reverse, sync::Arc};

use super::{Segment, segment};
use crate::{
    Engine,
    explain::Pairs,
    index::{bigram, concept, unigram},
    order,
    query::{Sense, Way},
    text::GAP,
};

/// What a word counts that the catalogue does not know, in 1/256 bits.
const UNKNOWN: u32 = 4 * 256;

impl Engine {
    /// A word of a group; any other word of the group is as good.
    pub(super) fn group_sense(&self, group: u32, words: &[char]) -> Option<Arc<Sense>> {
        let term = self.index.term(concept(group))?;
        let mut sense = Sense { words: words.to_vec(), ..Sense::default() };
        self.add_term_to(&mut sense, term);
        Some(self.whole(sense))
    }

    /// A phrase as it is written, when the catalogue writes it so.
    pub(super) fn phrase_sense(&self, words: &[char]) -> Option<Arc<Sense>> {
        let mut sense = self.literal_sense(words).filter(|_| self.is_written(words))?;
        rarest_first(&mut sense);
        Some(self.whole(sense))
    }

    /// A meaning: its groups and the rest of its words; all of it should be there.
    pub(crate) fn target_way(&self, target: &[char], weight: u32) -> Option<Way> {
        Some(Way { weight, sense: self.whole(self.target_sense(target)?) })
    }

    /// The terms of a meaning, without what else is looked up about it.
    pub(crate) fn target_sense(&self, target: &[char]) -> Option<Sense> {
        let mut sense = Sense { words: target.to_vec(), ..Sense::default() };
        let term = |phrase: u32| {
            let group = self.lexicon.phrases[phrase as usize].1.same;
            group.and_then(|group| self.index.term(concept(group)))
        };
        for part in segment::cut(target, &self.lexicon, &|phrase| term(phrase).is_some(), &|_, _| false) {
            match part {
                Segment::Phrase { phrase, .. } => {
                    if let Some(term) = term(phrase) {
                        self.add_term_to(&mut sense, term);
                    }
                }
                Segment::Loose { start, end } => self.add_pairs(target, start, end, &mut sense),
            }
        }
        rarest_first(&mut sense);
        (!sense.terms.is_empty()).then_some(sense)
    }

    /// Looks up the rest about words of which all should be there.
    pub(crate) fn whole(&self, mut sense: Sense) -> Arc<Sense> {
        sense.whole = true;
        self.find_group(&mut sense);
        sense.actions = self.lexicon.actions_of(&sense.words);
        let rest = self.lexicon.without_actions(&sense.words).and_then(|rest| self.target_sense(&rest));
        sense.rest = rest.map(|mut rest| {
            rest.whole = true;
            self.find_group(&mut rest);
            rest.into()
        });
        sense.known = self.pairs(&sense.words).collect();
        sense.known.extend(sense.terms.iter().flat_map(|&(term, _)| self.group_terms(term)));
        order::sort_dedup(&mut sense.known);
        sense.into()
    }

    /// Plain text: its pairs, and single characters where the catalogue knows no pair.
    pub(super) fn literal_sense(&self, words: &[char]) -> Option<Sense> {
        let mut sense = Sense { words: words.to_vec(), ..Sense::default() };
        let mut paired = vec![false; words.len()];
        let shares = self.shares(words);
        for (at, (pair, share)) in words.windows(2).zip(shares).enumerate() {
            if let Some(term) = bigram(pair[0], pair[1]).and_then(|key| self.index.term(key)) {
                let weight = self.index.idf(term) * share / 1024;
                sense.terms.push((term, weight));
                sense.total += weight;
                paired[at] = true;
                paired[at + 1] = true;
            }
        }
        let alone = words.len() == 1;
        for (at, &c) in words.iter().enumerate() {
            if !paired[at] && c != GAP && (alone || !self.lexicon.edges.contains(&c)) {
                if alone { self.add_single(&mut sense, c) } else { self.add_weak(&mut sense, c) }
            }
        }
        self.find_group(&mut sense);
        (!sense.terms.is_empty()).then_some(sense)
    }

    /// Looks up what else the words are called, to tell why an item is here.
    fn find_group(&self, sense: &mut Sense) {
        let words = &sense.words;
        let phrase = self.lexicon.trie.at(words).find(|&(length, _)| length == words.len());
        sense.group = phrase.and_then(|(_, phrase)| self.lexicon.phrases[phrase as usize].1.same);
        let own = Pairs::of(words);
        let others = sense.group.into_iter().flat_map(|group| self.glance.group(group));
        sense.pairs = (own, others.fold(own, Pairs::and));
    }

    /// The terms of a text's pairs.
    pub(super) fn pairs(&self, text: &[char]) -> impl Iterator<Item = u32> {
        text.windows(2).filter_map(|pair| bigram(pair[0], pair[1])).filter_map(|key| self.index.term(key))
    }

    fn group_terms(&self, term: u32) -> impl Iterator<Item = u32> + '_ {
        let at = self.group_pairs.binary_search_by_key(&term, |(group, _)| *group).ok();
        at.into_iter().flat_map(|at| self.group_pairs[at].1.iter().copied())
    }

    /// The pairs of a stretch, with the pair that ties it to what stands before.
    fn add_pairs(&self, target: &[char], start: usize, end: usize, sense: &mut Sense) {
        let from = if end - start == 1 && start > 0 { start - 1 } else { start };
        for pair in target[from..end].windows(2).filter(|pair| !pair.contains(&GAP)) {
            match bigram(pair[0], pair[1]).and_then(|key| self.index.term(key)) {
                Some(term) => self.add_term_to(sense, term),
                None => sense.total += UNKNOWN,
            }
        }
        if target.len() == 1 {
            self.add_single(sense, target[0]);
        }
    }

    fn add_term_to(&self, sense: &mut Sense, term: u32) {
        sense.terms.push((term, self.index.idf(term)));
        sense.total += self.index.idf(term);
    }

    fn add_single(&self, sense: &mut Sense, c: char) {
        if let Some(term) = unigram(c).and_then(|key| self.index.term(key)) {
            self.add_term_to(sense, term);
        }
    }

    /// A single character out of a longer text is a weak sign.
    fn add_weak(&self, sense: &mut Sense, c: char) {
        if let Some(term) = unigram(c).and_then(|key| self.index.term(key)) {
            let weight = self.index.idf(term) / 4;
            sense.terms.push((term, weight));
            sense.total += weight;
        }
    }
}

/// The rarest first: ranking then leaves out items that have only the common ones.
fn rarest_first(sense: &mut Sense) {
    order::sort_by_key(&mut sense.terms, |&(term, weight)| (Reverse(weight), term));
}
