//! Ranking: how well each item answers a query, in fixed-point figures.

mod aligned;
mod last;
mod scratch;
mod standing;
mod weigh;

use std::sync::Arc;

use crate::{
    Engine, Query,
    index::ONE,
    query::{Clause, Part, Sense, Way},
};
use scratch::Scratch;
pub(crate) use standing::Standing;

/// An item that answers a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The item's position in what the engine was built from.
    pub doc: u32,
    /// How well it answers; only comparable within one query.
    pub score: i64,
}

/// Hits below this share of the best are noise, in 1/1024.
const NOISE: u64 = 75;
/// How much faster hints fade than the rest explains the query, in 1/1024.
const EXPLAINED: u64 = 1280;
/// What a pair typed counts, as something left to explain, that the catalogue does not write, in 1/256 bits.
const STRANGE: u32 = 4 * 256;
/// The score of the best hit of each of several matters.
const LEVEL: u64 = 1 << 20;

impl Engine {
    /// The items that answer a query, best first, ties by position. Which items are allowed changes
    /// nothing about the others: a filter can only take away.
    pub fn rank(&self, query: &Query, allowed: &dyn Fn(u32) -> bool) -> Vec<Hit> {
        if query.is_empty() {
            let all = self.by_popularity.iter().filter(|&&doc| allowed(doc));
            return all.map(|&doc| Hit { doc, score: i64::from(self.docs[doc as usize].popularity) }).collect();
        }
        let ranked = scratch::with(|scratch| self.rank_all(query, scratch));
        ranked.into_iter().map(unpack).filter(|hit| allowed(hit.doc)).collect()
    }

    /// All hits as score and position in one number, so that they sort fast.
    fn rank_all(&self, query: &Query, scratch: &mut Scratch) -> Vec<u64> {
        scratch.fit(self.docs.len(), self.index.terms());
        scratch.know(&query.known);
        let mut hits: Vec<u64> = Vec::new();
        for part in &query.parts {
            let from = hits.len();
            self.rank_part(part, query, scratch, &mut hits);
            let best = hits[from..].iter().map(|hit| hit >> 32).max().unwrap_or(0);
            let mut at = from;
            for read in from..hits.len() {
                if !is_noise(hits[read] >> 32, best) {
                    hits[at] = hits[read];
                    at += 1;
                }
            }
            hits.truncate(at);
            if query.parts.len() > 1 && best > 0 {
                // Several matters: the best of each stand side by side.
                for hit in &mut hits[from..] {
                    *hit = ((*hit >> 32) * LEVEL / best) << 32 | (*hit & 0xFFFF_FFFF);
                }
            }
        }
        scratch.forget(&query.known);
        // Plain numbers upwards, as everywhere: one sort in the phone's code.
        hits.sort_unstable();
        if query.parts.len() == 1 && self.align(query, &mut hits) {
            hits.sort_unstable();
        }
        hits.reverse();
        if query.parts.len() > 1 {
            keep_first(&mut hits, &mut scratch.seen);
        }
        hits
    }

    fn rank_part(&self, part: &Part, query: &Query, scratch: &mut Scratch, hits: &mut Vec<u64>) {
        let context = self.context(part);
        let mut passed = None;
        if let Some((last, others)) = part.clauses.split_last() {
            for clause in others {
                self.add_clause(clause, clause.mass, scratch);
            }
            passed = self.add_last(last, &context, !query.exact.is_empty(), scratch);
        }
        if let Some(hunch) = &part.hunch {
            let best = scratch.touched.iter().map(|&doc| scratch.total[doc as usize]).max().unwrap_or(0);
            let explained = u64::from(best) * u64::from(ONE) / u64::from(context.mass + STRANGE * part.strange);
            let lack = u64::from(ONE).saturating_sub(explained * EXPLAINED / u64::from(ONE));
            let mass = (u64::from(hunch.mass) * lack / u64::from(ONE)) as u32;
            if mass > 0 {
                hunch.ways.iter().for_each(|way| self.add_way(way, scratch));
                if let Some(passed) = passed {
                    self.make_up_for(&passed, scratch);
                }
                settle(mass, scratch);
            }
        }
        let weigh = |doc: u32| {
            let score = self.weigh(&context, doc, scratch.total[doc as usize], &scratch.known);
            if query.exact.contains(&doc) { score * 2 } else { score }
        };
        // The likely best one first: what cannot come near to it is noise and need not be weighed.
        let likely = scratch.touched.iter().copied().max_by_key(|&doc| scratch.total[doc as usize]);
        let mut best = likely.map_or(0, weigh);
        // A sum that is known to be too small; smaller ones are then too small as well.
        let mut too_small = 0;
        for &doc in &scratch.touched {
            let sum = scratch.total[doc as usize];
            let is_small = sum <= too_small || is_noise(weigh::at_most(&context, sum), best.into());
            if is_small && !query.exact.contains(&doc) {
                too_small = too_small.max(sum);
                continue;
            }
            let score = weigh(doc);
            best = best.max(score);
            hits.push(u64::from(score) << 32 | u64::from(u32::MAX - doc));
        }
        for &doc in &scratch.touched {
            scratch.total[doc as usize] = 0;
        }
        scratch.touched.clear();
    }

