//! Opening and asking a snapshot.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use bag::{World, WorldSource};
use domain::{Item, ItemCode, Publication, Region, RegionId, RegionTable, place::Place, policy::PolicyBook};
use search::Lexicon;
use serde::de::DeserializeOwned;
use shelf::{ItemHead, ItemId, ItemSet, PubBrief};

use super::{
    briefs::Briefs,
    container::{self, Layout, Section},
    error::SnapshotError,
    lists::Lists,
    meta::{Meta, StoredMeta, chinese_time},
    packed::{unpack, unpack_value},
    records::RecordStore,
};

/// An open snapshot. It never changes: new data are a new file.
#[derive(Debug)]
pub struct Snapshot {
    path: PathBuf,
    file: File,
    meta: Meta,
    regions: RegionTable,
    heads: Vec<ItemHead>,
    by_source: Vec<u32>,
    lists: Lists,
    briefs: Briefs,
    words: Vec<u8>,
    papers: Vec<u8>,
    world: World,
    policies: Vec<u8>,
    book: PolicyBook,
    items: RecordStore,
    publications: RecordStore,
    places: RecordStore,
}

impl Snapshot {
    /// Opens a file after comparing its checksum with every byte of it.
    pub fn open(path: &Path) -> Result<Self, SnapshotError> {
        let file = File::open(path).map_err(|cause| SnapshotError::Io { path: path.into(), cause })?;
        let layout = container::verify(&file, path)?;
        Self::load(path, file, &layout).map_err(|what| SnapshotError::Damaged { path: path.into(), what })
    }

