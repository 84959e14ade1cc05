//! Regions: what lies below one, and finding one by words.

use domain::{
    RegionCode, RegionId,
    wire::{RegionDetail, RegionList},
};
use shelf::{NoRegion, region_brief as brief};

use super::ServiceError;
use crate::live::Live;

/// The most matches that are told; more is a reason to type on.
const MATCHES: usize = 20;

/// What is asked of the region list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegionQuery {
    /// The regions right below this one.
    pub parent: Option<RegionCode>,
    /// The regions that these words may mean; wins over `parent`.
    pub q: Option<String>,
}

/// Regions by words, or right below a region, or the topmost.
pub fn list_regions(live: &Live, query: &RegionQuery) -> Result<RegionList, ServiceError> {
    let table = live.snapshot.regions();
    let ids: Vec<RegionId> = match (&query.q, &query.parent) {
        (Some(words), _) => live.region_search.find(words, MATCHES),
        (None, Some(code)) => {
            let parent = table.find(code).ok_or_else(|| NoRegion(code.clone()))?;
            table.children(parent).collect()
        }
        (None, None) => table.roots().collect(),
    };
    Ok(RegionList { items: ids.into_iter().map(|id| brief(table, id)).collect() })
}

/// A region and what is right below it.
pub fn show_region(live: &Live, code: &RegionCode) -> Result<RegionDetail, ServiceError> {
    let table = live.snapshot.regions();
    let id = table.find(code).ok_or(ServiceError::NotFound("没有这个行政区划代码。"))?;
    Ok(RegionDetail {
        region: brief(table, id),
        children: table.children(id).map(|child| brief(table, child)).collect(),
    })
}
