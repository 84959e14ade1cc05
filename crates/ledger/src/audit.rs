//! Recounting an export: reads it line by line, builds the tree anew, and tells everything that does not fit.
//!
//! What an export by itself can show: that heads were signed, that the leaves are those that were signed, and that no
//! day was touched after it was closed. That a whole history was not written anew by whoever holds the key, only heads
//! that somebody kept can show: they come in as `known`.

use std::collections::HashMap;

use slip::PublicKey;

use crate::{
    export::{Line, Opening},
    hash::Hash,
    head::{Head, SignedHead},
    leaf::{Leaf, What},
    tree::{MemoryTree, root},
};

/// What was counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    /// All leaves.
    pub leaves: u64,
    /// Leaves of which only the hash is told.
    pub held_back: u64,
    /// Ratings behind which a ticket stands, the best grade first.
    pub levels: [u64; 5],
    /// Ratings by codes that hang at windows.
    pub unproven: u64,
    /// Additions.
    pub additions: u64,
    /// Erasures.
    pub erasures: u64,
    /// Heads that are signed and fit.
    pub heads: u64,
    /// The root over all leaves.
    pub root: Option<Hash>,
}

/// What does not fit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A line that is none of ours.
    #[error("line {0}: cannot be read")]
    Unreadable(u64),
    /// The number of leaves is not what the first line says.
    #[error("the first line tells {told} leaves, there are {found}")]
    Count {
        /// As told.
        told: u64,
        /// As found.
        found: u64,
    },
    /// A leaf of an earlier day after one of a later day.
    #[error("leaf {0} is dated before the leaf in front of it")]
    BackDated(u64),
    /// An addition or erasure of something that is no rating, or a second addition.
    #[error("leaf {0} is about a leaf that does not fit")]
    Reference(u64),
    /// Nobody whose key is published signed this head.
    #[error("the head of {0} is not signed by a published key")]
    Unsigned(String),
    /// The leaves are not those that were signed.
    #[error("the head of {0} is not that of these leaves: one of them was dropped, edited, moved or slipped in")]
    OtherLeaves(String),
    /// More leaves were signed than are there.
    #[error("the head of {0} tells more leaves than there are")]
    Missing(String),
    /// A leaf of a day that a head had closed stands behind it, or one of a later day before it.
    #[error("the head of {0} closes a day that has leaves on its other side")]
    ClosedDay(String),
    /// Leaves at the end that no head covers.
    #[error("{0} leaves at the end are covered by no signed head")]
    Uncovered(u64),
}

/// Recounts an export. `keys` are those that are trusted; without any, the export's own are taken. `known` are heads
/// that somebody kept.
pub fn audit(lines: impl Iterator<Item = String>, keys: &[PublicKey], known: &[SignedHead]) -> (Account, Vec<Fault>) {
    let mut reading = Reading::default();
    for (number, line) in (1..).zip(lines) {
        let taken = if number == 1 { reading.open(&line) } else { reading.line(&line) };
        if taken.is_none() {
            reading.faults.push(Fault::Unreadable(number));
        }
    }
    if !keys.is_empty() {
        reading.keys = keys.to_vec();
    }
    reading.heads.extend_from_slice(known);
    reading.close()
}

/// A row of leaves of one day.
struct Day {
    first: u64,
    last: u64,
    date: String,
}

#[derive(Default)]
struct Reading {
    told: Option<u64>,
    keys: Vec<PublicKey>,
    tree: MemoryTree,
    account: Account,
    heads: Vec<SignedHead>,
    /// The days of the leaves that are told, in their order.
    days: Vec<Day>,
    /// Told leaves that may be added to or erased: whether they were added to.
    ratings: HashMap<u64, bool>,
    faults: Vec<Fault>,
}

impl Reading {
    fn open(&mut self, line: &str) -> Option<()> {
        let opening: Opening = serde_json::from_str(line).ok().filter(|opening: &Opening| opening.banshi_log == 1)?;
        self.told = Some(opening.size);
        self.keys = opening.keys.iter().map(|key| PublicKey::parse(key)).collect::<Option<_>>()?;
        Some(())
    }

