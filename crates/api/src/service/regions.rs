//! Regions: what lies below one, and finding one by words.

use domain::{
    RegionCode,
    wire::{RegionDetail, RegionList},
};
use shelf::{NoRegion, RegionQuery};

use super::ServiceError;
use crate::live::Live;

/// Regions by words, or right below a region, or the topmost.
pub fn list_regions(live: &Live, query: &RegionQuery) -> Result<RegionList, ServiceError> {
    let table = live.snapshot.regions();
    Ok(match (&query.q, &query.parent) {
        (Some(words), _) => shelf::find_regions(table, &live.region_search, words),
        (None, Some(code)) => {
            let parent = table.find(code).ok_or_else(|| NoRegion(code.clone()))?;
            shelf::list_regions(table, table.children(parent))
        }
        (None, None) => shelf::list_regions(table, table.roots()),
    })
}

/// A region and what is right below it.
pub fn show_region(live: &Live, code: &RegionCode) -> Result<RegionDetail, ServiceError> {
    let table = live.snapshot.regions();
    let id = table.find(code).ok_or(ServiceError::NotFound("没有这个行政区划代码。"))?;
    Ok(shelf::show_region(table, id))
}
