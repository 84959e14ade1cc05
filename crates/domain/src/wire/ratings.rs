//! Ratings, their receipts, and the figures made of them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A rating as it is sent. What it counts is worked out from the grade; a score that is sent along is not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewRating {
    /// The ticket, as in the link or the code.
    pub ticket: String,
    /// The grade: 5 very good, 4 good, 3 fair, 2 bad, 1 very bad.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 5))]
    pub level: u8,
    /// Codes of tags of that grade.
    #[serde(default)]
    pub tags: Vec<u16>,
    /// Words, at most 150 characters; phones and identity numbers are taken out before they are kept.
    #[serde(default)]
    pub text: Option<String>,
    /// Whether nobody may call back: the number of the visit is not kept then.
    pub anonymous: bool,
}

/// What the citizen gets back. The code opens the rating and cannot be recovered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RatingReceipt {
    /// The code.
    pub receipt: String,
    /// The place of the rating in the public log, from 0.
    pub log_index: u64,
}

/// A later addition (追加评价), once for each rating.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewAddition {
    /// The grade now; none when there are only words to add.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 5))]
    pub level: Option<u8>,
    /// Codes of tags of that grade.
    #[serde(default)]
    pub tags: Vec<u16>,
    /// Words, at most 150 characters.
    #[serde(default)]
    pub text: Option<String>,
}

/// A tag as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TagView {
    /// Its code.
    pub code: u16,
    /// What it says.
    pub text: String,
    /// The part of the guide that it judges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise: Option<String>,
    /// Where that part stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// A rating as its writer sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RatingView {
    /// `rated`, or `added` after an addition.
    pub state: String,
    /// When it was accepted, RFC 3339 with +08:00.
    pub received_at: String,
    /// Its place in the public log.
    pub log_index: u64,
    /// The item.
    pub item: String,
    /// The organ.
    pub organ: String,
    /// The region.
    pub region: String,
    /// Where it came from.
    pub channel: String,
    /// Whether a ticket of a visit or case stands behind it; a code that hangs at a window proves nothing.
    pub proven: bool,
    /// The grade.
    pub level: u8,
    /// Its name.
    pub label: String,
    /// What it counts: 10, 8, 6, 3 or 0.
    pub score: u8,
    /// The tags.
    pub tags: Vec<TagView>,
    /// The words, as they are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whether the words were erased on lawful demand.
    pub erased: bool,
    /// Whether nobody may call back.
    pub anonymous: bool,
    /// What was added later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addition: Option<AdditionView>,
    /// The last day for an addition, when there is none yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub add_until: Option<NaiveDate>,
}

/// An addition as its writer sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AdditionView {
    /// When it was accepted.
    pub received_at: String,
    /// Its place in the public log.
    pub log_index: u64,
    /// The grade now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// The tags.
    pub tags: Vec<TagView>,
    /// The words, as they are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whether the words were erased on lawful demand.
    pub erased: bool,
}

/// Figures of ratings along one axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RatingSummary {
    /// `region`, `organ`, `item` or `channel`.
    pub by: String,
    /// The region whose ratings are counted, with all below it.
    pub region: String,
    /// Fewer ratings than this are told as too few, and nothing more.
    pub small_n: u64,
    /// All ratings of the region.
    pub total: SummaryRow,
    /// One row for each region below, organ, item or channel, most ratings first.
    pub rows: Vec<SummaryRow>,
    /// How many services were not rated (未评): unknown, and never taken for good.
    pub not_rated: Option<u64>,
}

/// Figures of one region, organ, item or channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SummaryRow {
    /// Its code.
    pub key: String,
    /// How many ratings; none when they are too few to be told.
    pub n: Option<u64>,
    /// How many of each grade, the best first; none when too few.
    pub levels: Option<[u64; 5]>,
    /// The average of 10, 8, 6, 3, 0 in hundredths; none when too few.
    pub average: Option<u32>,
    /// Ratings by codes that hang at windows and prove nothing: counted apart; none when too few.
    pub unproven: Option<u64>,
}
