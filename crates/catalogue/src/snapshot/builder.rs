//! Building a snapshot from items and publications that come in any order.

use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
};

use bag::WorldSource;
use chrono::NaiveDate;
use domain::{Item, ItemCode, Publication, RegionId, RegionTable, policy::BookParts};
use shelf::{ChannelMask, ItemHead};

use super::{
    briefs::LocalBrief,
    container::{self, Section},
    error::BuildError,
    lists,
    meta::{BuildMeta, Counts, Source, StoredMeta},
    packed::{encode, pack},
    records::RecordWriter,
    replace::replace_file,
};
use crate::{
    papers::{self, Loaded, Matters},
    policies, words,
};

/// Collects items and publications and writes the file. A later record replaces an earlier one of the same key.
#[derive(Debug)]
pub struct SnapshotBuilder {
    meta: BuildMeta,
    regions: RegionTable,
    words: Option<Vec<u8>>,
    papers: Option<Papers>,
    policies: Option<BookParts>,
    items: BTreeMap<ItemCode, (ItemHead, Vec<u8>)>,
    codes: Names<ItemCode>,
    organs: Names<String>,
    places: Names<Vec<u8>>,
    place_refs: Vec<u32>,
    /// Publications in their stored form, one behind the other: half a million fit easily.
    records: Vec<u8>,
    publications: Vec<Entry>,
    orphans: Vec<String>,
    failed: Option<BuildError>,
    counts: Counts,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// SHA-256 of the content in hex.
    pub checksum: String,
    /// How much it holds.
    pub counts: Counts,
    /// Length of the file in bytes.
    pub bytes: u64,
}

/// Rules about papers, and what of them must fit this catalogue.
#[derive(Debug)]
struct Papers {
    source: WorldSource,
    rules_fit: bool,
    bundles_fit: bool,
}

#[derive(Debug)]
struct Entry {
    region: RegionId,
    /// Number among `codes`.
    item: u32,
    start: usize,
    length: u32,
    places: (u32, u32),
    brief: LocalBrief,
}

/// Values that occur often, kept once.
#[derive(Debug)]
struct Names<T> {
    numbers: HashMap<T, u32>,
}

impl<T: std::hash::Hash + Eq + Ord> Names<T> {
    fn new() -> Self {
        Self { numbers: HashMap::new() }
    }

    fn number(&mut self, value: T) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(value).or_insert(next)
    }

    /// The values by their numbers.
    fn by_number(&self) -> Vec<&T> {
        let mut values: Vec<_> = self.numbers.iter().collect();
        values.sort_by_key(|&(_, number)| *number);
        values.into_iter().map(|(value, _)| value).collect()
    }
}

impl SnapshotBuilder {
    /// A builder for these regions.
    pub fn new(regions: RegionTable, meta: BuildMeta) -> Self {
        Self {
            meta,
            regions,
            words: None,
            papers: None,
            policies: None,
            items: BTreeMap::new(),
            codes: Names::new(),
            organs: Names::new(),
            places: Names::new(),
            place_refs: Vec::new(),
            records: Vec::new(),
            publications: Vec::new(),
            orphans: Vec::new(),
            failed: None,
            counts: Counts::default(),
        }
    }

    /// The regions it builds for.
    pub fn regions(&self) -> &RegionTable {
        &self.regions
    }

    /// Says where the data come from, once that is known.
    pub fn set_sources(&mut self, sources: Vec<Source>) {
        self.meta.sources = sources;
    }

    /// Says which compiled words search uses; without them it uses those that come with the program.
    pub fn set_words(&mut self, words: Vec<u8>) {
        self.words = Some(words);
    }

    /// Says which rules about papers, events and working days hold here; without them it takes those that come with
    /// the program. Two equally special rules, or an event of its own whose
    /// matters are not published, are then an error.
    pub fn set_papers(&mut self, papers: Loaded) {
        self.papers = Some(Papers { source: papers.source, rules_fit: true, bundles_fit: papers.own_bundles });
    }

    /// Takes the rules of an older snapshot; events whose items are gone are left out.
    pub fn keep_papers(&mut self, source: WorldSource) {
        self.papers = Some(Papers { source, rules_fit: false, bundles_fit: false });
    }

    /// Says which policies hold here; without them it takes those that come with the program. Links to matters that are not
    /// published are left out.
    pub fn set_policies(&mut self, policies: BookParts) {
        self.policies = Some(policies);
    }

