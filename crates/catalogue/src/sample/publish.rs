//! Which region publishes which items of the sample catalogue.

use domain::{
    Audience, Item, ItemKind, Level, Publication, Region, RegionKind, RegionTable,
    place::{Place, PlaceKind},
    provenance::{Origin, Provenance},
    publication::LocalTerms,
};

use super::Sample;

/// At most so many items at a township: the most popular ones, about as many as real ones publish.
pub const MOST_AT_TOWNSHIP: usize = 40;
/// At most so many items at a village.
pub const MOST_AT_VILLAGE: usize = 20;

/// Calls `add` for every publication, region by region.
pub fn publish(sample: &Sample, regions: &RegionTable, add: &mut impl FnMut(Publication)) {
    for &level in Level::ALL {
        let items = published_at(level, &sample.items);
        for (_, region) in regions.iter().filter(|(_, region)| region.level == level) {
            for item in &items {
                add(publication(item, region, sample));
            }
        }
    }
}

/// The items that regions of a level publish.
fn published_at(level: Level, items: &[Item]) -> Vec<&Item> {
    let mut items: Vec<&Item> = items.iter().filter(|item| item.levels.contains(&level)).collect();
    let most = match level {
        Level::Nation | Level::Province | Level::City | Level::County => items.len(),
        Level::Township => MOST_AT_TOWNSHIP,
        Level::Village => {
            items.retain(|item| village_takes(item));
            MOST_AT_VILLAGE
        }
    };
    items.sort_by(|a, b| b.popularity.cmp(&a.popularity).then_with(|| a.code.cmp(&b.code)));
    items.truncate(most);
    items
}

/// A village takes applications and tells; what needs an official decision stays above.
pub(crate) fn village_takes(item: &Item) -> bool {
    item.kind != ItemKind::License && item.audience.contains(&Audience::Natural)
}

fn publication(item: &Item, region: &Region, sample: &Sample) -> Publication {
    let origin = Origin { date: Some(sample.data_date), ..item.provenance.origin.clone() };
    Publication {
        item: item.code.clone(),
        region: region.code.clone(),
        source_code: None,
        organ: Some(organ_of(item, region)),
        places: vec![place_of(region)],
        consult: vec!["12345".into()],
        complain: vec!["12345".into()],
        terms: LocalTerms::default(),
        provenance: Provenance { origin, ..Provenance::default() },
    }
}

/// The organ: region and department, or the region itself where no department is known to have a house.
pub(crate) fn organ_of(item: &Item, region: &Region) -> String {
    match (region.kind, region.level) {
        (RegionKind::Zone, _) | (_, Level::Township | Level::Village) => region.name.clone(),
        (_, Level::Nation | Level::Province | Level::City | Level::County) => {
            format!("{}{}", region.name, item.department)
        }
    }
}

/// The one place of a region, which says in its name that it is an example.
pub(crate) fn place_of(region: &Region) -> Place {
    Place {
        name: format!("样例办理点（{}）", region.name),
        kind: Some(match region.level {
            Level::Nation | Level::Province | Level::City | Level::County => PlaceKind::Centre,
            Level::Township | Level::Village => PlaceKind::Station,
        }),
        address: None,
        window: None,
        hours: None,
        phones: vec!["12345".into()],
        sample: true,
    }
}
