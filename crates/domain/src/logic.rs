//! Conditions over what a citizen has answered: a closed tree, three-valued, without scripts.
//!
//! Unknown is not no. An answer can settle what was unknown, and nothing can unsettle it again:
//! every node is monotone in what is known, so there is no `exists`, which would turn around when
//! a question is answered.

mod expr;
mod fact;
mod facts;
mod truth;

pub use expr::{Expr, ExprProblem};
pub use fact::{Choice, Fact, FactKind, FactTable, FactTableProblem};
pub use facts::{FactProblem, Facts, Value};
pub use truth::Truth;

#[cfg(test)]
mod tests;
