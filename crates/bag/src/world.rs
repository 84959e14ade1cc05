//! Everything that verdicts are made from, as one file of bytes that server and phone open alike.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    bundles::Bundle,
    calendar::{CalendarProblem, CalendarYear, WorkCalendar},
    papers::{BookProblem, Placed, Rulebook, RulebookSource},
    sum::sha256,
};
use serde::{Deserialize, Serialize};

use crate::{Matter, lean};

/// What the bytes begin with: a name and the version of the format.
const MAGIC: &[u8; 8] = b"BSPAPER\x01";
/// Where the content begins, behind magic and checksum.
const BODY: usize = MAGIC.len() + 32;

/// The parts as people write them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorldSource {
    /// Questions, papers, proofs and rules.
    pub rules: RulebookSource,
    /// Events of several matters.
    pub bundles: Vec<Bundle>,
    /// Holidays and working weekends.
    pub calendar: Vec<CalendarYear>,
    /// The date of the data.
    pub data_date: NaiveDate,
}

/// The parts, checked and ready to be asked.
#[derive(Debug, Clone)]
pub struct World {
    book: Rulebook,
    bundles: Vec<Bundle>,
    calendar: WorkCalendar,
    data_date: NaiveDate,
    /// Names that were placed beforehand.
    placed: BTreeMap<String, Placed>,
}

/// Why bytes or parts are no world.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WorldError {
    /// The bytes begin like another file, or another version of this one.
    #[error("these bytes are no pack of papers of this version")]
    Foreign,
    /// The bytes are not those that were written.
    #[error("the pack of papers is damaged")]
    Damaged,
    /// The content cannot be read, or not be written.
    #[error("the pack of papers has no content that can be read")]
    Content,
    /// The rules contradict themselves.
    #[error("the rules are wrong: {0:?}")]
    Rules(Vec<BookProblem>),
    /// The calendar contradicts itself.
    #[error("the calendar is wrong: {0:?}")]
    Calendar(Vec<CalendarProblem>),
}

impl WorldSource {
    /// The bytes that [`World::open`] reads; the same parts give the same bytes.
    ///
    /// The content is JSON: some of its types say in a field what they are, which only a format that
    /// names its fields can read back, and the phone reads JSON for the guides anyway.
    pub fn to_bytes(&self) -> Result<Vec<u8>, WorldError> {
        let body = serde_json::to_vec(self).map_err(|_| WorldError::Content)?;
        Ok([&MAGIC[..], &sha256(&body), &body].concat())
    }

    /// Reads the parts back.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WorldError> {
        if !bytes.starts_with(MAGIC) || bytes.len() < BODY {
            return Err(WorldError::Foreign);
        }
        let (head, body) = bytes.split_at(BODY);
        if head[MAGIC.len()..] != sha256(body) {
            return Err(WorldError::Damaged);
        }
        lean::read(body).ok_or(WorldError::Content)
    }
}

impl World {
    /// Opens the bytes of a pack of papers.
    pub fn open(bytes: &[u8]) -> Result<Self, WorldError> {
        Self::build(WorldSource::from_bytes(bytes)?)
    }

    /// Checks the parts and makes them ready.
    pub fn build(source: WorldSource) -> Result<Self, WorldError> {
        let book = source.rules.build().map_err(WorldError::Rules)?;
        let calendar = WorkCalendar::build(&source.calendar).map_err(WorldError::Calendar)?;
        Ok(Self { book, calendar, bundles: source.bundles, data_date: source.data_date, placed: BTreeMap::new() })
    }

    /// The rules.
    pub fn book(&self) -> &Rulebook {
        &self.book
    }

    /// The events.
    pub fn bundles(&self) -> &[Bundle] {
        &self.bundles
    }

    /// The working days.
    pub fn calendar(&self) -> &WorkCalendar {
        &self.calendar
    }

    /// The date of the data.
    pub fn data_date(&self) -> NaiveDate {
        self.data_date
    }

    /// Places names once, for a host that is asked for the same ones again and again.
    pub fn learn<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) {
        for name in names {
            if !self.placed.contains_key(name) {
                self.placed.insert(name.to_owned(), self.look_up(name));
            }
        }
    }

    /// The papers of a published material name.
    pub fn place(&self, name: &str) -> Placed {
        self.placed.get(name).cloned().unwrap_or_else(|| self.look_up(name))
    }

    /// The papers of each of a matter's materials.
    pub fn place_all(&self, matter: &Matter) -> Vec<Placed> {
        matter.materials.iter().map(|material| self.place(&material.name)).collect()
    }

    fn look_up(&self, name: &str) -> Placed {
        self.book.placer().place(name).map_or_else(Placed::nowhere, |(placed, _)| placed)
    }
}
