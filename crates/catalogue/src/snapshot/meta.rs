//! What a snapshot says about itself.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

/// What is known of a snapshot before it is built.
#[derive(Debug, Clone)]
pub struct BuildMeta {
    /// The date of the data.
    pub data_date: NaiveDate,
    /// When it is built; not part of the checksum.
    pub built_at: DateTime<FixedOffset>,
    /// Where the data come from.
    pub sources: Vec<Source>,
}

/// One source of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Source {
    /// The file's name, without its folder.
    pub file: String,
    /// How many rows were read from it.
    pub rows: u64,
    /// The date of its data, when known.
    pub date: Option<NaiveDate>,
}

/// How much a snapshot holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Canonical items.
    pub items: u32,
    /// Publications of them by regions.
    pub publications: u32,
    /// Regions.
    pub regions: u32,
    /// Different places, counted in each region that names them.
    pub places: u32,
}

/// What a snapshot says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// The date of the data.
    pub data_date: NaiveDate,
    /// When it was built, in Chinese time.
    pub built_at: DateTime<FixedOffset>,
    /// SHA-256 of the content in hex: the version that citizens' pages are cached under.
    pub checksum: String,
    /// Whether any of it is sample content.
    pub sample: bool,
    /// How much it holds.
    pub counts: Counts,
    /// Where the data come from.
    pub sources: Vec<Source>,
    /// Length of the file in bytes.
    pub bytes: u64,
}

/// The part of `Meta` that is stored as a section.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StoredMeta {
    pub data_date: NaiveDate,
    pub sample: bool,
    pub counts: Counts,
    pub sources: Vec<Source>,
}

/// A time in seconds as a time in China, which has one time zone without summer time.
pub(super) fn chinese_time(seconds: i64) -> Option<DateTime<FixedOffset>> {
    let zone = FixedOffset::east_opt(8 * 3600)?;
    Some(DateTime::from_timestamp(seconds, 0)?.with_timezone(&zone))
}