    /// Adds what each item has of a clause; the best of its ways counts.
    fn add_clause(&self, clause: &Clause, mass: u32, scratch: &mut Scratch) {
        clause.ways.iter().for_each(|way| self.add_way(way, scratch));
        settle(mass, scratch);
    }

    /// Adds one word; when not `open`, only to items that have another word of the way already.
    fn add_term(&self, term: u32, weight: u32, whole: bool, open: bool, scratch: &mut Scratch) {
        let (docs, impacts) = self.index.postings(term);
        if !open && docs.len() > 8 * scratch.in_way.len() {
            for &doc in &scratch.in_way {
                if let Ok(at) = docs.binary_search(&doc) {
                    scratch.way[doc as usize] += part_of(weight, impacts[at], whole);
                }
            }
            return;
        }
        for (&doc, &impact) in docs.iter().zip(impacts) {
            let sum = &mut scratch.way[doc as usize];
            if *sum == 0 {
                if !open {
                    continue;
                }
                scratch.in_way.push(doc);
            }
            *sum += part_of(weight, impact, whole).max(1);
        }
    }

    /// The largest share of a sense's words that any item has.
    pub(crate) fn best_share(&self, sense: &Sense) -> u32 {
        scratch::with(|scratch| {
            scratch.fit(self.docs.len(), self.index.terms());
            let terms = Sense { terms: sense.terms.clone(), total: sense.total, ..Sense::default() };
            self.add_way(&Way { weight: ONE, sense: Arc::new(terms) }, scratch);
            let best = scratch.in_clause.iter().map(|&doc| std::mem::take(&mut scratch.clause[doc as usize])).max();
            scratch.in_clause.clear();
            best.unwrap_or(0)
        })
    }

    /// Adds the share of a way's words that each item has; the best way of a clause counts.
    fn add_way(&self, way: &Way, scratch: &mut Scratch) {
        let sense = &*way.sense;
        let value = value_of(way);
        if let [(term, weight)] = sense.terms[..] {
            // Most ways are one word or one group: nothing to add up.
            let (docs, impacts) = self.index.postings(term);
            for (&doc, &impact) in docs.iter().zip(impacts) {
                scratch.offer(doc, value(part_of(weight, impact, sense.whole).max(1)));
            }
            return;
        }
        let mut gone = 0;
        for &(term, weight) in &sense.terms {
            // Of a set phrase an item must have the rarer half; its commonest words alone are noise.
            let open = !sense.whole || 2 * gone < sense.total;
            self.add_term(term, weight, sense.whole, open, scratch);
            gone += weight;
        }
        offer_all(way, scratch);
    }
}

/// What a sum of a way's words comes to.
fn value_of(way: &Way) -> impl Fn(u32) -> u32 {
    let whole = way.sense.whole;
    // One division for all items: `share` is then a multiplication.
    let inverse = (u64::from(way.weight) << 20) / u64::from(way.sense.total.max(1));
    move |sum| {
        let share = ((u64::from(sum) * inverse) >> 20) as u32;
        if whole { curve_whole(share) } else { curve(share) }.max(1)
    }
}

/// Ends a way: its sums become shares of the clause.
fn offer_all(way: &Way, scratch: &mut Scratch) {
    let value = value_of(way);
    for at in 0..scratch.in_way.len() {
        let doc = scratch.in_way[at];
        let sum = std::mem::take(&mut scratch.way[doc as usize]);
        scratch.offer(doc, value(sum));
    }
    scratch.in_way.clear();
}

/// Ends a clause: its shares become part of what each item has in all.
fn settle(mass: u32, scratch: &mut Scratch) {
    for &doc in &scratch.in_clause {
        let at = doc as usize;
        if scratch.total[at] == 0 {
            scratch.touched.push(doc);
        }
        scratch.total[at] += counts(mass, scratch.clause[at]);
        scratch.clause[at] = 0;
    }
    scratch.in_clause.clear();
}

/// What a share of a clause counts.
fn counts(mass: u32, share: u32) -> u32 {
    (mass * share / ONE).max(1)
}

/// Whether a score is too far below the best one.
fn is_noise(score: u64, best: u64) -> bool {
    score * u64::from(ONE) < best * NOISE
}

/// What a word in an item counts of its weight.
fn part_of(weight: u32, impact: u16, whole: bool) -> u32 {
    let impact = u32::from(impact);
    // In a set phrase a word that stands in a name is simply there, however long the name.
    weight * if whole { (impact * 5 / 4).min(ONE) } else { impact } / ONE
}

/// Plain text: half of the words is somewhat less than half of the sense.
fn curve(share: u32) -> u32 {
    share * (ONE + share) / (2 * ONE)
}

/// A set phrase: half of its words is a quarter of its sense.
fn curve_whole(share: u32) -> u32 {
    share * share / ONE
}

fn unpack(hit: u64) -> Hit {
    Hit { doc: u32::MAX - (hit & 0xFFFF_FFFF) as u32, score: (hit >> 32) as i64 }
}

/// An item that answers two matters stands at its better place only.
fn keep_first(hits: &mut Vec<u64>, seen: &mut [bool]) {
    hits.retain(|&hit| !std::mem::replace(&mut seen[unpack(hit).doc as usize], true));
    for &hit in hits.iter() {
        seen[unpack(hit).doc as usize] = false;
    }
}

#[cfg(test)]
#[cfg(feature = "authoring")]
mod tests;
