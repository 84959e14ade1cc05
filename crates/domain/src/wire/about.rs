//! What the portal says about itself and its data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The data behind the portal: how much, from where, of which date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct About {
    /// The date of the data.
    pub data_date: NaiveDate,
    /// The snapshot's checksum, in hex.
    pub checksum: String,
    /// Whether the snapshot holds sample content.
    pub sample: bool,
    /// How much there is.
    pub counts: Counts,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// Figures about Liaoning, each with its own date and source.
    pub figures: Vec<Figure>,
}

/// How much a snapshot holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Counts {
    /// Canonical items.
    pub items: u32,
    /// Publications of regions.
    pub publications: u32,
    /// Regions.
    pub regions: u32,
    /// Places.
    pub places: u32,
}

/// One figure, never merged with figures of another date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Figure {
    /// A stable name.
    pub key: String,
    /// What is counted, in Chinese.
    pub label: String,
    /// The value as published, so that 47.3 stays 47.3.
    pub value: String,
    /// The unit: 万项, 天.
    pub unit: String,
    /// The date it holds for, as published.
    pub as_of: String,
    /// Where it was published.
    pub source: String,
    /// The words of the source.
    pub verbatim: String,
    /// What else to know: another figure of another date, a gap of the source.
    #[serde(default)]
    pub note: Option<String>,
}
