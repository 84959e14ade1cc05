//! What the API and the server's own pages both answer with: pure functions over a [`Live`](crate::live::Live).

pub mod about;
pub mod facets;
pub mod list_guides;
pub mod places;
pub mod regions;
pub mod requests;
pub mod scope;
pub mod show_guide;
pub mod suggest;

use catalogue::snapshot::SnapshotError;
use domain::RegionCode;

pub use self::{
    about::about,
    list_guides::list_guides,
    places::list_places,
    regions::{list_regions, show_region},
    show_guide::show_guide,
    suggest::suggest,
};

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// The thing asked for does not exist.
    #[error("not found: {0}")]
    NotFound(&'static str),
    /// The region in a parameter does not exist.
    #[error("no region {0}")]
    NoRegion(RegionCode),
    /// A record could not be read.
    #[error(transparent)]
    Snapshot(#[from] SnapshotError),
}
