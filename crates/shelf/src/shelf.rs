//! What the reading functions need to know of a catalogue.

use chrono::NaiveDate;
use domain::{Level, RegionId, RegionTable};
use search::{Engine, RegionSearch};

use crate::{ItemHead, ItemSet, Masks, PubBrief};

/// A catalogue that can be read: the whole snapshot on the server, one region's pack on a phone.
///
/// An item's number is its position among the heads, and the same on both.
pub trait Shelf {
    /// All items without their guides.
    fn heads(&self) -> &[ItemHead];
    /// Facet values of every item.
    fn masks(&self) -> &Masks;
    /// Finds items by words; a document's number is the item's.
    fn engine(&self) -> &Engine;
    /// The regions that are known here.
    fn regions(&self) -> &RegionTable;
    /// Finds regions by words.
    fn region_search(&self) -> &RegionSearch;
    /// The date of the data.
    fn data_date(&self) -> NaiveDate;
    /// Whether everything is here that a list for this region shows; `None` is a list without a region.
    fn covers(&self, region: Option<RegionId>) -> bool;
    /// Everything that this region or one above it publishes.
    fn in_scope(&self, region: RegionId) -> ItemSet;
    /// The nearest region, from this one upward, that publishes an item.
    fn nearest(&self, item: u32, region: RegionId) -> Option<(RegionId, PubBrief<'_>)>;
    /// The highest level at which an item is published anywhere.
    fn highest(&self, item: u32) -> Option<Level>;
    /// The publication that holds for everyone: that of the one region which alone publishes an item at its
    /// highest level. Of several cities none speaks for the others.
    fn for_everyone(&self, item: u32) -> Option<(RegionId, PubBrief<'_>)>;
}
