//! From the words an item has to its score: coverage, its own words, action, audience, popularity.

use crate::{Engine, index::ONE, query::Part};

/// What stays the same for all items of one matter.
pub(super) struct Context<'a> {
    pub part: &'a Part,
    /// What all clauses count together.
    pub mass: u32,
}

/// Factors in 1/1024.
const ACTION_FITS: u32 = 1200;
const ACTION_AND_MORE: u32 = 1110;
const ACTION_NEAR: u32 = 1060;
const ACTION_OTHER: u32 = 780;
const ACTION_NONE: u32 = 960;
const AUDIENCE_FITS: u32 = 1050;
const AUDIENCE_OTHER: u32 = 950;
const NOT_ASKED_FOR: u32 = 860;
/// Most that popularity adds.
const POPULAR: u32 = 72;
/// Most that a name adds of which the query explains every word, and an unbroken run of them.
const EXPLAINED: u32 = 260;
const UNBROKEN: u32 = 24;
const RUN: u32 = 6;

impl Engine {
    /// The score of an item whose clauses sum up to `sum`; fits in 32 bits.
    pub(super) fn weigh(&self, context: &Context<'_>, doc: u32, sum: u32, known: &[bool]) -> u32 {
        let item = &self.docs[doc as usize];
        let coverage = (sum * ONE / context.mass).min(ONE);
        let mut score = u64::from(sum) * u64::from(ONE / 2 + coverage / 2);
        let factors = [
            ONE + self.explained(doc, known),
            self.action_factor(context.part, item.actions),
            audience_factor(context.part, item),
            ONE + POPULAR * u32::from(item.popularity) / 1000,
            if item.on_application { ONE } else { NOT_ASKED_FOR },
        ];
        for factor in factors {
            score = score * u64::from(factor) / u64::from(ONE);
        }
        (score >> 4).clamp(1, u64::from(u32::MAX / 4)) as u32
    }

    /// How much of the item's own name the query explains, and how much of it in one run.
    fn explained(&self, doc: u32, known: &[bool]) -> u32 {
        let (mut have, mut all, mut run, mut longest) = (0, 1, 0, 0);
        for &term in self.index.name_terms(doc) {
            let idf = self.index.idf(term);
            all += idf;
            if known[term as usize] {
                have += idf;
                run += 1;
                longest = longest.max(run);
            } else {
                run = 0;
            }
        }
        EXPLAINED * have / all + UNBROKEN * longest.min(RUN)
    }

    fn action_factor(&self, part: &Part, shown: u32) -> u32 {
        if part.actions != 0 {
            return match shown {
                0 => ACTION_NONE,
                _ if shown & part.actions != 0 => {
                    // 转入换证 does what 换证 asks for, and something nobody asked for.
                    let more = shown & !part.actions & !self.near(part.actions) & !part.implied;
                    if more == 0 { ACTION_FITS } else { ACTION_AND_MORE }
                }
                _ if self.near(part.actions) & shown != 0 => ACTION_NEAR,
                _ => ACTION_OTHER,
            };
        }
        if shown & part.implied != 0 {
            return ONE;
        }
        let prior = |bit: usize| u32::from(self.lexicon.actions[bit].prior) * ONE / 1000;
        (0..self.lexicon.actions.len()).filter(|bit| shown >> bit & 1 == 1).map(prior).max().unwrap_or(ONE)
    }

    fn near(&self, actions: u32) -> u32 {
        let bits = self.lexicon.actions.iter().enumerate().filter(|(bit, _)| actions >> bit & 1 == 1);
        bits.fold(0, |near, (_, action)| near | action.near)
    }
}

fn audience_factor(part: &Part, item: &crate::doc::Folded) -> u32 {
    match part.audience {
        None => ONE,
        Some(_) if item.audience.is_empty() => ONE,
        Some(wanted) if item.audience.contains(&wanted) => AUDIENCE_FITS,
        Some(_) => AUDIENCE_OTHER,
    }
}
