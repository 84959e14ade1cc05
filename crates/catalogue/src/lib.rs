//! What is published: import, lint, snapshot, scale generator.

pub mod snapshot;
