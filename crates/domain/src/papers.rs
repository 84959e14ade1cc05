//! What must be in the bag: papers, the rules that drop them, and the verdict for one case.
//!
//! A guide lists materials in the words of its organ. Each is placed on canonical papers; a rule
//! may say that this paper is not needed here (零证明). The verdict is three-valued at heart: an
//! unanswered question never turns a paper into "not needed".

mod book;
mod case;
mod choose;
mod group;
mod merge;
mod paper;
mod place;
mod placed;
mod questions;
mod rule;
mod settle;
mod source;
mod verdict;

pub use book::{BookProblem, Rulebook, WhenWords};
pub use case::{Case, Matter};
pub use choose::{Alternative, Requirement, smallest_bag};
pub use merge::{BagLine, bag};
pub use paper::{ECertificate, Holder, NotFrom, Paper, PaperKind, ProofTerms};
pub use place::{Placer, PlacingWords, SpellingProblem, Sureness, WhoseWords};
pub use placed::{Join, Placed, PlacedPaper};
pub use questions::{Question, questions};
pub use rule::{Exception, Method, VerifyTerms, ZeroRule};
pub use settle::lines;
pub use source::{ProofOf, RulebookSource};
pub use verdict::{Line, Reason, Verdict};

#[cfg(test)]
mod tests;
