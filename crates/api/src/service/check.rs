//! The pages of the check of papers and of benefits, written in the server's own process.

use bag::{
    Matter,
    pages::{Found, Got, Guides, Page, Place, Places, Turn, turn},
};
use domain::{
    ItemCode, RegionCode,
    wire::{GuideQuery, RegionDetail},
};
use portal::backend::Fragment;

use super::{ServiceError, show_guide, show_region};
use crate::{clock, live::Live, problem::internal};

/// Answers a form that was sent to a path, or the query string of an address.
pub fn answer(live: &Live, path: &str, form: &str) -> Turn {
    if path.starts_with(purse::pages::PATH) {
        return purse::turn(live.snapshot.book(), &Served(live), path, form, clock::today());
    }
    turn(live.snapshot.world(), &Served(live), path, form, clock::today())
}

/// The page of an address, for a citizen of a region.
pub fn page(live: &Live, address: &str, region: Option<&str>) -> Fragment {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let names_one = query.split('&').any(|field| field.starts_with("region=") && field.len() > "region=".len());
    let form = match region.filter(|_| !names_one) {
        Some(region) => [query, "&region=", region].concat(),
        None => query.to_owned(),
    };
    match answer(live, path, &form) {
        Turn::Page(page) => fragment(page),
        // A file is for forms, and a server has nothing to wait for.
        Turn::File(_) | Turn::Needs(_) => Fragment::default(),
    }
}

/// A page as the portal shows it.
pub fn fragment(Page { title, html, found, hidden }: Page) -> Fragment {
    Fragment { title, html, found, hidden }
}

/// What is served, as pages read it.
struct Served<'a>(&'a Live);

impl Guides for Served<'_> {
    fn matter(&self, code: &ItemCode, region: Option<&RegionCode>) -> Got<Matter> {
        got(show_guide(self.0, code, region).map(|guide| Matter::from(&guide)))
    }

    fn find(&self, words: &str, region: Option<&RegionCode>) -> Got<Vec<Found>> {
        let query = GuideQuery { q: words.to_owned(), region: region.cloned(), ..GuideQuery::default() };
        let found = shelf::list_guides(self.0, &query).map_err(ServiceError::from);
        got(found.map(|page| {
            let hits = page.items.iter().map(|hit| Found {
                code: hit.code.clone(),
                name: hit.name.to_owned(),
                plain_name: hit.plain_name.map(str::to_owned),
                sample: hit.sample,
            });
            hits.collect()
        }))
    }
}

impl Places for Served<'_> {
    fn place(&self, code: &RegionCode) -> Got<Place> {
        let place = |RegionDetail { region, .. }| Place {
            code: region.code,
            full_name: region.full_name,
            parent: region.parent,
        };
        got(show_region(self.0, code).map(place))
    }
}

fn got<T>(answer: Result<T, ServiceError>) -> Got<T> {
    match answer {
        Ok(value) => Got::Here(value),
        Err(ServiceError::NotFound(_) | ServiceError::NoRegion(_)) => Got::Nowhere,
        Err(ServiceError::Snapshot(cause)) => {
            internal(cause);
            Got::Unreachable
        }
    }
}
