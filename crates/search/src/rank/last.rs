//! The last clause of a matter, all that was typed: its commonest words stand in nearly every item, and an item
//! that has nothing else is noise. Such items are passed over; whatever is not noise is summed up as ever.

use super::{
    counts, is_noise, offer_all, part_of,
    scratch::Scratch,
    settle, value_of,
    weigh::{Context, at_most},
};
use crate::{
    Engine,
    index::{MOST_IMPACT, ONE},
    query::{Clause, Way},
};

/// Words of the last clause of which the items that have nothing else were passed over.
pub(super) struct Passed<'a> {
    words: &'a [(u32, u32)],
    way: &'a Way,
    mass: u32,
}

impl Engine {
    /// Adds the last clause and tells what was passed over. Its words stand the weightiest first.
    pub(super) fn add_last<'a>(
        &self,
        clause: &'a Clause,
        context: &Context<'_>,
        named: bool,
        scratch: &mut Scratch,
    ) -> Option<Passed<'a>> {
        let likely = scratch.touched.iter().copied().max_by_key(|&doc| scratch.total[doc as usize]);
        let (Some(likely), [way]) = (likely, &clause.ways[..]) else {
            self.add_clause(clause, clause.mass, scratch);
            return None;
        };
        if way.sense.whole {
            self.add_clause(clause, clause.mass, scratch);
            return None;
        }
        let all = Passed { words: &way.sense.terms, way, mass: clause.mass };
        let surely =
            self.weigh(context, likely, scratch.total[likely as usize] + self.passed(&all, likely), &scratch.known);
        let is_noise = |most: u32| {
            let value = counts(clause.mass, value_of(way)(most));
            is_noise(at_most(context, value) << u32::from(named), surely.into())
        };
        let mut left: u32 = all.words.iter().map(|&(_, weight)| most_of(weight)).sum();
        let mut open = 0;
        for &(term, weight) in all.words {
            if is_noise(left) {
                break;
            }
            self.add_term(term, weight, false, true, scratch);
            left -= most_of(weight);
            open += 1;
        }
        let passed = Passed { words: all.words.get(open..).unwrap_or_default(), ..all };
        for &(term, weight) in passed.words {
            self.add_to_known(term, weight, scratch);
        }
        offer_all(way, scratch);
        settle(clause.mass, scratch);
        (!passed.words.is_empty()).then_some(passed)
    }

    /// Adds a word to the items that have another one, of this clause or of those before.
    fn add_to_known(&self, term: u32, weight: u32, scratch: &mut Scratch) {
        let (docs, impacts) = self.index.postings(term);
        for (&doc, &impact) in docs.iter().zip(impacts) {
            let sum = &mut scratch.way[doc as usize];
            if *sum == 0 {
                if scratch.total[doc as usize] == 0 {
                    continue;
                }
                scratch.in_way.push(doc);
            }
            *sum += part_of(weight, impact, false).max(1);
        }
    }

    /// Gives items that have something of the present clause what was passed over before.
    pub(super) fn make_up_for(&self, passed: &Passed<'_>, scratch: &mut Scratch) {
        for at in 0..scratch.in_clause.len() {
            let doc = scratch.in_clause[at];
            if scratch.total[doc as usize] == 0 {
                let more = self.passed(passed, doc);
                if more > 0 {
                    scratch.total[doc as usize] = more;
                    scratch.touched.push(doc);
                }
            }
        }
    }

    /// What these words count for one item.
    fn passed(&self, passed: &Passed<'_>, doc: u32) -> u32 {
        let part = |&(term, weight): &(u32, u32)| {
            let (docs, impacts) = self.index.postings(term);
            docs.binary_search(&doc).map_or(0, |at| part_of(weight, impacts[at], false).max(1))
        };
        let sum: u32 = passed.words.iter().map(part).sum();
        if sum == 0 { 0 } else { counts(passed.mass, value_of(passed.way)(sum)) }
    }
}

/// The most that a word counts in any item.
fn most_of(weight: u32) -> u32 {
    (weight * MOST_IMPACT / ONE).max(1)
}