    /// Adds an item.
    pub fn add_item(&mut self, item: Item) {
        match encode(&item, "an item") {
            Ok(record) => {
                self.items.insert(item.code.clone(), (ItemHead::of(&item), record));
            }
            Err(error) => self.failed = Some(error),
        }
    }

    /// Adds a publication; its item may be added later.
    pub fn add_publication(&mut self, publication: Publication) {
        if let Err(error) = self.try_add(publication) {
            self.failed = Some(error);
        }
    }

    fn try_add(&mut self, publication: Publication) -> Result<(), BuildError> {
        let Some(region) = self.regions.find(&publication.region) else {
            self.orphans.push(format!("{} at region {}", publication.item, publication.region));
            return Ok(());
        };
        let record = encode(&publication, "a publication")?;
        let start = self.records.len();
        self.records.extend_from_slice(&record);
        let first_place = self.place_refs.len() as u32;
        for place in &publication.places {
            let place = encode(place, "a place")?;
            self.place_refs.push(self.places.number(place));
        }
        let terms = &publication.terms;
        let brief = LocalBrief {
            organ: publication.organ.map(|organ| self.organs.number(organ)),
            limit: terms.limits.as_ref().map(|limits| limits.shown()),
            visits: terms.visits,
            fee: terms.fee.as_ref().map(|fee| fee.charged),
            channels: terms.channels.as_deref().map(ChannelMask::of),
        };
        self.publications.push(Entry {
            region,
            item: self.codes.number(publication.item),
            start,
            length: record.len() as u32,
            places: (first_place, self.place_refs.len() as u32),
            brief,
        });
        Ok(())
    }

