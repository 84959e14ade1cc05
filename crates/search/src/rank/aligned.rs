//! What was typed, character by character in its order, against the whole names of the best items: short forms
//! of a name (律所查询), names with words left out, and which of several near-equal names is the shortest.

use crate::{
    Engine, Query,
    index::{ONE, unigram},
    text::GAP,
};

/// So many of the best are looked at; a word that hundreds of names hold tells little of any.
const BEST: usize = 96;
/// Items below this share of the best are not looked at, in 1/1024.
const NEAR: u64 = 450;
/// A name that holds no more than this share of what was typed is another matter, in 1/1024.
const HELD: u32 = 700;
/// What is added, in 1/1024: for characters in their order, for rare characters anywhere, for a name of which
/// little is left over.
const IN_ORDER: u32 = 200;
const RARE: u32 = 300;
const NO_REST: u32 = 300;
/// What is added, in 1/1024, for a name that holds all of at least so many characters in their order: a short form.
const ALL: u32 = 400;
const FEW: u32 = 4;
/// Characters typed that are compared; they are bits.
const MOST: usize = 64;
/// Slots to find a character; a power of two, twice as many as characters.
const SLOTS: usize = 128;

/// The characters typed and where they stand.
struct Typed {
    slots: [(char, u64); SLOTS],
    /// Tells of most other characters at a glance that they were not typed.
    glance: u64,
    /// What each character counts.
    weights: [u32; MOST],
    total: u32,
    length: u32,
}

impl Engine {
    /// Raises the best of sorted hits, the best last, by how well their names hold what was typed; tells whether any
    /// was raised.
    pub(super) fn align(&self, query: &Query, hits: &mut [u64]) -> bool {
        let best = hits.last().map_or(0, |hit| hit >> 32);
        let typed = self.typed(&query.read);
        if typed.length < 2 {
            return false;
        }
        let from = hits.len().saturating_sub(BEST);
        let mut raised = false;
        for hit in hits[from..].iter_mut().filter(|hit| (**hit >> 32) * u64::from(ONE) >= best * NEAR) {
            let item = &self.docs[(u32::MAX - (*hit & 0xFFFF_FFFF) as u32) as usize];
            let bonus = item.names().map(|name| typed.bonus(name)).max().unwrap_or(0);
            let score = (*hit >> 32) * u64::from(ONE + bonus) / u64::from(ONE);
            *hit = score << 32 | (*hit & 0xFFFF_FFFF);
            raised |= bonus > 0;
        }
        raised
    }

    fn typed(&self, text: &[char]) -> Typed {
        let mut typed = Typed { slots: [(GAP, 0); SLOTS], glance: 0, weights: [0; MOST], total: 0, length: 0 };
        for &c in text.iter().filter(|&&c| c != GAP).take(MOST) {
            let slot = typed.slot(c);
            typed.slots[slot].0 = c;
            typed.slots[slot].1 |= 1 << typed.length;
            typed.glance |= bit(c);
            let weight = unigram(c).and_then(|key| self.index.term(key)).map_or(0, |term| self.index.idf(term));
            typed.weights[typed.length as usize] = weight;
            typed.total += weight;
            typed.length += 1;
        }
        typed
    }
}

impl Typed {
    /// Where a character stands or would stand.
    fn slot(&self, c: char) -> usize {
        let mut slot = c as usize % SLOTS;
        while self.slots[slot].0 != c && self.slots[slot].1 != 0 {
            slot = (slot + 1) % SLOTS;
        }
        slot
    }

    fn bonus(&self, name: &[char]) -> u32 {
        // The longest run of characters that both have in this order, all columns of its table in one number
        // (Hyyrö): a bit of `rest` falls where the run grows.
        let (mut seen, mut rest, mut length) = (0, u64::MAX, 0);
        for &c in name {
            length += u32::from(c != GAP);
            if self.glance & bit(c) != 0 {
                let places = self.slots[self.slot(c)].1;
                let fitting = rest & places;
                rest = rest.wrapping_add(fitting) | (rest - fitting);
                seen |= places;
            }
        }
        if seen == 0 {
            return 0;
        }
        let typed = u64::MAX >> (MOST as u32 - self.length);
        let common = (!rest & typed).count_ones();
        let known = (0..self.length).filter(|at| seen >> at & 1 == 1).map(|at| self.weights[at as usize]).sum::<u32>();
        let held = above(common * ONE / self.length);
        let rare = above(known * ONE / self.total.max(1));
        let all = if common == self.length && common >= FEW { ALL } else { 0 };
        all + (IN_ORDER * held + RARE * rare + NO_REST * held * common / length.max(1)) / ONE
    }
}

/// A character's place in a glance.
fn bit(c: char) -> u64 {
    1 << (c as u32 % 64)
}

/// How far a share lies above the least one that counts, in 1/1024.
fn above(share: u32) -> u32 {
    share.saturating_sub(HELD) * ONE / (ONE - HELD)
}
