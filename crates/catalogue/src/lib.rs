//! What is published: import, lint, snapshot, scale generator.

pub mod check;
pub mod cli;
pub mod diff;
pub mod generate;
pub mod import;
pub mod lint;
pub mod mapping;
pub mod pack;
pub mod papers;
pub mod parse;
pub mod policies;
pub mod problem;
pub mod read;
pub mod regions;
pub mod report;
pub mod sample;
pub mod snapshot;
pub mod template;
pub mod words;

pub use problem::Problem;
pub use snapshot::{
    BuildError, BuildMeta, ChannelMask, Counts, ItemHead, ItemId, ItemSet, Meta, PubBrief, Snapshot, SnapshotBuilder,
    SnapshotError, Source, Written, load_for_base,
};
