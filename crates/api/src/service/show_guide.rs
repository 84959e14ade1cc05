//! A guide as it holds in one region: the item's guide with the nearest publication's own terms.

use catalogue::snapshot::ItemId;
use domain::{
    Item, ItemCode, Publication, RegionCode, RegionId,
    place::Place,
    publication::LocalTerms,
    wire::{GuideDetail, PublicationView, RegionBrief},
};

use shelf::{Scope, region_brief as brief};

use super::ServiceError;
use crate::live::Live;

/// Finds the guide by our code or the source's, and the publication that is nearest to the citizen.
pub fn show_guide(live: &Live, code: &ItemCode, region: Option<&RegionCode>) -> Result<GuideDetail, ServiceError> {
    let scope = Scope::of(live, region)?;
    let id = live.snapshot.find_item(code).ok_or(ServiceError::NotFound("没有这个事项代码的指南。"))?;
    let item = live.snapshot.item(id)?;
    let publication = match scope.nearest(id.0) {
        Some((at, _)) => live.snapshot.publication(id, at)?.map(|publication| (at, publication)),
        None => None,
    };
    let also_at = also_at(live, &scope, id, publication.as_ref().map(|(at, _)| *at));
    let places = match &publication {
        Some((at, publication)) => places(live, *at, publication)?,
        None => Vec::new(),
    };
    Ok(detail(live, item, publication, places, also_at))
}

/// Other levels of the scope that publish the item, nearest first.
fn also_at(live: &Live, scope: &Scope<'_, Live>, item: ItemId, shown: Option<RegionId>) -> Vec<RegionBrief> {
    let others = scope.chain().iter().filter(|&&at| Some(at) != shown && live.snapshot.is_published(at, item));
    others.map(|&at| brief(live.snapshot.regions(), at)).collect()
}

/// The publication's own places, or else those that serve its region.
fn places(live: &Live, at: RegionId, publication: &Publication) -> Result<Vec<Place>, ServiceError> {
    if publication.places.is_empty() { Ok(live.snapshot.places(at)?) } else { Ok(publication.places.clone()) }
}

fn detail(
    live: &Live,
    item: Item,
    publication: Option<(RegionId, Publication)>,
    places: Vec<Place>,
    also_at: Vec<RegionBrief>,
) -> GuideDetail {
    let terms = publication.as_ref().map_or_else(LocalTerms::default, |(_, p)| p.terms.clone());
    let guide = terms.apply(&item.guide);
    let publication = publication.map(|(at, own)| view(brief(live.snapshot.regions(), at), own, places));
    GuideDetail {
        code: item.code,
        source_code: item.source_code,
        name: item.name,
        plain_name: item.plain_name,
        aliases: item.aliases,
        department: item.department,
        kind: item.kind,
        audience: item.audience,
        themes: item.themes,
        summary: guide.summary,
        scenario: guide.scenario,
        publication,
        also_at,
        handling: guide.handling,
        limits: guide.limits,
        visits: guide.visits,
        visits_note: guide.visits_note,
        fee: guide.fee,
        channels: guide.channels,
        online_url: guide.online_url,
        area: guide.area,
        conditions: guide.conditions,
        steps: guide.steps,
        materials: guide.materials,
        path: guide.path,
        red_lines: guide.red_lines,
        basis: guide.basis,
        faq: guide.faq,
        result: guide.result,
        if_refused: guide.if_refused,
        provenance: item.provenance,
        sample: item.sample,
        data_date: live.snapshot.meta().data_date,
    }
}

fn view(region: RegionBrief, own: Publication, places: Vec<Place>) -> PublicationView {
    let mut hours: Vec<&String> = places.iter().filter_map(|place| place.hours.as_ref()).collect();
    hours.dedup();
    // Hours stand above the places only when every place has the same.
    let shared = match hours.as_slice() {
        [all] if places.iter().all(|place| place.hours.is_some()) => Some((*all).clone()),
        _ => None,
    };
    PublicationView {
        region,
        source_code: own.source_code,
        organ: own.organ,
        hours: shared,
        places,
        phones: own.consult,
        complain_phones: own.complain,
        provenance: own.provenance,
    }
}
