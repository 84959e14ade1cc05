//! An existing snapshot as the ground of the next one.

use std::path::Path;

use domain::{Item, Publication, RegionTable};

use super::{Meta, Snapshot, SnapshotError};

/// Everything a snapshot holds, in memory: for small changes, not for serving.
#[derive(Debug)]
pub struct Base {
    /// What it said about itself.
    pub meta: Meta,
    /// Its regions.
    pub regions: RegionTable,
    /// Its items, by code.
    pub items: Vec<Item>,
    /// Its publications, by region and item.
    pub publications: Vec<Publication>,
}

/// Reads a whole snapshot to build the next one from it.
pub fn load_for_base(path: &Path) -> Result<Base, SnapshotError> {
    let snapshot = Snapshot::open(path)?;
    Ok(Base {
        meta: snapshot.meta().clone(),
        items: snapshot.items().collect::<Result<_, _>>()?,
        publications: snapshot.publications().collect::<Result<_, _>>()?,
        regions: snapshot.regions().clone(),
    })
}
