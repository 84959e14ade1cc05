//! Bundles (一件事一次办): several matters of one occasion, with one form, one set of papers and one plan.
//!
//! A bundle says what belongs together and in which order; everything that is counted (papers, days,
//! visits) is worked out from the matters as they are published here, and what they leave open stays open.

mod bundle;
mod case;
mod needs;
mod opening;
mod order;
pub mod plan;
mod problem;
mod resolve;
mod source;
mod timeline;
mod totals;

pub use bundle::{Bundle, BundleMatter, FieldSource, FormField, LifeStage, NationalBatch, Stage};
pub use case::{Member, choosing_questions, members};
pub use needs::{Need, SmallestBag, Thing, needs, smallest, together};
pub use opening::{Opening, Window};
pub use order::predecessors;
pub use problem::BundleProblem;
pub use resolve::{Carry, MatterHere, Resolved, resolve};
pub use source::BundleSource;
pub use timeline::{Mark, MarkKind, Row, Span, Timeline, timeline};
pub use totals::{BeforeAfter, Total};

#[cfg(test)]
mod tests;
