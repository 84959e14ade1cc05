//! How much: a formula of parts, every one of which grows with what it is made from.

use super::{Cond, FactId, Rate};

/// The amount of one cycle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Amount {
    /// Says that places differ, when they do.
    pub local: Option<String>,
    /// What one has when it is no money.
    pub worth: Option<String>,
    /// Whether only the highest part counts; else their sum.
    pub highest: bool,
    /// The most that all parts pay, in fen.
    pub at_most: Option<i64>,
    /// The least that is paid when anything is, in fen.
    pub at_least: Option<i64>,
    /// A worked example in words.
    pub example: Option<String>,
    /// The parts.
    pub parts: Vec<Part>,
}

/// One part of an amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What is paid.
    pub label: String,
    /// For whom; `None` for everybody.
    pub when: Option<Cond>,
    /// The most that this part pays, in fen.
    pub at_most: Option<i64>,
    /// Tiers of which one holds; a single row that always holds when there are none.
    pub rows: Vec<Row>,
    /// The place of its source in the policy's list.
    pub source: u8,
}

/// A tier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// For which answers.
    pub when: Cond,
    /// What it pays.
    pub term: Term,
}

/// What is paid: a sum or a share, times a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The sum or share.
    pub base: Base,
    /// The count.
    pub per: Option<Per>,
}

/// A sum or a share, in fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Nothing.
    Nothing,
    /// A sum.
    Fixed(i64),
    /// A sum that the place sets, between two.
    Local(i64, i64),
    /// A share of what somebody earned or paid, above a threshold.
    Share {
        /// The question.
        of: FactId,
        /// The share.
        rate: Rate,
        /// Only what lies above this.
        above: i64,
    },
}

/// Times a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Per {
    /// The question.
    pub fact: FactId,
    /// More are not counted.
    pub at_most: Option<i64>,
}

impl Amount {
    /// Whether anything can be computed.
    pub fn is_computed(&self) -> bool {
        !self.parts.is_empty()
    }

    /// Every condition in it, of parts and tiers.
    pub fn conditions(&self) -> impl Iterator<Item = &Cond> {
        self.parts.iter().flat_map(|part| part.when.iter().chain(part.rows.iter().map(|row| &row.when)))
    }

    /// Every question whose number it is computed from.
    pub fn numbers(&self) -> impl Iterator<Item = FactId> + '_ {
        self.parts.iter().flat_map(|part| &part.rows).flat_map(|row| row.term.numbers())
    }
}

impl Term {
    /// The questions whose numbers it is computed from.
    pub fn numbers(&self) -> impl Iterator<Item = FactId> + use<> {
        let of = match self.base {
            Base::Share { of, .. } => Some(of),
            Base::Nothing | Base::Fixed(_) | Base::Local(..) => None,
        };
        of.into_iter().chain(self.per.map(|per| per.fact))
    }
}
