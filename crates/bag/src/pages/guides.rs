//! What pages read of guides and regions, from whichever host they are written on.

use std::collections::BTreeMap;

use domain::{ItemCode, RegionCode};

use super::form::address;
use crate::{
    Matter,
    lean::{self, Hits, Lean, PlaceText},
};

/// What asking for something comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Got<T> {
    /// Here it is.
    Here(T),
    /// There is no such thing.
    Nowhere,
    /// It could not be had: no network, or a server in trouble.
    Unreachable,
    /// It must be fetched from this address of the API first.
    Ask(String),
}

impl<T> Got<T> {
    fn map<U>(self, with: impl FnOnce(T) -> U) -> Got<U> {
        match self {
            Self::Here(value) => Got::Here(with(value)),
            Self::Nowhere => Got::Nowhere,
            Self::Unreachable => Got::Unreachable,
            Self::Ask(address) => Got::Ask(address),
        }
    }
}

/// A host's guides and regions.
pub trait Guides {
    /// A matter as it holds in a region.
    fn matter(&self, code: &ItemCode, region: Option<&RegionCode>) -> Got<Matter>;
    /// Matters that fit some words, best first.
    fn find(&self, words: &str, region: Option<&RegionCode>) -> Got<Vec<Found>>;
    /// A region with its parent.
    fn place(&self, code: &RegionCode) -> Got<Place>;
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

/// A region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its code.
    pub code: RegionCode,
    /// Its name with those of its parents.
    pub full_name: String,
    /// The region above.
    pub parent: Option<RegionCode>,
}

/// Answers of the API, as a device reads them.
#[derive(Debug, Clone, Default)]
pub struct Texts(BTreeMap<String, Option<Option<String>>>);

impl Texts {
    /// Takes an answer with its status.
    pub fn give(&mut self, address: String, status: u16, text: &str) {
        let kept = match status {
            200..=299 => Some(Some(text.to_owned())),
            404 | 422 => Some(None),
            _ => None,
        };
        self.0.insert(address, kept);
    }

    /// Forgets what could not be had, so that it is asked for again.
    pub fn retry(&mut self) {
        self.0.retain(|_, kept| kept.is_some());
    }

    fn read<T: Lean>(&self, address: String) -> Got<T> {
        match self.0.get(&address) {
            None => Got::Ask(address),
            Some(None) => Got::Unreachable,
            Some(Some(None)) => Got::Nowhere,
            Some(Some(Some(text))) => lean::read(text.as_bytes()).map_or(Got::Unreachable, Got::Here),
        }
    }
}

impl Guides for Texts {
    fn matter(&self, code: &ItemCode, region: Option<&RegionCode>) -> Got<Matter> {
        let address = address(&["/guides/", code.as_str()].concat(), &[("region", text(region))]);
        self.read(address)
    }

    fn find(&self, words: &str, region: Option<&RegionCode>) -> Got<Vec<Found>> {
        self.read::<Hits>(address("/guides", &[("q", words), ("region", text(region))])).map(|hits| hits.items)
    }

    fn place(&self, code: &RegionCode) -> Got<Place> {
        self.read::<PlaceText>(["/regions/", code.as_str()].concat()).map(Place::from)
    }
}

fn text(region: Option<&RegionCode>) -> &str {
    region.map_or("", RegionCode::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_had_is_asked_for_again_and_what_is_not_there_is_not() {
        let region = RegionCode::parse("210102").unwrap();
        let mut texts = Texts::default();
        let asked = "/regions/210102000000".to_owned();
        assert_eq!(texts.place(&region), Got::Ask(asked.clone()));
        texts.give(asked.clone(), 0, "");
        assert_eq!(texts.place(&region), Got::Unreachable);
        texts.retry();
        assert_eq!(texts.place(&region), Got::Ask(asked.clone()));
        texts.give(asked, 404, "{}");
        texts.retry();
        assert_eq!(texts.place(&region), Got::Nowhere);
    }
}
