//! A page of results for a citizen's words.

use domain::{
    RegionId,
    wire::{Correction, GuideHit, GuidePage, GuideQuery, SameItem, Understood},
};
use search::{Hit, Query};

use super::{
    ServiceError,
    facets::{Counter, Filters},
    regions::brief,
    scope::{Scope, find_region},
};
use crate::live::Live;

/// How many nearest matters stand in for no hits.
const NEAREST: usize = 5;

/// Ranks, filters, groups near-duplicates and cuts out one page.
pub fn list_guides(live: &Live, asked: &GuideQuery) -> Result<GuidePage, ServiceError> {
    let region = find_region(&live.snapshot, asked.region.as_ref())?;
    let (words, named) = place_word(live, &asked.q, region);
    let scope = Scope::new(&live.snapshot, named.or(region));
    let query = live.engine.understand(&words);
    let filters = Filters::new(live, asked);
    let mut counter = asked.facets.then(|| Counter::new(live));

    let ranked = live.engine.rank(&query, &|doc| scope.has(doc));
    let mut shown_groups: Vec<u32> = Vec::new();
    let mut hits: Vec<Hit> = Vec::new();
    for hit in ranked {
        let group = live.masks.group_of(hit.doc);
        if group.is_some_and(|group| shown_groups.contains(&group)) {
            continue;
        }
        let failed = filters.failed(live, &scope, hit.doc);
        if let Some(counter) = &mut counter {
            counter.count(live, &scope, hit.doc, failed);
        }
        if failed == 0 {
            // Only what is shown hides its near-duplicates; a filtered-out one must not.
            shown_groups.extend(group);
            hits.push(hit);
        }
    }

    let from = (asked.page.saturating_sub(1) as usize).saturating_mul(asked.size as usize);
    let items: Vec<GuideHit> =
        hits.iter().skip(from).take(asked.size as usize).map(|hit| show_hit(live, &scope, &query, hit.doc)).collect();
    let nearest = if hits.is_empty() { nearest(live, &scope, &query) } else { Vec::new() };
    Ok(GuidePage {
        total: hits.len() as u32,
        page: asked.page,
        size: asked.size,
        items,
        facets: counter.map(|counter| counter.finish(live)),
        understood: understood(live, &query, named),
        nearest,
        data_date: live.snapshot.meta().data_date,
    })
}

/// Takes a place word out of the words. A named place that only contains the citizen's own region says nothing new.
fn place_word(live: &Live, text: &str, region: Option<RegionId>) -> (String, Option<RegionId>) {
    let Some((named, range)) = live.region_search.in_query(text) else { return (text.to_owned(), None) };
    let rest = [text.get(..range.start).unwrap_or_default(), text.get(range.end..).unwrap_or_default()].concat();
    let inside = region.is_some_and(|own| live.snapshot.regions().scope(own).any(|at| at == named));
    (rest.trim().to_owned(), (!inside).then_some(named))
}

/// The nearest matters of the scope, or of the whole snapshot when the scope has none.
fn nearest(live: &Live, scope: &Scope<'_>, query: &Query) -> Vec<GuideHit> {
    let mut found = live.engine.nearest(query, &|doc| scope.has(doc), NEAREST);
    if found.is_empty() {
        found = live.engine.nearest(query, &|_| true, NEAREST);
    }
    found.into_iter().map(|hit| show_hit(live, scope, query, hit.doc)).collect()
}

/// One hit as the citizen sees it: the nearest publication's terms before the item's own.
fn show_hit(live: &Live, scope: &Scope<'_>, query: &Query, doc: u32) -> GuideHit {
    let heads = live.snapshot.heads();
    let head = &heads[doc as usize];
    let at = scope.nearest(doc);
    let region = at.as_ref().map(|(id, _)| live.snapshot.regions().region(*id));
    let brief = at.as_ref().map(|(_, brief)| brief);
    let same = live.masks.group(doc).iter().filter(|&&other| other != doc && scope.has(other));
    GuideHit {
        code: head.code.clone(),
        source_code: head.source_code.clone(),
        name: head.name.clone(),
        plain_name: head.plain_name.clone(),
        aliases: head.aliases.clone(),
        department: brief.and_then(|b| b.organ).unwrap_or(&head.department).to_owned(),
        kind: head.kind,
        audience: head.audience.clone(),
        promised_days: brief.and_then(|b| b.promised_days).or(head.promised_days),
        visits: brief.and_then(|b| b.visits).or(head.visits),
        fee: brief.and_then(|b| b.fee).or(head.fee),
        region: region.map(|r| r.code.clone()),
        level: scope.level(doc),
        sample: head.sample,
        matched: live.engine.explain(query, doc),
        same: same
            .map(|&other| &heads[other as usize])
            .map(|o| SameItem { code: o.code.clone(), source_code: o.source_code.clone(), name: o.name.clone() })
            .collect(),
    }
}

fn understood(live: &Live, query: &Query, named: Option<RegionId>) -> Understood {
    Understood {
        query: query.shown.clone(),
        region: named.map(|id| brief(live.snapshot.regions(), id)),
        dropped: query.dropped.clone(),
        corrected: query.corrected.iter().map(|(from, to)| Correction { from: from.clone(), to: to.clone() }).collect(),
    }
}
