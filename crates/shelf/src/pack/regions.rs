//! The regions that a pack knows by name.

use std::collections::BTreeMap;

use domain::{Level, Region, RegionCode, RegionKind, RegionTable};

use crate::bytes::{In, Out};

/// Stands beside the kind of a region of which something right below is not known here.
const PARTLY: u8 = 1 << 6;

/// Writes regions in the order of their table, so parents first, and whether all that is right below each is there.
pub(super) fn write(regions: &[Region], whole: &[bool], out: &mut Out) {
    out.number(regions.len() as u32);
    let mut last = "";
    for region in regions {
        out.after(last, region.code.as_str());
        last = region.code.as_str();
    }
    regions.iter().for_each(|region| out.text(&region.name));
    for (at, region) in regions.iter().enumerate() {
        let kind = RegionKind::ALL.iter().position(|kind| *kind == region.kind).unwrap_or_default();
        let partly = if whole.get(at) == Some(&true) { 0 } else { PARTLY };
        out.0.push(partly | (kind as u8) << 3 | region.level.number());
    }
    let places: BTreeMap<&RegionCode, usize> = regions.iter().enumerate().map(|(at, r)| (&r.code, at)).collect();
    for (at, region) in regions.iter().enumerate() {
        let parent = region.parent.as_ref().and_then(|code| places.get(code));
        // A parent stands before its child: how far is small and often the same as for the child before.
        out.number(parent.map_or(0, |&parent| at.saturating_sub(parent)) as u32);
    }
}

/// Reads the table, in whose order regions stand, and which of them are whole.
pub(super) fn read(from: &mut In<'_>) -> Option<(RegionTable, Vec<bool>)> {
    let count = from.count()?;
    let mut codes: Vec<String> = Vec::with_capacity(count);
    for at in 0..count {
        let last = at.checked_sub(1).and_then(|last| codes.get(last)).map_or("", String::as_str);
        codes.push(from.after(last)?);
    }
    let codes: Vec<RegionCode> = codes.iter().map(|code| RegionCode::parse(code).ok()).collect::<Option<_>>()?;
    let names: Vec<&str> = (0..count).map(|_| from.text()).collect::<Option<_>>()?;
    let kinds = from.take(count)?;
    let mut regions = Vec::with_capacity(count);
    for (at, ((code, name), kind)) in codes.iter().zip(names).zip(kinds).enumerate() {
        let parent = match from.number()? as usize {
            0 => None,
            back => Some(codes.get(at.checked_sub(back)?)?.clone()),
        };
        regions.push(Region {
            code: code.clone(),
            name: name.to_owned(),
            kind: *RegionKind::ALL.get(usize::from((kind & !PARTLY) >> 3))?,
            level: Level::from_number(kind & 7)?,
            parent,
        });
    }
    if !regions.is_sorted_by(|a, b| (a.level, &a.code) < (b.level, &b.code)) {
        return None;
    }
    Some((RegionTable::of_sorted(regions).ok()?, kinds.iter().map(|kind| kind & PARTLY == 0).collect()))
}
