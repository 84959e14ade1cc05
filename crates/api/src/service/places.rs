//! Places of a region and of all above it.

use domain::{RegionCode, place::PlaceKind, wire::PlaceList};
use shelf::find_region;

use super::ServiceError;
use crate::live::Live;

/// The places that serve a region, nearest level first; without a region, those of the topmost.
pub fn list_places(
    live: &Live,
    region: Option<&RegionCode>,
    kind: Option<PlaceKind>,
) -> Result<PlaceList, ServiceError> {
    let region = find_region(live, region)?;
    Ok(shelf::list_places(live.snapshot.regions(), region, kind, |at| live.snapshot.places(at))?)
}
