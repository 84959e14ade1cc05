//! One snapshot with everything derived from it, as it is being served.

pub mod copy;
pub mod masks;
pub mod slot;
pub mod watch;

use catalogue::snapshot::Snapshot;
use search::{Doc, Engine, RegionSearch};

pub use self::{masks::Masks, slot::Slot};

/// A snapshot and what searching it needs. Never changes; a new snapshot makes a new `Live`.
pub struct Live {
    /// What is published.
    pub snapshot: Snapshot,
    /// Finds items by words; a document's number is the item's.
    pub engine: Engine,
    /// Finds regions by words.
    pub region_search: RegionSearch,
    /// Facet values of every item.
    pub masks: Masks,
}

impl Live {
    /// Derives everything from an open snapshot.
    pub fn new(snapshot: Snapshot) -> Self {
        let docs = snapshot
            .heads()
            .iter()
            .map(|head| Doc {
                name: head.name.clone(),
                plain_name: head.plain_name.clone(),
                aliases: head.aliases.clone(),
                department: head.department.clone(),
                themes: head.themes.clone(),
                kind: head.kind,
                audience: head.audience.clone(),
                popularity: head.popularity,
            })
            .collect();
        let lexicon = snapshot.lexicon();
        let engine = Engine::build(docs, &lexicon);
        let region_search = RegionSearch::build(snapshot.regions(), &lexicon);
        let masks = Masks::build(snapshot.heads(), &engine);
        Self { snapshot, engine, region_search, masks }
    }

    /// The checksum that names this snapshot.
    pub fn checksum(&self) -> &str {
        &self.snapshot.meta().checksum
    }
}
