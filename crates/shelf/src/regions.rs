//! Regions: what lies right below one, and finding one by words.

use domain::{
    RegionId, RegionTable,
    wire::{RegionDetail, RegionList},
};
use search::RegionSearch;

use crate::region_brief;

/// The most matches that are told; more is a reason to type on.
const MATCHES: usize = 20;

/// A region and what is right below it.
pub fn show_region(table: &RegionTable, id: RegionId) -> RegionDetail {
    RegionDetail { region: region_brief(table, id), children: list_regions(table, table.children(id)).items }
}

/// Regions with their parents' names.
pub fn list_regions(table: &RegionTable, ids: impl Iterator<Item = RegionId>) -> RegionList {
    RegionList { items: ids.map(|id| region_brief(table, id)).collect() }
}

/// The regions that words, letters or figures may mean, best first.
pub fn find_regions(table: &RegionTable, search: &RegionSearch, words: &str) -> RegionList {
    list_regions(table, search.find(words, MATCHES).into_iter())
}