    /// Writes the file: whole or not at all, and the same bytes for the same content.
    pub fn write(mut self, path: &Path) -> Result<Written, BuildError> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        let ids = self.sort()?;
        let sections = self.sections(&ids)?;
        let counts = self.counts;
        drop(std::mem::take(&mut self.records));
        let (bytes, checksum) = container::assemble(self.meta.built_at.timestamp(), &sections);
        drop(sections);
        replace_file(path, &bytes).map_err(|cause| BuildError::Io { path: path.into(), cause })?;
        let checksum = checksum.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Written { checksum, counts, bytes: bytes.len() as u64 })
    }

    /// Puts publications in the order of the file and drops replaced ones; returns the item id of each code number.
    fn sort(&mut self) -> Result<Vec<u32>, BuildError> {
        let order: HashMap<&ItemCode, u32> = self.items.keys().zip(0..).collect();
        let codes = self.codes.by_number();
        let ids: Vec<Option<u32>> = codes.iter().map(|code| order.get(code).copied()).collect();
        for entry in self.publications.iter().filter(|entry| ids[entry.item as usize].is_none()) {
            let region = &self.regions.region(entry.region).code;
            self.orphans.push(format!("item {} at {region}", codes[entry.item as usize]));
        }
        if !self.orphans.is_empty() {
            let count = self.orphans.len();
            self.orphans.sort();
            self.orphans.truncate(20);
            return Err(BuildError::Orphans { count, first: std::mem::take(&mut self.orphans) });
        }
        let ids: Vec<u32> = ids.into_iter().flatten().collect();
        // Stable, so of two with one key the later stands last; reversed, the later is the one kept.
        self.publications.reverse();
        self.publications.sort_by_key(|entry| (entry.region, ids[entry.item as usize]));
        self.publications.dedup_by_key(|entry| (entry.region, entry.item));
        Ok(ids)
    }

    fn sections(&mut self, ids: &[u32]) -> Result<Vec<(Section, Vec<u8>)>, BuildError> {
        let heads: Vec<&ItemHead> = self.items.values().map(|(head, _)| head).collect();
        let mut items = RecordWriter::default();
        self.items.values().for_each(|(_, record)| items.push(record));
        let (item_index, items) = items.finish();

        let organs = self.organs.by_number();
        let used = self.publications.iter().filter_map(|entry| entry.brief.organ);
        let mut organ_ids: BTreeMap<&str, u32> = used.map(|organ| (organs[organ as usize].as_str(), 0)).collect();
        organ_ids.values_mut().zip(0..).for_each(|(id, at)| *id = at);
        let mut briefs = Vec::with_capacity(self.publications.len() * 8);
        let mut publications = RecordWriter::default();
        for entry in &self.publications {
            publications.push(&self.records[entry.start..][..entry.length as usize]);
            let organ = entry.brief.organ.map(|organ| organ_ids[organs[organ as usize].as_str()]);
            entry.brief.put(&mut briefs, heads[ids[entry.item as usize] as usize], organ);
        }
        let (publication_index, publications) = publications.finish();

        let (lists, places, place_count) = self.by_region(ids)?;
        let (place_index, places) = places.finish();
        self.counts = Counts {
            items: self.items.len() as u32,
            publications: self.publications.len() as u32,
            regions: self.regions.len() as u32,
            places: place_count,
        };
        let mut sources = std::mem::take(&mut self.meta.sources);
        sources.sort();
        let sample = heads.iter().any(|head| head.sample);
        let meta = StoredMeta { data_date: self.meta.data_date, sample, counts: self.counts, sources };
        let regions: Vec<_> = self.regions.iter().map(|(_, region)| region).collect();
        let organ_names: Vec<_> = organ_ids.keys().collect();
        let words = self.words.take().unwrap_or_else(words::builtin);
        let words = words::within(words, heads.iter().map(|head| head.doc()).collect());
        let papers = self.papers.take().unwrap_or_else(|| Papers {
            source: papers::builtin(),
            rules_fit: false,
            bundles_fit: false,
        });
        let papers = papers.bytes(&heads, self.meta.data_date)?;
        let mut policies = self.policies.take().unwrap_or_else(policies::builtin);
        let is_published = |code: &ItemCode| self.items.contains_key(code);
        policies
            .policies
            .iter_mut()
            .for_each(|policy| policy.apply_item = policy.apply_item.take().filter(is_published));
        let policies = policies.to_bytes();
        Ok(vec![
            (Section::Meta, pack(&encode(&meta, "meta")?)),
            (Section::Regions, pack(&encode(&regions, "regions")?)),
            (Section::Heads, pack(&encode(&heads, "item heads")?)),
            (Section::Organs, pack(&encode(&organ_names, "organs")?)),
            (Section::Lists, pack(&lists)),
            (Section::Briefs, pack(&briefs)),
            (Section::Words, pack(&words)),
            (Section::Papers, pack(&papers)),
            (Section::Policies, pack(&policies)),
            (Section::ItemIndex, pack(&encode(&item_index, "an index")?)),
            (Section::PublicationIndex, pack(&encode(&publication_index, "an index")?)),
            (Section::PlaceIndex, pack(&encode(&place_index, "an index")?)),
            (Section::Items, items),
            (Section::Publications, publications),
            (Section::Places, places),
        ])
    }

    /// The published lists and the places of every region, and how many places there are.
    fn by_region(&self, ids: &[u32]) -> Result<(Vec<u8>, RecordWriter, u32), BuildError> {
        let place_bytes = self.places.by_number();
        let mut places = RecordWriter::default();
        let mut published: Vec<Vec<u32>> = Vec::with_capacity(self.regions.len());
        let mut count = 0;
        let mut rest = self.publications.as_slice();
        for (region, _) in self.regions.iter() {
            let (here, later) = rest.split_at(rest.partition_point(|entry| entry.region == region));
            rest = later;
            published.push(here.iter().map(|entry| ids[entry.item as usize]).collect());
            let refs = here.iter().flat_map(|entry| &self.place_refs[entry.places.0 as usize..entry.places.1 as usize]);
            let mut named: Vec<&Vec<u8>> = refs.map(|&place| place_bytes[place as usize]).collect();
            named.sort_unstable();
            named.dedup();
            count += named.len() as u32;
            // The stored form of a list: how many, then one behind the other.
            let mut record = encode(&(named.len() as u64), "places")?;
            named.iter().for_each(|place| record.extend_from_slice(place));
            places.push(&record);
        }
        Ok((lists::encode(published.iter().map(Vec::as_slice)), places, count))
    }
}

impl Papers {
    /// What is stored; the date is the catalogue's.
    fn bytes(self, heads: &[&ItemHead], date: NaiveDate) -> Result<Vec<u8>, BuildError> {
        let matters = Matters::Published(heads.iter().map(|head| (&head.code, head.themes.as_slice())).collect());
        let source = if self.bundles_fit { self.source } else { papers::fitting(self.source, &matters).0 };
        let faults = if self.rules_fit { papers::problems(&source, &matters, &[]) } else { Vec::new() };
        if !faults.is_empty() {
            return Err(BuildError::Papers(faults));
        }
        WorldSource { data_date: date, ..source }.to_bytes().map_err(|_| BuildError::Encode("rules about papers"))
    }
}
