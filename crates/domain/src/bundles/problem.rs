//! What can be wrong with a bundle.

use crate::{ItemCode, logic::ExprProblem};

/// What is wrong with a bundle; each names the bundle by its id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleProblem {
    /// Two bundles have one id.
    #[error("bundle {0} is there twice")]
    Duplicate(String),
    /// An id that is not 1 to 40 of a-z, 0-9 and hyphens.
    #[error("{0:?} is no id: 1 to 40 of a-z, 0-9 and - are")]
    Id(String),
    /// A text that citizens read is missing.
    #[error("bundle {0} has no {1}")]
    Wordless(String, &'static str),
    /// A bundle without stages, or a stage without matters.
    #[error("bundle {0} has an empty stage or none")]
    Empty(String),
    /// Nobody is served.
    #[error("bundle {0} serves nobody")]
    NoAudience(String),
    /// An item that is not in the catalogue.
    #[error("bundle {0} names the item {1}, which does not exist")]
    NoItem(String, ItemCode),
    /// A matter stands twice in one bundle.
    #[error("bundle {0} has {1} twice")]
    Twice(String, ItemCode),
    /// A matter waits for one that is not in the bundle.
    #[error("bundle {0}: {1} waits for {2}, which is not in it")]
    NoPredecessor(String, ItemCode, ItemCode),
    /// Matters wait for each other.
    #[error("bundle {0}: {1} waits for itself")]
    Cycle(String, ItemCode),
    /// A condition is wrong.
    #[error("bundle {0}, {1}: {2}")]
    Condition(String, ItemCode, ExprProblem),
    /// A condition without words, or words without a condition.
    #[error("bundle {0}, {1}: a condition needs both its rule and its words")]
    HalfCondition(String, ItemCode),
    /// A result that is no known paper.
    #[error("bundle {0}: {1} gives the paper {2}, which does not exist")]
    NoPaper(String, ItemCode, String),
    /// A field stands twice in one form, or has no name.
    #[error("bundle {0} has the field {1:?} twice or without a name")]
    Field(String, String),
    /// A field that the citizen fills in and that is shared as well.
    #[error("bundle {0}: the field {1} is asked for and says from where it is shared")]
    AskedAndShared(String, String),
    /// A bundle that is no example and rests on nothing.
    #[error("bundle {0} has no basis and is not marked as a sample")]
    NoBasis(String),
}
