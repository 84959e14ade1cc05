//! What goes into the pack of a region: read from a snapshot, written by crates/shelf.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Level, RegionId, RegionTable};
use search::{Lexicon, RegionSearch};
use shelf::{PackParts, Published, Shelved};

use crate::snapshot::{ItemId, Snapshot, SnapshotError};

/// Gathers what the phone of someone in this region needs. `search` is that of the snapshot's regions.
pub fn parts_of<'a>(
    snapshot: &'a Snapshot,
    search: &RegionSearch,
    region: RegionId,
) -> Result<PackParts<'a>, SnapshotError> {
    let table = snapshot.regions();
    let mut shelves = Vec::new();
    for at in table.scope(region) {
        shelves.push(shelved(snapshot, at)?);
    }
    let topmost = table.parent(region).is_none();
    let elsewhere = if topmost { for_everyone(snapshot, region) } else { Vec::new() };
    let named = named(table, search, region, elsewhere.iter().filter_map(|shelved| table.find(&shelved.region)));
    shelves.extend(elsewhere);
    let is_known = |at: RegionId| named.contains(&at.0);
    let whole = named.iter().map(|&at| table.children(RegionId(at)).all(is_known)).collect();
    let anywhere = |item: u32| {
        let item = ItemId(item);
        let level = snapshot.anywhere(item).map(|(at, _)| table.region(at).level);
        (level, snapshot.speaks_alone(item))
    };
    Ok(PackParts {
        region: table.region(region).code.clone(),
        snapshot: snapshot.meta().checksum.clone(),
        words: Lexicon::mark_of(snapshot.words()),
        data_date: snapshot.meta().data_date,
        heads: snapshot.heads(),
        regions: named.iter().map(|&at| table.region(RegionId(at)).clone()).collect(),
        whole,
        shelves,
        anywhere: topmost.then(|| (0..snapshot.heads().len() as u32).map(anywhere).collect()),
    })
}

fn shelved(snapshot: &Snapshot, region: RegionId) -> Result<Shelved<'_>, SnapshotError> {
    let phones = snapshot.publications_of(region)?.into_iter().map(|publication| publication.consult);
    let briefs = snapshot.briefs(region).zip(phones);
    Ok(Shelved {
        region: snapshot.regions().region(region).code.clone(),
        publications: briefs.map(|((item, brief), phones)| Published { item: item.0, brief, phones }).collect(),
        places: snapshot.places(region)?,
    })
}

/// Publications of other regions that hold for everyone: nobody else publishes the item at that level.
fn for_everyone(snapshot: &Snapshot, own: RegionId) -> Vec<Shelved<'_>> {
    let mut by_region: BTreeMap<RegionId, Vec<Published<'_>>> = BTreeMap::new();
    for item in 0..snapshot.heads().len() as u32 {
        let Some((at, brief)) = snapshot.anywhere(ItemId(item)) else { continue };
        if at != own && snapshot.speaks_alone(ItemId(item)) {
            by_region.entry(at).or_default().push(Published { item, brief, phones: Vec::new() });
        }
    }
    let region = |at| snapshot.regions().region(at).code.clone();
    let lists = by_region.into_iter();
    lists.map(|(at, publications)| Shelved { region: region(at), publications, places: Vec::new() }).collect()
}

/// The regions that a phone knows by name: all down to the townships, what lies in its own county, and whatever
/// else it takes that a name means there what it means on the server.
fn named(
    table: &RegionTable,
    search: &RegionSearch,
    region: RegionId,
    more: impl Iterator<Item = RegionId>,
) -> BTreeSet<u32> {
    let high = |at: RegionId| table.region(at).level <= Level::Township;
    let county = table.scope(region).find(|&at| table.region(at).level == Level::County);
    let own = |at: RegionId| county.is_some_and(|county| table.scope(at).any(|above| above == county));
    let mut known: BTreeSet<u32> =
        table.iter().map(|(at, _)| at).filter(|&at| high(at) || own(at)).map(|at| at.0).collect();
    for at in std::iter::once(region).chain(more) {
        known.extend(table.scope(at).map(|at| at.0));
    }
    search.complete(&mut known);
    known
}