    fn line(&mut self, line: &str) -> Option<()> {
        match serde_json::from_str(line).ok()? {
            Line::Leaf(text) => {
                let leaf = Leaf::parse(&text).ok()?;
                self.count(&leaf);
                self.tree.push(text.as_bytes());
            }
            Line::Hash(hash) => {
                self.tree.push_hash(hash.parse().ok()?);
                self.account.held_back += 1;
            }
            Line::Head { at, size, root, key_id, signature } => {
                let head = Head { at, size, root: root.parse().ok()? };
                self.heads.push(SignedHead { head, key: key_id, signature });
            }
        }
        Some(())
    }

    fn count(&mut self, leaf: &Leaf) {
        let index = self.tree.size();
        match self.days.last_mut() {
            Some(day) if day.date == leaf.day => day.last = index,
            last => {
                if last.is_some_and(|day| day.date > leaf.day) {
                    self.faults.push(Fault::BackDated(index));
                }
                self.days.push(Day { first: index, last: index, date: leaf.day.clone() });
            }
        }
        match &leaf.what {
            What::Rating { level, proven, .. } => {
                match self.account.levels.get_mut(5 - usize::from(*level)) {
                    Some(count) if *proven => *count += 1,
                    _ => self.account.unproven += 1,
                }
                self.ratings.insert(index, false);
            }
            What::Addition { of, .. } => {
                self.account.additions += 1;
                // A rating that is kept back keeps its additions back too.
                if self.ratings.insert(*of, true) != Some(false) {
                    self.faults.push(Fault::Reference(index));
                }
                self.ratings.insert(index, true);
            }
            What::Erasure { of } => {
                self.account.erasures += 1;
                if !self.ratings.contains_key(of) {
                    self.faults.push(Fault::Reference(index));
                }
            }
        }
    }

    fn close(mut self) -> (Account, Vec<Fault>) {
        let found = self.tree.size();
        self.account.leaves = found;
        self.account.root = root(&self.tree, found).ok();
        if let Some(told) = self.told.filter(|told| *told != found) {
            self.faults.push(Fault::Count { told, found });
        }
        let mut covered = 0;
        for signed in &self.heads {
            let head = &signed.head;
            let fault = if !signed.is_signed(&self.keys) || !self.in_use(signed) {
                Some(Fault::Unsigned(head.at.clone()))
            } else if head.size > found {
                Some(Fault::Missing(head.at.clone()))
            } else if root(&self.tree, head.size) != Ok(head.root) {
                Some(Fault::OtherLeaves(head.at.clone()))
            } else if !self.days_fit(head) {
                Some(Fault::ClosedDay(head.at.clone()))
            } else {
                None
            };
            match fault {
                Some(fault) => self.faults.push(fault),
                None => {
                    covered = covered.max(head.size);
                    self.account.heads += 1;
                }
            }
        }
        if covered < found {
            self.faults.push(Fault::Uncovered(found - covered));
        }
        (self.account, self.faults)
    }

    /// Whether the key that signed was in use then. A day may be closed late, by a key that is younger than the day.
    fn in_use(&self, signed: &SignedHead) -> bool {
        let Some(day) = slip::Day::parse(signed.head.day()) else { return false };
        let mut named = self.keys.iter().filter(|key| key.id.to_string() == signed.key);
        named.any(|key| key.until.is_none_or(|until| day <= until))
    }

    /// Whether every told leaf before the head is of its day or an earlier one, and every leaf behind it of a later
    /// one; behind a head of a moment the day may go on.
    fn days_fit(&self, head: &Head) -> bool {
        self.days.iter().all(|day| {
            let before = day.first >= head.size || day.date.as_str() <= head.day();
            let behind =
                day.last < head.size || day.date.as_str() > head.day() || (!head.closes() && day.date == head.day());
            before && behind
        })
    }
}
