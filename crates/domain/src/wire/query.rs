//! What a citizen asks the catalogue for.

use serde::{Deserialize, Serialize};

use crate::{Audience, Channel, ItemKind, Level, RegionCode};

/// The question behind a result list; the API's query parameters have the same names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GuideQuery {
    /// The words, at most [`GuideQuery::MAX_WORDS`] characters; empty lists by popularity.
    pub q: String,
    /// The citizen's region; `None` searches the whole snapshot.
    pub region: Option<RegionCode>,
    /// Whom it serves.
    pub audience: Option<Audience>,
    /// The type.
    pub kind: Option<ItemKind>,
    /// A theme, verbatim.
    pub theme: Option<String>,
    /// Where it can be handled.
    pub channel: Option<Channel>,
    /// The level of the nearest publication.
    pub level: Option<Level>,
    /// The page, from 1.
    pub page: u32,
    /// Hits a page, at most [`GuideQuery::MAX_SIZE`].
    pub size: u32,
    /// Whether facets are counted.
    pub facets: bool,
}

impl GuideQuery {
    /// The longest text that is searched for, in characters.
    pub const MAX_WORDS: usize = 100;
    /// Hits a page unless asked otherwise.
    pub const SIZE: u32 = 20;
    /// The most hits a page.
    pub const MAX_SIZE: u32 = 100;
    /// The deepest hit that can be asked for: nobody reads on, and machines have the snapshot.
    pub const MAX_DEPTH: u32 = 5000;
}

impl Default for GuideQuery {
    fn default() -> Self {
        Self {
            q: String::new(),
            region: None,
            audience: None,
            kind: None,
            theme: None,
            channel: None,
            level: None,
            page: 1,
            size: Self::SIZE,
            facets: false,
        }
    }
}
