//! Places of a region and of all above it. Nearness is for the device: no coordinates come in.

use domain::{
    RegionCode,
    place::PlaceKind,
    wire::{PlaceList, PlaceView},
};

use super::{ServiceError, regions::brief, scope::Scope};
use crate::live::Live;

/// The most places that are told.
const PLACES: usize = 200;

/// The places that serve a region, nearest level first; without a region, those of the topmost.
pub fn list_places(
    live: &Live,
    region: Option<&RegionCode>,
    kind: Option<PlaceKind>,
) -> Result<PlaceList, ServiceError> {
    let table = live.snapshot.regions();
    let scope = Scope::of(&live.snapshot, region)?;
    let chain = if scope.chain().is_empty() { table.roots().collect() } else { scope.chain().to_vec() };
    let mut items = Vec::new();
    for id in chain {
        let serves = brief(table, id);
        let places = live.snapshot.places(id)?.into_iter().filter(|place| kind.is_none() || place.kind == kind);
        items.extend(places.map(|place| PlaceView { place, region: serves.clone() }));
    }
    items.truncate(PLACES);
    Ok(PlaceList { items })
}
