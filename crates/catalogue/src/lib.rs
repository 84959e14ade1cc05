//! What is published: import, lint, snapshot, scale generator.

pub mod cli;
pub mod generate;
pub mod problem;
pub mod regions;
pub mod sample;
pub mod snapshot;

pub use problem::Problem;
pub use snapshot::{
    BuildError, BuildMeta, ChannelMask, Counts, ItemHead, ItemId, ItemSet, Meta, PubBrief, Snapshot, SnapshotBuilder,
    SnapshotError, Source, Written, load_for_base,
};
