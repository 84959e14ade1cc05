//! Items and publications as the rows come in: one item for one identity, one publication for one region.

mod finish;
mod item;
mod rows;

use std::collections::{HashMap, HashSet};

use domain::{Item, ItemCode, Publication, RegionCode, RegionId, RegionTable, provenance::Origin};

use super::{
    overlay,
    pending::{Parts, Pending, Waiting},
    problem::Found,
    sink::Sink,
    value::Values,
};
use crate::{
    lint::Code,
    mapping::{Field, Holds, Mapping},
    snapshot::{ItemId, Snapshot, SnapshotError},
};

/// A row on its way in.
pub struct RowContext<'a> {
    /// Where its values come from.
    pub origin: Origin,
    /// Where to report what is found out later.
    pub waiting: Waiting,
    /// Its problems so far; problems of the row are added.
    pub problems: &'a mut Vec<Found>,
}

/// What became of a row that was not rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It made or completed a record.
    Imported,
    /// It said again what another row said.
    Merged,
}

/// What has been gathered.
pub struct Gather<'a> {
    /// Part of our item codes.
    source: &'a str,
    /// Whether everything is sample content.
    sample: bool,
    /// Whether publications, with their contacts, come in a table of their own.
    apart: bool,
    regions: &'a RegionTable,
    sink: &'a mut dyn Sink,
    items: Vec<Entry>,
    by_identity: HashMap<String, u32>,
    by_code: HashMap<ItemCode, u32>,
    published: HashSet<(u32, RegionId)>,
    /// Items by name, organ and region, to see duplicates.
    names: HashSet<String>,
    pending: Pending,
    /// The snapshot that is changed.
    base: Option<&'a Snapshot>,
    publications: u64,
    failed: Option<String>,
}

fn items_of(base: &Snapshot) -> impl Iterator<Item = Result<Item, SnapshotError>> + '_ {
    (0..base.heads().len() as u32).map(|id| base.item(ItemId(id)))
}

struct Entry {
    item: Item,
    /// It comes from the base, and no row has named it yet.
    untouched: bool,
}

impl<'a> Gather<'a> {
    /// Nothing yet but the items of the base.
    pub fn new(
        mapping: &'a Mapping,
        regions: &'a RegionTable,
        base: Option<&'a Snapshot>,
        sink: &'a mut dyn Sink,
    ) -> Result<Self, SnapshotError> {
        let mut gather = Self {
            source: &mapping.id,
            sample: mapping.sample,
            apart: mapping.tables.iter().any(|table| table.holds == Holds::Publications),
            regions,
            sink,
            items: Vec::new(),
            by_identity: HashMap::new(),
            by_code: HashMap::new(),
            published: HashSet::new(),
            names: HashSet::new(),
            pending: Pending::new(),
            base,
            publications: 0,
            failed: None,
        };
        for item in base.into_iter().flat_map(items_of) {
            let item = item?;
            // Of items that share a published code the first one stands for it.
            let next = gather.items.len() as u32;
            gather.by_identity.entry(item.source_code.clone()).or_insert(next);
            gather.add(item, true);
        }
        Ok(gather)
    }

    fn add(&mut self, item: Item, untouched: bool) -> u32 {
        let at = self.items.len() as u32;
        self.by_code.insert(item.code.clone(), at);
        self.items.push(Entry { item, untouched });
        at
    }

    /// The item that a row names, by its identity or by our code.
    fn find(&self, identity: &str) -> Option<u32> {
        let by_code = || self.by_code.get(&ItemCode::parse(identity).ok()?);
        self.by_identity.get(identity).or_else(by_code).copied()
    }

    /// The region that a row names; an unknown one is told.
    fn region(&self, values: &mut Values, problems: &mut Vec<Found>) -> Option<RegionCode> {
        let text = values.text(Field::Region)?;
        let code = RegionCode::parse(&text.to_ascii_uppercase()).ok().filter(|code| self.regions.find(code).is_some());
        if code.is_none() {
            problems.push(Found::of(Code::NoRegion, Field::Region, text));
        }
        code
    }

    /// Hands a publication on, completed by what waited for it; false when the region has published the item before.
    /// `cleared` are the fields that its row empties.
    fn publish(&mut self, at: u32, mut publication: Publication, cleared: &[Field]) -> bool {
        let Some(region) = self.regions.find(&publication.region) else { return false };
        if !self.published.insert((at, region)) {
            return false;
        }
        let mut cleared = cleared.to_vec();
        for parts in self.waiting_for(at, Some(&publication.region)) {
            cleared.extend(&parts.cleared);
            parts.complete_publication(&mut publication);
        }
        match self.published_before(&publication.item, &publication.region) {
            Ok(Some(mut old)) => {
                let common = &self.items[at as usize].item.guide.limits;
                overlay::publication(publication, &cleared, common, &mut old);
                self.send(old);
            }
            Ok(None) => self.send(publication),
            Err(error) => {
                self.failed.get_or_insert(error.to_string());
            }
        }
        true
    }

    /// What the base says of the same item in the same region.
    fn published_before(&self, item: &ItemCode, region: &RegionCode) -> Result<Option<Publication>, SnapshotError> {
        let Some(base) = self.base else { return Ok(None) };
        match (base.find_item(item), base.regions().find(region)) {
            (Some(item), Some(region)) => base.publication(item, region),
            _ => Ok(None),
        }
    }

    /// Whether the base publishes an item in a region.
    fn is_published(&self, item: &ItemCode, region: &RegionCode) -> bool {
        matches!(self.published_before(item, region), Ok(Some(_)))
    }

    fn send(&mut self, publication: Publication) {
        self.publications += 1;
        if let Err(error) = self.sink.publication(publication) {
            self.failed.get_or_insert(error);
        }
    }

    /// Whether a place or a path of some region waits for an item, and so says that the region publishes it.
    fn waits_in_a_region(&self, at: u32) -> bool {
        let item = &self.items[at as usize].item;
        let names = [item.source_code.as_str(), item.code.as_str()];
        self.pending.keys().any(|(name, region)| region.is_some() && names.contains(&name.as_str()))
    }

    /// Takes out what waits for an item under any of its names.
    fn waiting_for(&mut self, at: u32, region: Option<&RegionCode>) -> Vec<Parts> {
        if self.pending.is_empty() {
            return Vec::new();
        }
        let item = &self.items[at as usize].item;
        let names = [item.source_code.as_str(), item.code.as_str()];
        let take = |name: &str| self.pending.remove(&(name.to_owned(), region.cloned()));
        names.map(take).into_iter().flatten().collect()
    }
}
