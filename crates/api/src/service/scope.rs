//! A citizen's region and all above it: whose publications count, and which is nearest.

use catalogue::snapshot::{ItemId, ItemSet, PubBrief, Snapshot};
use domain::{Level, RegionCode, RegionId};

use super::ServiceError;

/// Where a citizen stands; without a region the whole snapshot counts.
pub struct Scope<'a> {
    snapshot: &'a Snapshot,
    region: Option<RegionId>,
    chain: Vec<RegionId>,
    published: Option<ItemSet>,
}

impl<'a> Scope<'a> {
    /// The scope of a region that exists.
    pub fn new(snapshot: &'a Snapshot, region: Option<RegionId>) -> Self {
        let chain = region.map(|id| snapshot.regions().scope(id).collect()).unwrap_or_default();
        Self { snapshot, region, chain, published: region.map(|id| snapshot.in_scope(id)) }
    }

    /// The scope of a region by its code.
    pub fn of(snapshot: &'a Snapshot, code: Option<&RegionCode>) -> Result<Self, ServiceError> {
        Ok(Self::new(snapshot, find_region(snapshot, code)?))
    }

    /// The region the citizen stands in.
    pub fn region(&self) -> Option<RegionId> {
        self.region
    }

    /// The region and all above it, nearest first; empty without a region.
    pub fn chain(&self) -> &[RegionId] {
        &self.chain
    }

    /// Whether any region of the scope publishes the item.
    pub fn has(&self, item: u32) -> bool {
        self.published.as_ref().is_none_or(|set| set.contains(ItemId(item)))
    }

    /// The nearest publication's short form. Who names no region gets the one that holds for everyone, if there
    /// is one: the terms of some city would be a guess.
    pub fn nearest(&self, item: u32) -> Option<(RegionId, PubBrief<'a>)> {
        let item = ItemId(item);
        match self.region {
            Some(region) => self.snapshot.nearest(item, region),
            None => self.snapshot.anywhere(item).filter(|_| self.snapshot.speaks_alone(item)),
        }
    }

    /// The level of the nearest publication; without a region, the highest at which the item is published.
    pub fn level(&self, item: u32) -> Option<Level> {
        let at = match self.region {
            Some(region) => self.snapshot.nearest(ItemId(item), region),
            None => self.snapshot.anywhere(ItemId(item)),
        };
        at.map(|(id, _)| self.snapshot.regions().region(id).level)
    }
}

/// Finds the region of a parameter.
pub fn find_region(snapshot: &Snapshot, code: Option<&RegionCode>) -> Result<Option<RegionId>, ServiceError> {
    let Some(code) = code else { return Ok(None) };
    match snapshot.regions().find(code) {
        Some(id) => Ok(Some(id)),
        None => Err(ServiceError::NoRegion(code.clone())),
    }
}
