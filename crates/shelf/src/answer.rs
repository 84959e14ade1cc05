//! Answers addresses of the API from a pack, with the text that the server would send.

use domain::{RegionCode, wire::FieldProblem};
use search::RegionSearch;

use crate::{
    NoRegion, Pack, Shelf, ask, find_region, find_regions,
    json::{Contact, to_json},
    list_guides, list_places, list_regions, region_brief, show_region, suggest,
};

/// What a phone says to an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The server's JSON text.
    Body(String),
    /// Wrong values: the server would answer 422 with these fields.
    Refused(Vec<FieldProblem>),
    /// Only the server knows.
    NotHere,
}

/// Answers an address without `/api/v1`: `/guides?q=…&region=…`, `/suggest?q=…`, `/places?region=…`, `/regions?q=…`,
/// `/regions/{code}`.
///
/// One address is the phone's own: `/contacts/{code}` tells whom to ring about an item whose guide was never read
/// here: `{code, name, organ, region, phones}` of the nearest publication.
pub fn answer(pack: &Pack, address: &str) -> Answer {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let found = match path {
        "/guides" => guides(pack, query),
        "/suggest" => suggestions(pack, query),
        "/places" => places(pack, query),
        "/regions" => regions(pack, query),
        _ => match (path.strip_prefix("/contacts/"), path.strip_prefix("/regions/")) {
            (Some(code), _) => Ok(contact(pack, code)),
            (_, Some(code)) => Ok(region(pack, code)),
            _ => return Answer::NotHere,
        },
    };
    match found {
        Ok(body) => body.map_or(Answer::NotHere, Answer::Body),
        Err(fields) => Answer::Refused(fields),
    }
}

type Found = Result<Option<String>, Vec<FieldProblem>>;

fn guides(pack: &Pack, query: &str) -> Found {
    let asked = ask::guide_query(query)?;
    Ok(covered(pack, asked.region.as_ref()).and_then(|()| list_guides(pack, &asked).ok()).map(|page| to_json(&page)))
}

fn suggestions(pack: &Pack, query: &str) -> Found {
    let asked = ask::suggest_query(query)?;
    let region = asked.region.as_ref();
    Ok(covered(pack, region).and_then(|()| suggest(pack, &asked.q, region).ok()).map(|found| to_json(&found)))
}

fn places(pack: &Pack, query: &str) -> Found {
    let asked = ask::place_query(query)?;
    let region = asked.region.as_ref().and_then(|code| pack.regions().find(code));
    let found = list_places(pack.regions(), region, asked.kind, |at| pack.places(at).ok_or(()));
    // Of a region that is not known here nothing is told; of the topmost only when all of them are here.
    let known = asked.region.is_none() || region.is_some();
    Ok(found.ok().filter(|_| known).map(|places| to_json(&places)))
}

/// What words found of the regions known here: all but the villages of other counties. Who finds none of them may mean
/// one of those, and only the server knows.
fn regions(pack: &Pack, query: &str) -> Found {
    let asked = ask::region_query(query)?;
    let table = pack.regions();
    let found = match (&asked.q, &asked.parent) {
        (Some(words), _) => {
            // Somebody moves once a year: letters and codes of all names are worked out when they are asked for.
            let found = find_regions(table, &RegionSearch::build(table, pack.engine().words()), words);
            Some(found).filter(|found| !found.items.is_empty())
        }
        (None, Some(code)) => pack.whole(code).map(|parent| list_regions(table, table.children(parent))),
        (None, None) => Some(list_regions(table, table.roots())),
    };
    Ok(found.map(|found| to_json(&found)))
}

/// A region and what is right below it, when all of that is known.
fn region(pack: &Pack, code: &str) -> Option<String> {
    let id = pack.whole(&RegionCode::parse(code).ok()?)?;
    Some(to_json(&show_region(pack.regions(), id)))
}

fn contact(pack: &Pack, code: &str) -> Option<String> {
    let heads = pack.heads();
    let at = heads.binary_search_by(|head| head.code.as_str().cmp(code)).ok()?;
    let head = heads.get(at)?;
    let (region, brief, phones) = pack.contact(at as u32)?;
    Some(to_json(&Contact {
        code: head.code.clone(),
        name: head.name.clone(),
        organ: brief.organ.map(str::to_owned),
        region: region_brief(pack.regions(), region),
        phones: phones.to_vec(),
    }))
}

/// Whether the pack holds everything that a list for this region shows.
fn covered(pack: &Pack, region: Option<&RegionCode>) -> Option<()> {
    let region: Result<_, NoRegion> = find_region(pack, region);
    pack.covers(region.ok()?).then_some(())
}
