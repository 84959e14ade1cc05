//! One region's catalogue in one file: what a phone needs to answer without network as the server would.
//!
//! ```text
//! magic 8 bytes, format 1 byte, SHA-256 of all that follows 32 bytes
//! mark of the words 8 bytes, date of the data, checksum of the snapshot, region, regions known by name
//! all item heads, column by column: so scores and their order are those of the server
//! for the region and each above it: what it publishes, with organ, days, visits, fee, channels, phones; its places
//! for a region without one above: what a search without a region shows
//! ```
//!
//! Columns and small differences, since the file travels compressed: neighbours in a column are alike.

mod error;
mod heads;
mod lists;
mod parts;
mod places;
mod read;
mod regions;
mod write;

use chrono::NaiveDate;
use domain::{Level, RegionCode, RegionId, RegionTable, place::Place, terms::ShownLimit};
use search::{Engine, RegionSearch};

pub use error::PackError;
pub use parts::{PackParts, Published, Shelved};

use crate::{ChannelMask, ItemHead, ItemSet, Masks, PubBrief, Shelf, hex};

/// The format that this code writes and the only one that it reads.
pub const PACK_FORMAT: u8 = 4;
const MAGIC: &[u8; 8] = b"bs-pack\n";
/// Where the checksum stands, and where that which it covers begins.
const SUM: usize = 9;
const BODY: usize = SUM + 32;
/// No pack is longer: anything else under its address is no pack.
pub const LONGEST_PACK: usize = 32 << 20;

/// The checksum that names a pack, as it stands in the file; `None` if this is no pack.
pub fn pack_checksum(bytes: &[u8]) -> Option<String> {
    bytes.get(SUM..BODY).filter(|_| bytes.starts_with(MAGIC)).map(hex)
}

/// An open pack.
#[derive(Debug)]
pub struct Pack {
    checksum: String,
    snapshot: String,
    data_date: NaiveDate,
    region: RegionId,
    regions: RegionTable,
    /// Of which of them all that is right below is known.
    whole: Vec<bool>,
    heads: Vec<ItemHead>,
    organs: Vec<String>,
    /// The region's own list first, then those above it, then those that hold single publications for everyone.
    lists: Vec<List>,
    /// How each item is published anywhere, when this pack can be searched without a region.
    anywhere: Option<Vec<Anywhere>>,
    masks: Masks,
    engine: Engine,
    region_search: RegionSearch,
}

/// What one region publishes.
#[derive(Debug)]
struct List {
    region: RegionId,
    items: Vec<u32>,
    rows: Vec<Row>,
    /// Phones for questions, by publication; one entry stands for all that follow until the next.
    phones: Vec<(u32, Vec<String>)>,
    places: Vec<Place>,
}

/// What a result line needs of a publication.
#[derive(Debug, Clone, Copy)]
struct Row {
    organ: Option<u32>,
    limit: Option<ShownLimit>,
    visits: Option<u8>,
    fee: Option<bool>,
    channels: ChannelMask,
}

/// The highest level at which an item is published, and whether one region alone does it there.
#[derive(Debug, Clone, Copy)]
struct Anywhere {
    level: Option<Level>,
    alone: bool,
}

impl Pack {
    /// The checksum that names this pack.
    pub fn checksum(&self) -> &str {
        &self.checksum
    }

    /// The checksum of the snapshot from which it was made.
    pub fn snapshot(&self) -> &str {
        &self.snapshot
    }

    /// The region that it is for.
    pub fn region(&self) -> &RegionCode {
        &self.regions.region(self.region).code
    }

    /// The nearest publication of an item and its phones for questions.
    pub fn contact(&self, item: u32) -> Option<(RegionId, PubBrief<'_>, &[String])> {
        let (region, brief) = self.nearest(item, self.region)?;
        let list = self.list(region)?;
        let at = list.items.binary_search(&item).ok()?;
        let entry = list.phones.partition_point(|(first, _)| *first as usize <= at);
        let phones = entry.checked_sub(1).and_then(|entry| list.phones.get(entry));
        Some((region, brief, phones.map_or(&[], |(_, phones)| phones)))
    }

    /// The places of exactly this region; `None` when the pack does not hold it.
    pub(crate) fn places(&self, region: RegionId) -> Option<Vec<Place>> {
        self.covers(Some(region)).then(|| self.list(region).map_or_else(Vec::new, |list| list.places.clone()))
    }

    /// The region of a code, when all regions right below it are known here.
    pub(crate) fn whole(&self, code: &RegionCode) -> Option<RegionId> {
        self.regions.find(code).filter(|id| self.whole.get(id.0 as usize) == Some(&true))
    }

    fn list(&self, region: RegionId) -> Option<&List> {
        self.lists.iter().find(|list| list.region == region)
    }

    fn brief(&self, list: &List, item: u32) -> Option<PubBrief<'_>> {
        let row = list.rows.get(list.items.binary_search(&item).ok()?)?;
        Some(PubBrief {
            organ: row.organ.and_then(|organ| self.organs.get(organ as usize)).map(String::as_str),
            limit: row.limit,
            visits: row.visits,
            fee: row.fee,
            channels: row.channels,
        })
    }
}

impl Shelf for Pack {
    fn heads(&self) -> &[ItemHead] {
        &self.heads
    }

    fn masks(&self) -> &Masks {
        &self.masks
    }

    fn engine(&self) -> &Engine {
        &self.engine
    }

    fn regions(&self) -> &RegionTable {
        &self.regions
    }

    fn region_search(&self) -> &RegionSearch {
        &self.region_search
    }

    fn data_date(&self) -> NaiveDate {
        self.data_date
    }

    fn covers(&self, region: Option<RegionId>) -> bool {
        match region {
            Some(region) => self.regions.scope(self.region).any(|at| at == region),
            None => self.anywhere.is_some(),
        }
    }

    fn in_scope(&self, region: RegionId) -> ItemSet {
        let mut set = ItemSet::empty(self.heads.len());
        for list in self.regions.scope(region).filter_map(|at| self.list(at)) {
            list.items.iter().for_each(|&item| set.insert(item));
        }
        set
    }

    fn nearest(&self, item: u32, region: RegionId) -> Option<(RegionId, PubBrief<'_>)> {
        self.regions.scope(region).find_map(|at| Some((at, self.brief(self.list(at)?, item)?)))
    }

    fn highest(&self, item: u32) -> Option<Level> {
        self.anywhere.as_ref()?.get(item as usize)?.level
    }

    fn for_everyone(&self, item: u32) -> Option<(RegionId, PubBrief<'_>)> {
        let how = self.anywhere.as_ref()?.get(item as usize)?;
        let level = how.level.filter(|_| how.alone)?;
        let highest = self.lists.iter().filter(|list| self.regions.region(list.region).level == level);
        highest.filter_map(|list| Some((list.region, self.brief(list, item)?))).next()
    }
}

#[cfg(test)]
mod tests;
