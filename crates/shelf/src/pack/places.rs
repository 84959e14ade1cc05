//! The places of a region.

use domain::place::{Place, PlaceKind};

use crate::bytes::{In, Out};

/// Writes the places of one region.
pub(super) fn write(places: &[Place], out: &mut Out) {
    out.number(places.len() as u32);
    for place in places {
        let kind = place.kind.and_then(|kind| PlaceKind::ALL.iter().position(|known| *known == kind));
        out.0.push(kind.map_or(0, |kind| kind as u8 + 1) << 1 | u8::from(place.sample));
        out.text(&place.name);
        [&place.address, &place.window, &place.hours].iter().for_each(|text| out.maybe(text.as_deref()));
        out.texts(&place.phones);
    }
}

/// Reads the places of one region.
pub(super) fn read(from: &mut In<'_>) -> Option<Vec<Place>> {
    let count = from.count()?;
    (0..count).map(|_| read_place(from)).collect()
}

fn read_place(from: &mut In<'_>) -> Option<Place> {
    let head = from.byte()?;
    let kind = match usize::from(head >> 1) {
        0 => None,
        kind => Some(*PlaceKind::ALL.get(kind - 1)?),
    };
    Some(Place {
        kind,
        sample: head & 1 == 1,
        name: from.text()?.to_owned(),
        address: from.maybe()?.map(str::to_owned),
        window: from.maybe()?.map(str::to_owned),
        hours: from.maybe()?.map(str::to_owned),
        phones: from.texts()?,
    })
}
