//! What pages read of guides and regions, from whichever host they are written on.

use domain::{ItemCode, RegionCode};

use crate::{
    Matter,
    lean::{self, Hits, Lean},
};
use sheet::{Got, Places, Texts, address};

/// A host's guides, beside its regions.
pub trait Guides: Places {
    /// A matter as it holds in a region.
    fn matter(&self, code: &ItemCode, region: Option<&RegionCode>) -> Got<Matter>;
    /// Matters that fit some words, best first.
    fn find(&self, words: &str, region: Option<&RegionCode>) -> Got<Vec<Found>>;
}

/// A matter in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Our code.
    pub code: ItemCode,
    /// The official name.
    pub name: String,
    /// What people call it.
    pub plain_name: Option<String>,
    /// Sample content.
    pub sample: bool,
}

impl Guides for Texts {
    fn matter(&self, code: &ItemCode, region: Option<&RegionCode>) -> Got<Matter> {
        let address = address(&["/guides/", code.as_str()].concat(), &[("region", text(region))]);
        read(self.at(address))
    }

    fn find(&self, words: &str, region: Option<&RegionCode>) -> Got<Vec<Found>> {
        read::<Hits>(self.at(address("/guides", &[("q", words), ("region", text(region))])))
            .and_then(|hits| Some(hits.items))
    }
}

fn read<T: Lean>(got: Got<&str>) -> Got<T> {
    got.and_then(|text| lean::read(text.as_bytes()))
}

fn text(region: Option<&RegionCode>) -> &str {
    region.map_or("", RegionCode::as_str)
}
