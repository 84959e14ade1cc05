//! Answers addresses of the API from a pack, with the text that the server would send.

use domain::wire::FieldProblem;

use crate::{
    NoRegion, Pack, Shelf, ask, find_region,
    json::{Contact, to_json},
    list_guides, list_places, region_brief, suggest,
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

/// Answers an address without `/api/v1`: `/guides?q=…&region=…`, `/suggest?q=…`, `/places?region=…`.
///
/// One address is the phone's own: `/contacts/{code}` tells whom to ring about an item whose guide was never read
/// here: `{code, name, organ, region, phones}` of the nearest publication.
pub fn answer(pack: &Pack, address: &str) -> Answer {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let found = match path {
        "/guides" => guides(pack, query),
        "/suggest" => suggestions(pack, query),
        "/places" => places(pack, query),
        _ => match path.strip_prefix("/contacts/") {
            Some(code) => Ok(contact(pack, code)),
            None => return Answer::NotHere,
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
fn covered(pack: &Pack, region: Option<&domain::RegionCode>) -> Option<()> {
    let region: Result<_, NoRegion> = find_region(pack, region);
    pack.covers(region.ok()?).then_some(())
}
