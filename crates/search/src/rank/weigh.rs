//! From the words an item has to its score: coverage, its own words, action, audience, popularity.

use crate::{Engine, index::ONE, query::Part};

/// What stays the same for all items of one matter.
pub(super) struct Context<'a> {
    pub part: &'a Part,
    /// What all clauses count together.
    pub mass: u32,
    /// Actions that often serve instead of those asked for.
    near: u32,
}

/// Factors in 1/1024.
pub(super) const ACTION_FITS: u32 = 1200;
const ACTION_AND_MORE: u32 = 1110;
const ACTION_SOME: u32 = 1090;
const ACTION_NEAR: u32 = 1060;
const ACTION_OTHER: u32 = 780;
const ACTION_NONE: u32 = 960;
const AUDIENCE_FITS: u32 = 1050;
const AUDIENCE_OTHER: u32 = 950;
pub(super) const NOT_ASKED_FOR: u32 = 860;
/// Most that popularity adds.
pub(super) const POPULAR: u32 = 72;
/// Most that a name adds of which the query explains every word, and an unbroken run of them.
const EXPLAINED: u32 = 320;
const UNBROKEN: u32 = 24;
const RUN: u32 = 6;

/// All factors of an item together are at most this.
const AT_MOST: u64 = 2;
const _: () = {
    let most = [ONE + EXPLAINED + UNBROKEN * RUN, ACTION_FITS, AUDIENCE_FITS, ONE + POPULAR];
    let product = most[0] as u64 * most[1] as u64 * most[2] as u64 * most[3] as u64;
    assert!(product <= AT_MOST * (ONE as u64).pow(4));
};

/// What an item's clauses come to before anything else is looked at.
fn base(context: &Context<'_>, sum: u32) -> u64 {
    let coverage = (sum * ONE / context.mass).min(ONE);
    u64::from(sum) * u64::from(ONE / 2 + coverage / 2)
}

/// No score of an item whose clauses sum up to `sum` is higher.
pub(super) fn at_most(context: &Context<'_>, sum: u32) -> u64 {
    ((base(context, sum) * AT_MOST) >> 4).max(1)
}

impl Engine {
    pub(super) fn context<'a>(&self, part: &'a Part) -> Context<'a> {
        let mass = part.clauses.iter().map(|clause| clause.mass).sum::<u32>().max(1);
        let actions = self.lexicon.actions.iter().enumerate();
        let asked = actions.filter(|(bit, _)| part.actions >> bit & 1 == 1);
        Context { part, mass, near: asked.fold(0, |near, (_, action)| near | action.near) }
    }

    /// The score of an item whose clauses sum up to `sum`; fits in 32 bits.
    pub(super) fn weigh(&self, context: &Context<'_>, doc: u32, sum: u32, known: &[bool]) -> u32 {
        let (item, standing) = (&self.docs[doc as usize], &self.standing[doc as usize]);
        let mut score = base(context, sum);
        let factors = [
            ONE + self.explained(doc, standing.name_mass, known),
            context.action_factor(item.actions, standing.prior),
            audience_factor(context.part, item),
            standing.popular,
            standing.on_application,
        ];
        for factor in factors {
            score = score * u64::from(factor) / u64::from(ONE);
        }
        (score >> 4).clamp(1, u64::from(u32::MAX / 4)) as u32
    }

    /// How much of the item's own name the query explains, and how much of it in one run.
    fn explained(&self, doc: u32, name_mass: u32, known: &[bool]) -> u32 {
        let (mut have, mut run, mut longest) = (0, 0, 0);
        for &term in self.index.name_terms(doc) {
            if known[term as usize] {
                have += self.index.idf(term);
                run += 1;
                longest = longest.max(run);
            } else {
                run = 0;
            }
        }
        EXPLAINED * have / name_mass + UNBROKEN * longest.min(RUN)
    }
}

impl Context<'_> {
    fn action_factor(&self, shown: u32, prior: u32) -> u32 {
        let part = self.part;
        if part.actions != 0 {
            return match shown {
                0 => ACTION_NONE,
                // 补办 and 进度 were asked for: one of them is half of it.
                _ if shown & part.actions != 0 && part.actions & !shown & !self.near != 0 => ACTION_SOME,
                _ if shown & part.actions != 0 => {
                    // 转入换证 does what 换证 asks for, and something nobody asked for.
                    let more = shown & !part.actions & !self.near & !part.implied;
                    if more == 0 { ACTION_FITS } else { ACTION_AND_MORE }
                }
                _ if self.near & shown != 0 => ACTION_NEAR,
                _ => ACTION_OTHER,
            };
        }
        if shown & part.implied != 0 { ONE } else { prior }
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
