//! Policies that pay or spare money: who may have them, how much, when, and why not.
//!
//! A policy is data: conditions over declared questions, an amount as a formula, and its source. Conditions are
//! authored as [`crate::logic::Expr`] over keys and kept as [`Cond`] over the numbers of the questions, so that all policies
//! of a province are asked in less than a millisecond. Answers are three-valued: unknown is not no.

mod amount;
mod answers;
mod book;
mod bytes;
mod cells;
mod check;
mod codes;
mod cond;
mod evaluate;
mod expected;
mod fact;
mod interview;
mod nearest;
mod of;
mod problem;
mod range;
mod rate;
mod terms;
mod totals;

pub use amount::{Amount, Base, Part, Per, Row, Term};
pub use answers::Answers;
pub use book::{BookParts, PolicyBook};
pub use bytes::PackError;
pub use cells::{Cell, Cells};
pub use check::check;
pub use codes::{Change, Cycle, Instrument, Means, PayMode, PolicyClass, Take, Then};
pub use cond::{Cond, Leaf};
pub use evaluate::{About, Evaluation, Reason, Standing};
pub use expected::Expected;
pub use fact::{FactId, PolicyFact, PolicyFacts};
pub use interview::{Aim, Interview, Next};
pub use nearest::{Move, Nearest};
pub use of::{Pay, Policy, PolicySource, Rule};
pub use problem::{Flaw, PolicyProblem};
pub use range::Range;
pub use rate::Rate;
pub use terms::{Condition, Exception, Group};
pub use totals::{Total, Totals};
