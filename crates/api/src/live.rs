//! One snapshot with everything derived from it, as it is being served.

pub mod copy;
pub mod slot;
pub mod watch;

use bag::World;
use catalogue::snapshot::Snapshot;
use chrono::NaiveDate;
use domain::{Level, RegionId, RegionTable};
use search::{Engine, RegionSearch};
use shelf::{ItemHead, ItemId, ItemSet, Masks, PubBrief, Shelf};

pub use self::slot::Slot;

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
    /// Rules about papers, with the materials of all guides placed.
    pub world: World,
}

impl Live {
    /// Derives everything from an open snapshot.
    pub fn new(snapshot: Snapshot) -> Self {
        let docs = snapshot.heads().iter().map(ItemHead::doc).collect();
        let lexicon = snapshot.lexicon();
        let engine = Engine::build(docs, &lexicon);
        let region_search = RegionSearch::build(snapshot.regions(), &lexicon);
        let masks = Masks::build(snapshot.heads(), &engine);
        let world = world(&snapshot);
        Self { snapshot, engine, region_search, masks, world }
    }

    /// The checksum that names this snapshot.
    pub fn checksum(&self) -> &str {
        &self.snapshot.meta().checksum
    }
}

/// The rules, and every material name of a guide placed once: no request does it again.
fn world(snapshot: &Snapshot) -> World {
    let mut world = snapshot.world().clone();
    // A record that cannot be read is told when somebody asks for it.
    for item in snapshot.items().flatten() {
        world.learn(item.guide.materials.iter().map(|material| material.name.as_str()));
    }
    world
}

impl Shelf for Live {
    fn heads(&self) -> &[ItemHead] {
        self.snapshot.heads()
    }

    fn masks(&self) -> &Masks {
        &self.masks
    }

    fn engine(&self) -> &Engine {
        &self.engine
    }

    fn regions(&self) -> &RegionTable {
        self.snapshot.regions()
    }

    fn region_search(&self) -> &RegionSearch {
        &self.region_search
    }

    fn data_date(&self) -> NaiveDate {
        self.snapshot.meta().data_date
    }

    fn covers(&self, _: Option<RegionId>) -> bool {
        true
    }

    fn in_scope(&self, region: RegionId) -> ItemSet {
        self.snapshot.in_scope(region)
    }

    fn nearest(&self, item: u32, region: RegionId) -> Option<(RegionId, PubBrief<'_>)> {
        self.snapshot.nearest(ItemId(item), region)
    }

    fn highest(&self, item: u32) -> Option<Level> {
        self.snapshot.anywhere(ItemId(item)).map(|(id, _)| self.snapshot.regions().region(id).level)
    }

    fn for_everyone(&self, item: u32) -> Option<(RegionId, PubBrief<'_>)> {
        let item = ItemId(item);
        self.snapshot.anywhere(item).filter(|_| self.snapshot.speaks_alone(item))
    }
}