    /// Reads the hot sections; the error names the one that does not fit the others.
    fn load(path: &Path, file: File, layout: &Layout) -> Result<Self, &'static str> {
        let section = |id| layout.read(&file, id).ok_or("a section is missing");
        let stored: StoredMeta = unpack_value(&section(Section::Meta)?).ok_or("meta")?;
        let counts = stored.counts;
        let total = counts.publications as usize;
        let regions: Vec<Region> = unpack_value(&section(Section::Regions)?).ok_or("regions")?;
        let regions = RegionTable::build(regions).map_err(|_| "regions")?;
        let heads: Vec<ItemHead> = unpack_value(&section(Section::Heads)?).ok_or("item heads")?;
        let ordered = heads.is_sorted_by(|a, b| a.code < b.code);
        if regions.len() != counts.regions as usize || heads.len() != counts.items as usize || !ordered {
            return Err("counts of regions or items");
        }
        let lists = unpack(&section(Section::Lists)?)
            .and_then(|bytes| Lists::decode(&bytes, regions.len(), heads.len(), total))
            .ok_or("published lists")?;
        let organs = unpack_value(&section(Section::Organs)?).ok_or("organs")?;
        let briefs = unpack(&section(Section::Briefs)?)
            .and_then(|bytes| Briefs::decode(&bytes, organs, total))
            .ok_or("briefs")?;
        let words = unpack(&section(Section::Words)?).ok_or("words")?;
        Lexicon::from_bytes(&words).map_err(|_| "words")?;
        let papers = unpack(&section(Section::Papers)?).ok_or("rules about papers")?;
        let world = World::open(&papers).map_err(|_| "rules about papers")?;
        let policies = unpack(&section(Section::Policies)?).ok_or("policies")?;
        let book = PolicyBook::open(&policies).map_err(|_| "policies")?;
        let store = |index, data, records| {
            let index = unpack(&section(index)?).ok_or("an index")?;
            let range = layout.range(data).ok_or("a section is missing")?;
            RecordStore::load(&index, range, records).ok_or("an index")
        };
        let mut by_source: Vec<u32> = (0..counts.items).collect();
        by_source.sort_by(|&a, &b| heads[a as usize].source_code.cmp(&heads[b as usize].source_code));
        Ok(Self {
            path: path.into(),
            meta: Meta {
                data_date: stored.data_date,
                built_at: chinese_time(layout.built_at).ok_or("the time")?,
                checksum: layout.checksum.iter().map(|byte| format!("{byte:02x}")).collect(),
                sample: stored.sample,
                counts,
                sources: stored.sources,
                bytes: layout.length,
            },
            items: store(Section::ItemIndex, Section::Items, counts.items)?,
            publications: store(Section::PublicationIndex, Section::Publications, counts.publications)?,
            places: store(Section::PlaceIndex, Section::Places, counts.regions)?,
            file,
            regions,
            heads,
            by_source,
            lists,
            briefs,
            words,
            papers,
            world,
            policies,
            book,
        })
    }

    /// What it says about itself.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// The words that search uses, compiled: what the phone gets.
    pub fn words(&self) -> &[u8] {
        &self.words
    }

    /// The words that search uses.
    pub fn lexicon(&self) -> Lexicon {
        // Opening has read them once already.
        Lexicon::from_bytes(&self.words).unwrap_or_default()
    }

    /// The rules about papers, events and working days as bytes: what the phone gets.
    pub fn papers(&self) -> &[u8] {
        &self.papers
    }

    /// The same, as people write it; `None` never, since opening has read it once already.
    pub fn papers_source(&self) -> Option<WorldSource> {
        WorldSource::from_bytes(&self.papers).ok()
    }

    /// The same, ready to be asked.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// The policies as bytes: what the phone gets.
    pub fn policies(&self) -> &[u8] {
        &self.policies
    }

    /// The same, ready to be asked.
    pub fn book(&self) -> &PolicyBook {
        &self.book
    }

    /// Its regions.
    pub fn regions(&self) -> &RegionTable {
        &self.regions
    }

    /// Its items without their guides; an `ItemId` is a position in this list.
    pub fn heads(&self) -> &[ItemHead] {
        &self.heads
    }

    /// The head of an item.
    pub fn head(&self, id: ItemId) -> &ItemHead {
        &self.heads[id.0 as usize]
    }

    /// Finds an item by our code, or else by the code as imported.
    pub fn find_item(&self, code: &ItemCode) -> Option<ItemId> {
        if let Ok(at) = self.heads.binary_search_by(|head| head.code.cmp(code)) {
            return Some(ItemId(at as u32));
        }
        let source = |id: &u32| self.heads[*id as usize].source_code.as_str();
        let at = self.by_source.partition_point(|id| source(id) < code.as_str());
        self.by_source.get(at).filter(|id| source(id) == code.as_str()).map(|&id| ItemId(id))
    }

    /// Reads an item with its guide from the file.
    pub fn item(&self, id: ItemId) -> Result<Item, SnapshotError> {
        self.record(&self.items, id.0, "an item")
    }

    /// Reads every item with its guide, by id, one block in memory at a time.
    pub fn items(&self) -> impl Iterator<Item = Result<Item, SnapshotError>> + '_ {
        self.every(&self.items, "an item")
    }

    /// Whether exactly this region publishes an item.
    pub fn is_published(&self, region: RegionId, item: ItemId) -> bool {
        self.lists.contains(region.0, item.0)
    }

    /// What exactly this region publishes, by item.
    pub fn published(&self, region: RegionId) -> impl ExactSizeIterator<Item = ItemId> + '_ {
        self.lists.items(region.0).iter().map(|&item| ItemId(item))
    }

    /// What exactly this region publishes, with what a result line shows.
    pub fn briefs(&self, region: RegionId) -> impl Iterator<Item = (ItemId, PubBrief<'_>)> + '_ {
        let start = self.lists.start(region.0);
        self.published(region).zip(start..).map(|(item, at)| (item, self.briefs.get(at)))
    }

    /// Everything that this region or one above it publishes.
    pub fn in_scope(&self, region: RegionId) -> ItemSet {
        let mut set = ItemSet::empty(self.heads.len());
        for at in self.regions.scope(region) {
            self.lists.add_to(&mut set, at.0);
        }
        set
    }

    /// The nearest region, from this one upward, that publishes an item.
    pub fn nearest(&self, item: ItemId, region: RegionId) -> Option<(RegionId, PubBrief<'_>)> {
        self.regions.scope(region).find_map(|at| Some((at, self.brief(item, at)?)))
    }

    /// What a result line shows of the publication of exactly this region.
    pub fn brief(&self, item: ItemId, region: RegionId) -> Option<PubBrief<'_>> {
        Some(self.briefs.get(self.lists.position(region.0, item.0)?))
    }

    /// Whether one region alone publishes an item at the highest level that does: then it speaks for all below it.
    /// Of several cities none speaks for the others.
    pub fn speaks_alone(&self, item: ItemId) -> bool {
        let level = |region: u32| self.regions.region(RegionId(region)).level;
        match (self.lists.first(item.0), self.lists.second(item.0)) {
            (Some((first, _)), Some(second)) => level(first) != level(second),
            (first, _) => first.is_some(),
        }
    }

    /// The highest region that publishes an item, for searches without a region.
    pub fn anywhere(&self, item: ItemId) -> Option<(RegionId, PubBrief<'_>)> {
        let (region, publication) = self.lists.first(item.0)?;
        Some((RegionId(region), self.briefs.get(publication)))
    }

    /// Reads the publication of exactly this region from the file.
    pub fn publication(&self, item: ItemId, region: RegionId) -> Result<Option<Publication>, SnapshotError> {
        match self.lists.position(region.0, item.0) {
            None => Ok(None),
            Some(at) => self.record(&self.publications, at, "a publication").map(Some),
        }
    }

    /// Reads every publication of exactly this region, by item.
    pub fn publications_of(&self, region: RegionId) -> Result<Vec<Publication>, SnapshotError> {
        let start = self.lists.start(region.0);
        let range = start..start + self.lists.items(region.0).len() as u32;
        let records = self.publications.read_range(&self.file, range).ok_or_else(|| self.damaged("publications"))?;
        let read = |bytes: &Vec<u8>| postcard::from_bytes(bytes).map_err(|_| self.damaged("a publication"));
        records.iter().map(read).collect()
    }

    /// Reads the places that the publications of exactly this region name, by name.
    pub fn places(&self, region: RegionId) -> Result<Vec<Place>, SnapshotError> {
        self.record(&self.places, region.0, "places")
    }

    /// Reads every publication, by region and item, one block in memory at a time.
    pub fn publications(&self) -> impl Iterator<Item = Result<Publication, SnapshotError>> + '_ {
        self.every(&self.publications, "a publication")
    }

    fn every<'a, T: DeserializeOwned + 'a>(
        &'a self,
        store: &'a RecordStore,
        what: &'static str,
    ) -> impl Iterator<Item = Result<T, SnapshotError>> + 'a {
        (0..store.blocks()).flat_map(move |block| {
            let records = store.block(&self.file, block);
            let count = records.as_ref().map_or(1, |(_, records)| records.len());
            (0..count).map(move |at| {
                let bytes = records.as_ref().and_then(|(_, records)| records.get(at));
                bytes.and_then(|bytes| postcard::from_bytes(bytes).ok()).ok_or_else(|| self.damaged(what))
            })
        })
    }

    fn record<T: DeserializeOwned>(
        &self,
        store: &RecordStore,
        at: u32,
        what: &'static str,
    ) -> Result<T, SnapshotError> {
        let bytes = store.read(&self.file, at).ok_or_else(|| self.damaged(what))?;
        postcard::from_bytes(&bytes).map_err(|_| self.damaged(what))
    }

    fn damaged(&self, what: &'static str) -> SnapshotError {
        SnapshotError::Damaged { path: self.path.clone(), what }
    }
}
