//! What regions publish: sorted lists of items, and beside them what a result line needs.

use std::collections::BTreeMap;

use domain::{Region, RegionId, terms::ShownLimit};

use super::{
    List, Published, Row, Shelved,
    heads::{read_terms, terms},
};
use crate::{
    ItemHead,
    bytes::{In, Out},
};

/// Lists and the organs that they name.
pub(super) struct Lists {
    pub organs: Vec<String>,
    pub lists: Vec<List>,
}

/// As the item itself says.
const AS_ITEM: u32 = 0;
/// Not published.
const UNKNOWN: u32 = 1;
/// The organ of the publication before it in the same list that has the same department.
const AS_BEFORE: u32 = 1;
/// An organ that was not named yet.
const NEW: u32 = 2;
/// How phones follow.
const PHONES_AS_BEFORE: u8 = 0;
const PHONES_NEW: u8 = 1;

/// Writes lists; organs that several lists name are written once.
pub(super) fn write(shelves: &[Shelved<'_>], heads: &[ItemHead], regions: &[Region], out: &mut Out) {
    let mut organs: Vec<&str> = Vec::new();
    for shelved in shelves {
        let region = regions.iter().position(|region| region.code == shelved.region).unwrap_or_default();
        out.number(region as u32);
        let publications = &shelved.publications;
        out.number(publications.len() as u32);
        let mut next = 0;
        for publication in publications {
            out.number(publication.item - next);
            next = publication.item + 1;
        }
        write_organs(publications, heads, &mut organs, out);
        for (publication, head) in with_heads(publications, heads) {
            out.number(change(bits(publication.brief.limit), bits(head.limit)));
        }
        for (publication, head) in with_heads(publications, heads) {
            out.number(change(publication.brief.visits.map(u32::from), head.visits.map(u32::from)));
        }
        for (publication, head) in with_heads(publications, heads) {
            let own = terms(publication.brief.fee, publication.brief.channels);
            out.0.push(own ^ terms(head.fee, head.channels));
        }
        let mut last: &[String] = &[];
        for publication in publications {
            let same = publication.phones == last;
            out.0.push(if same { PHONES_AS_BEFORE } else { PHONES_NEW });
            if !same {
                out.texts(&publication.phones);
                last = &publication.phones;
            }
        }
    }
}

fn with_heads<'a>(
    publications: &'a [Published<'a>],
    heads: &'a [ItemHead],
) -> impl Iterator<Item = (&'a Published<'a>, &'a ItemHead)> {
    publications.iter().filter_map(|publication| Some((publication, heads.get(publication.item as usize)?)))
}

fn write_organs<'a>(
    publications: &'a [Published<'_>],
    heads: &'a [ItemHead],
    organs: &mut Vec<&'a str>,
    out: &mut Out,
) {
    let mut by_department: BTreeMap<&str, &str> = BTreeMap::new();
    for (publication, head) in with_heads(publications, heads) {
        let Some(organ) = publication.brief.organ else {
            out.number(0);
            continue;
        };
        if by_department.insert(&head.department, organ) == Some(organ) {
            out.number(AS_BEFORE);
            continue;
        }
        match organs.iter().position(|known| *known == organ) {
            Some(at) => out.number(NEW + 1 + at as u32),
            None => {
                out.number(NEW);
                out.text(organ);
                organs.push(organ);
            }
        }
    }
}

fn bits(limit: Option<ShownLimit>) -> Option<u32> {
    limit.map(|limit| limit.to_bits().into())
}

fn change(own: Option<u32>, item: Option<u32>) -> u32 {
    match own {
        same if same == item => AS_ITEM,
        None => UNKNOWN,
        Some(own) => own + 2,
    }
}

fn read_change(from: &mut In<'_>, item: Option<u32>) -> Option<Option<u32>> {
    Some(match from.number()? {
        AS_ITEM => item,
        UNKNOWN => None,
        own => Some(own - 2),
    })
}

/// Reads the lists of some of so many regions.
pub(super) fn read(from: &mut In<'_>, count: usize, heads: &[ItemHead], regions: usize) -> Option<Lists> {
    let mut organs = Vec::new();
    let lists = (0..count).map(|_| read_list(from, heads, regions, &mut organs)).collect::<Option<_>>()?;
    Some(Lists { organs, lists })
}

fn read_list(from: &mut In<'_>, heads: &[ItemHead], regions: usize, organs: &mut Vec<String>) -> Option<List> {
    let region = from.number().filter(|&region| (region as usize) < regions).map(RegionId)?;
    let count = from.count()?;
    let mut items = Vec::with_capacity(count);
    let mut next = 0_u32;
    for _ in 0..count {
        let item = next.checked_add(from.number()?)?;
        heads.get(item as usize)?;
        items.push(item);
        next = item.checked_add(1)?;
    }
    let head = |item: u32| heads.get(item as usize);
    // The departments so far and their last organs; that of the item before stands last.
    let mut by_department: Vec<(&str, u32)> = Vec::new();
    let mut rows: Vec<Row> = Vec::with_capacity(count);
    for &item in &items {
        let department = head(item)?.department.as_str();
        let before = by_department.iter().rposition(|(known, _)| *known == department);
        let organ = match from.number()? {
            0 => None,
            AS_BEFORE => Some(by_department.get(before?)?.1),
            NEW => {
                organs.push(from.text()?.to_owned());
                Some(organs.len() as u32 - 1)
            }
            known => Some(known - NEW - 1).filter(|&known| (known as usize) < organs.len()),
        };
        if let Some(organ) = organ {
            before.map(|before| by_department.swap_remove(before));
            by_department.push((department, organ));
        }
        rows.push(Row { organ, limit: None, visits: None, fee: None, channels: Default::default() });
    }
    for (row, &item) in rows.iter_mut().zip(&items) {
        row.limit = match read_change(from, bits(head(item)?.limit))? {
            Some(limit) => Some(ShownLimit::from_bits(limit.try_into().ok()?)?),
            None => None,
        };
    }
    for (row, &item) in rows.iter_mut().zip(&items) {
        let visits = read_change(from, head(item)?.visits.map(u32::from))?;
        row.visits = visits.map(u8::try_from).transpose().ok()?;
    }
    for (row, &item) in rows.iter_mut().zip(&items) {
        let head = head(item)?;
        (row.fee, row.channels) = read_terms(from.byte()? ^ terms(head.fee, head.channels))?;
    }
    let mut phones = Vec::new();
    for at in 0..count {
        if from.byte()? == PHONES_NEW {
            phones.push((at as u32, from.texts()?));
        }
    }
    Some(List { region, items, rows, phones, places: Vec::new() })
}
