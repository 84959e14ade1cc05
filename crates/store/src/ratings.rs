//! What is written and read of ratings. Everything was checked before it comes here.

use domain::wire::RatingReceipt;

/// A rating to be kept.
#[derive(Debug, Clone)]
pub struct RatingWrite {
    /// What the sender names this rating by, to send it again without rating twice.
    pub key: String,
    /// A checksum over what was sent.
    pub body: [u8; 32],
    /// A checksum over the service, which is rated once; none for a code that hangs at a window.
    pub service: Option<[u8; 32]>,
    /// The number of the visit or case, where the citizen may be called back.
    pub visit: Option<String>,
    /// The region, 12 characters.
    pub region: String,
    /// The organ.
    pub organ: String,
    /// The item.
    pub item: String,
    /// The place.
    pub place: String,
    /// The channel.
    pub channel: &'static str,
    /// The grade, 1 to 5.
    pub level: u8,
    /// The tags, sorted.
    pub tags: Vec<u16>,
    /// The words, masked.
    pub text: Option<String>,
    /// When it came, RFC 3339 with +08:00.
    pub received_at: String,
}

/// What became of a rating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// It is kept, now or since the same was sent before.
    Kept(RatingReceipt),
    /// The key named another rating before.
    KeyReused,
    /// The service was rated before.
    TicketUsed,
}

/// An addition to be kept.
#[derive(Debug, Clone)]
pub struct AdditionWrite {
    /// The receipt of the rating.
    pub receipt: String,
    /// A checksum over what was sent: the same may be sent again.
    pub body: [u8; 32],
    /// The grade now.
    pub level: Option<u8>,
    /// The tags, sorted.
    pub tags: Vec<u16>,
    /// The words, masked.
    pub text: Option<String>,
    /// When it came, RFC 3339 with +08:00.
    pub received_at: String,
    /// Ratings that came before this moment take no addition any more.
    pub not_before: String,
}

/// What became of an addition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    /// It is kept, at this place of the log.
    Kept(u64),
    /// No rating has this receipt.
    NotFound,
    /// There is one already.
    Already,
    /// The time for it is over.
    TooLate,
}

/// A rating as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingRow {
    /// Its place in the log.
    pub index: u64,
    /// When it came.
    pub received_at: String,
    /// The region.
    pub region: String,
    /// The organ.
    pub organ: String,
    /// The item.
    pub item: String,
    /// The channel.
    pub channel: String,
    /// Whether a ticket of a visit or case stands behind it.
    pub proven: bool,
    /// Whether nobody may call back.
    pub anonymous: bool,
    /// The grade.
    pub level: u8,
    /// The tags.
    pub tags: Vec<u16>,
    /// The words.
    pub text: Option<String>,
    /// Whether there were words, which were erased.
    pub erased: bool,
    /// What was added.
    pub addition: Option<AdditionRow>,
}

/// An addition as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdditionRow {
    /// Its place in the log.
    pub index: u64,
    /// When it came.
    pub received_at: String,
    /// The grade then.
    pub level: Option<u8>,
    /// The tags.
    pub tags: Vec<u16>,
    /// The words.
    pub text: Option<String>,
    /// Whether there were words, which were erased.
    pub erased: bool,
}

/// Along what figures are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Axis {
    /// All ratings of a region and what lies in it.
    All = 0,
    /// The regions right below one.
    Region = 1,
    /// Organs.
    Organ = 2,
    /// Items.
    Item = 3,
    /// Channels.
    Channel = 4,
}

/// A question for figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryAsk {
    /// Along what.
    pub axis: Axis,
    /// In which region, 12 characters.
    pub region: String,
    /// Of one organ, item, channel or region only.
    pub key: Option<String>,
    /// From this day on.
    pub from: Option<String>,
    /// Up to this day.
    pub to: Option<String>,
    /// At most so many rows, those with most ratings.
    pub most: u32,
}

/// Numbers of ratings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Of each grade, the best first; only those behind which a ticket stands.
    pub levels: [u64; 5],
    /// By codes that hang at windows.
    pub unproven: u64,
}

impl Counts {
    /// Ratings behind which a ticket stands.
    pub fn n(&self) -> u64 {
        self.levels.iter().sum()
    }

    /// All ratings.
    pub fn all(&self) -> u64 {
        self.n() + self.unproven
    }
}

/// Figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summed {
    /// Of the region as a whole.
    pub total: Counts,
    /// Along the axis, most ratings first.
    pub rows: Vec<(String, Counts)>,
}
