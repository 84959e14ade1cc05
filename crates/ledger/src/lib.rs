//! The public log of ratings: whoever keeps one signed head can later prove that nothing before it was dropped,
//! edited, moved or slipped in.
//!
//! Pure: no IO, no clock, no randomness. The server appends and proves, anyone checks, and both by this code. The tree
//! is that of RFC 6962; where its nodes are kept is the business of a [`Nodes`], so that a log of any length proves
//! with a few reads and appends in the database's own transaction.

pub mod audit;
mod export;
mod hash;
mod head;
mod leaf;
mod proof;
mod tree;

pub use audit::Fault;
pub use export::{Line, Opening};
pub use hash::{Hash, empty_root, leaf_hash, node_hash, seal_text};
pub use head::{Head, SignedHead};
pub use leaf::{Leaf, LeafError, What};
pub use proof::{ProofError, check_consistency, check_inclusion};
pub use slip::Day;
pub use tree::{MemoryTree, Nodes, STEP, consistency, due, inclusion, kept, root};
