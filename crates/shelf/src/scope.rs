//! A citizen's region and all above it: whose publications count, and which is nearest.

use domain::{Level, RegionCode, RegionId};

use crate::{ItemId, ItemSet, PubBrief, Shelf};

/// The region in a parameter does not exist.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no region {0}")]
pub struct NoRegion(pub RegionCode);

/// Where a citizen stands; without a region the whole catalogue counts.
pub struct Scope<'a, S> {
    shelf: &'a S,
    region: Option<RegionId>,
    chain: Vec<RegionId>,
    published: Option<ItemSet>,
}

impl<'a, S: Shelf> Scope<'a, S> {
    /// The scope of a region that exists.
    pub fn new(shelf: &'a S, region: Option<RegionId>) -> Self {
        let chain = region.map(|id| shelf.regions().scope(id).collect()).unwrap_or_default();
        Self { shelf, region, chain, published: region.map(|id| shelf.in_scope(id)) }
    }

    /// The scope of a region by its code.
    pub fn of(shelf: &'a S, code: Option<&RegionCode>) -> Result<Self, NoRegion> {
        Ok(Self::new(shelf, find_region(shelf, code)?))
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
        match self.region {
            Some(region) => self.shelf.nearest(item, region),
            None => self.shelf.for_everyone(item),
        }
    }

    /// The level of the nearest publication; without a region, the highest at which the item is published.
    pub fn level(&self, item: u32) -> Option<Level> {
        match self.region {
            Some(region) => self.shelf.nearest(item, region).map(|(id, _)| self.shelf.regions().region(id).level),
            None => self.shelf.highest(item),
        }
    }
}

/// Finds the region of a parameter.
pub fn find_region(shelf: &impl Shelf, code: Option<&RegionCode>) -> Result<Option<RegionId>, NoRegion> {
    let Some(code) = code else { return Ok(None) };
    match shelf.regions().find(code) {
        Some(id) => Ok(Some(id)),
        None => Err(NoRegion(code.clone())),
    }
}
