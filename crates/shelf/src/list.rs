//! A page of results for a citizen's words.

use domain::{
    RegionId, RegionTable,
    terms::ShownLimit,
    wire::{Correction, GuideQuery, RegionBrief, Understood},
};
use search::{Hit, Query};

use crate::{
    NoRegion, Scope, Shelf, ShownHit, ShownPage,
    facets::{Counter, Filters},
    find_region,
    page::ShownSame,
};

/// How many nearest matters stand in for no hits.
const NEAREST: usize = 5;

/// Ranks, filters, groups near-duplicates and cuts out one page.
pub fn list_guides<'a>(shelf: &'a impl Shelf, asked: &GuideQuery) -> Result<ShownPage<'a>, NoRegion> {
    let region = find_region(shelf, asked.region.as_ref())?;
    let (words, named) = place_word(shelf, &asked.q, region);
    // A place that this shelf knows only by name is told, and the words are searched for where the citizen stands.
    let reached = named.filter(|&at| shelf.covers(Some(at)));
    let scope = Scope::new(shelf, reached.or(region));
    let query = shelf.engine().understand(&words);
    let masks = shelf.masks();
    let filters = Filters::new(masks, asked);
    let mut counter = asked.facets.then(|| Counter::new(masks));

    let ranked = shelf.engine().rank(&query, &|doc| scope.has(doc));
    let mut shown_groups: Vec<u32> = Vec::new();
    let mut hits: Vec<Hit> = Vec::new();
    for hit in ranked {
        let group = masks.group_of(hit.doc);
        if group.is_some_and(|group| shown_groups.contains(&group)) {
            continue;
        }
        let failed = filters.failed(masks, &scope, hit.doc);
        if let Some(counter) = &mut counter {
            counter.count(masks, &scope, hit.doc, failed);
        }
        if failed == 0 {
            // Only what is shown hides its near-duplicates; a filtered-out one must not.
            shown_groups.extend(group);
            hits.push(hit);
        }
    }

    let from = (asked.page.saturating_sub(1) as usize).saturating_mul(asked.size as usize);
    let items =
        hits.iter().skip(from).take(asked.size as usize).map(|hit| show_hit(shelf, &scope, &query, hit.doc)).collect();
    let nearest = if hits.is_empty() { nearest(shelf, &scope, &query) } else { Vec::new() };
    Ok(ShownPage {
        total: hits.len() as u32,
        page: asked.page,
        size: asked.size,
        items,
        facets: counter.map(|counter| counter.finish(masks)),
        understood: Understood {
            query: query.shown.clone(),
            region: named.map(|id| region_brief(shelf.regions(), id)),
            elsewhere: (named.is_some() && reached.is_none()).then_some(true),
            dropped: query.dropped.clone(),
            corrected: query.corrected.iter().map(|(from, to)| correction(from, to)).collect(),
        },
        nearest,
        data_date: shelf.data_date(),
    })
}

/// Takes a place word out of the words. A named place that only contains the citizen's own region says nothing new.
fn place_word(shelf: &impl Shelf, text: &str, region: Option<RegionId>) -> (String, Option<RegionId>) {
    let Some((named, range)) = shelf.region_search().in_query(text) else { return (text.to_owned(), None) };
    let rest = [text.get(..range.start).unwrap_or_default(), text.get(range.end..).unwrap_or_default()].concat();
    let inside = region.is_some_and(|own| shelf.regions().scope(own).any(|at| at == named));
    (rest.trim().to_owned(), (!inside).then_some(named))
}

/// The nearest matters of the scope, or of the whole catalogue when the scope has none.
fn nearest<'a, S: Shelf>(shelf: &'a S, scope: &Scope<'a, S>, query: &Query) -> Vec<ShownHit<'a>> {
    let mut found = shelf.engine().nearest(query, &|doc| scope.has(doc), NEAREST);
    if found.is_empty() {
        found = shelf.engine().nearest(query, &|_| true, NEAREST);
    }
    found.into_iter().map(|hit| show_hit(shelf, scope, query, hit.doc)).collect()
}

/// One hit as the citizen sees it: the nearest publication's terms before the item's own.
fn show_hit<'a, S: Shelf>(shelf: &'a S, scope: &Scope<'a, S>, query: &Query, doc: u32) -> ShownHit<'a> {
    let heads = shelf.heads();
    let head = &heads[doc as usize];
    let at = scope.nearest(doc);
    let region = at.as_ref().map(|(id, _)| shelf.regions().region(*id));
    let brief = at.as_ref().map(|(_, brief)| brief);
    // What a region publishes is complete: that it tells no limit is its own word.
    let limit = brief.map_or(head.limit, |brief| brief.limit);
    let same = shelf.masks().group(doc).iter().filter(|&&other| other != doc && scope.has(other));
    ShownHit {
        code: &head.code,
        source_code: &head.source_code,
        name: &head.name,
        plain_name: head.plain_name.as_deref(),
        aliases: &head.aliases,
        department: brief.and_then(|b| b.organ).unwrap_or(&head.department),
        kind: head.kind,
        audience: &head.audience,
        promised_days: limit.and_then(ShownLimit::promised_days),
        limit,
        visits: brief.and_then(|b| b.visits).or(head.visits),
        fee: brief.and_then(|b| b.fee).or(head.fee),
        region: region.map(|r| &r.code),
        // In a region the nearest publication has been found already.
        level: if scope.region().is_some() { region.map(|r| r.level) } else { scope.level(doc) },
        sample: head.sample,
        matched: shelf.engine().explain(query, doc),
        same: same.map(|&other| ShownSame::of(&heads[other as usize])).collect(),
    }
}

fn correction(from: &str, to: &str) -> Correction {
    Correction { from: from.to_owned(), to: to.to_owned() }
}

/// A region with its parents' names.
pub fn region_brief(table: &RegionTable, id: RegionId) -> RegionBrief {
    let region = table.region(id);
    RegionBrief {
        code: region.code.clone(),
        name: region.name.clone(),
        full_name: table.full_name(id),
        kind: region.kind,
        level: region.level,
        parent: region.parent.clone(),
    }
}
