//! Places of a region and of all above it. Nearness is for the device: no coordinates come in.

use domain::{
    RegionId, RegionTable,
    place::{Place, PlaceKind},
    wire::{PlaceList, PlaceView},
};

use crate::region_brief;

/// The most places that are told.
const PLACES: usize = 200;

/// The places that serve a region, nearest level first; without a region, those of the topmost. `places` reads those
/// of exactly one region.
pub fn list_places<E>(
    table: &RegionTable,
    region: Option<RegionId>,
    kind: Option<PlaceKind>,
    mut places: impl FnMut(RegionId) -> Result<Vec<Place>, E>,
) -> Result<PlaceList, E> {
    let chain: Vec<RegionId> = match region {
        Some(region) => table.scope(region).collect(),
        None => table.roots().collect(),
    };
    let mut items = Vec::new();
    for id in chain {
        let serves = region_brief(table, id);
        let wanted = places(id)?.into_iter().filter(|place| kind.is_none() || place.kind == kind);
        items.extend(wanted.map(|place| PlaceView { place, region: serves.clone() }));
    }
    items.truncate(PLACES);
    Ok(PlaceList { items })
}
