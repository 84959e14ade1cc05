//! What a pack is written from.

use chrono::NaiveDate;
use domain::{Level, Region, RegionCode, place::Place};

use crate::{ItemHead, PubBrief};

/// Everything that goes into a pack.
#[derive(Debug, Clone)]
pub struct PackParts<'a> {
    /// The region that it is for.
    pub region: RegionCode,
    /// The checksum of the snapshot.
    pub snapshot: String,
    /// What tells the words of the snapshot from others: `Lexicon::mark`.
    pub words: u64,
    /// The date of the data.
    pub data_date: NaiveDate,
    /// All items of the snapshot, in its order.
    pub heads: &'a [ItemHead],
    /// The regions that the phone knows by name; with each region all above it.
    pub regions: Vec<Region>,
    /// For each of them, whether all regions right below it are among them.
    pub whole: Vec<bool>,
    /// What the region publishes, then each above it, then single publications that hold for everyone.
    pub shelves: Vec<Shelved<'a>>,
    /// For every item the highest level that publishes it, and whether one region alone does; given for a region
    /// without one above.
    pub anywhere: Option<Vec<(Option<Level>, bool)>>,
}

/// What one region publishes.
#[derive(Debug, Clone)]
pub struct Shelved<'a> {
    /// The region.
    pub region: RegionCode,
    /// Its publications, by item.
    pub publications: Vec<Published<'a>>,
    /// Its places.
    pub places: Vec<Place>,
}

/// One publication.
#[derive(Debug, Clone)]
pub struct Published<'a> {
    /// The item's number.
    pub item: u32,
    /// What a result line shows.
    pub brief: PubBrief<'a>,
    /// Phones for questions.
    pub phones: Vec<String>,
}
