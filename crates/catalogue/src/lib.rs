//! What is published: import, lint, snapshot, scale generator.

pub mod problem;
pub mod regions;
pub mod snapshot;
