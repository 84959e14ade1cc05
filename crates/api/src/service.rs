//! What the API and the server's own pages both answer with: pure functions over a [`Live`](crate::live::Live).
//! What a phone answers too (result lists, suggestions) stands in crates/shelf.

pub mod about;
pub mod check;
pub mod checklists;
pub mod places;
pub mod policies;
pub mod ratings;
pub mod regions;
pub mod requests;
pub mod show_guide;
pub mod slips;

use catalogue::snapshot::SnapshotError;
use shelf::NoRegion;

pub use self::{
    about::about,
    places::list_places,
    regions::{list_regions, show_region},
    show_guide::show_guide,
};

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// The thing asked for does not exist.
    #[error("not found: {0}")]
    NotFound(&'static str),
    /// The region in a parameter does not exist.
    #[error(transparent)]
    NoRegion(#[from] NoRegion),
    /// A record could not be read.
    #[error(transparent)]
    Snapshot(#[from] SnapshotError),
}
