//! What a result list needs of an item, kept in memory.

use domain::{Audience, Channel, Handling, Item, ItemCode, ItemKind, Level, terms::ShownLimit};
use search::Doc;
use serde::{Deserialize, Serialize};

/// Position of an item in its snapshot; items are ordered by code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub u32);

/// An item without its guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemHead {
    /// Our own code.
    pub code: ItemCode,
    /// The code verbatim as imported.
    pub source_code: String,
    /// The official name.
    pub name: String,
    /// What people call it.
    pub plain_name: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// The kind of organ in charge.
    pub department: String,
    /// The type.
    pub kind: ItemKind,
    /// Whom it serves.
    pub audience: Vec<Audience>,
    /// Levels at which organs exercise it, as the catalogue states.
    pub levels: Vec<Level>,
    /// Themes.
    pub themes: Vec<String>,
    /// How often it is asked for, 0 to 1000.
    pub popularity: u16,
    /// The promise, or the legal limit; `None` is unpublished.
    pub limit: Option<ShownLimit>,
    /// Visits in person; `None` is unpublished.
    pub visits: Option<u8>,
    /// Whether it costs anything; `None` is unpublished.
    pub fee: Option<bool>,
    /// Channels.
    pub channels: ChannelMask,
    /// Sample content.
    pub sample: bool,
}

impl ItemHead {
    /// The head of an item.
    pub fn of(item: &Item) -> Self {
        Self {
            code: item.code.clone(),
            source_code: item.source_code.clone(),
            name: item.name.clone(),
            plain_name: item.plain_name.clone(),
            aliases: item.aliases.clone(),
            department: item.department.clone(),
            kind: item.kind,
            audience: item.audience.clone(),
            levels: item.levels.clone(),
            themes: item.themes.clone(),
            popularity: item.popularity,
            limit: item.guide.limits.shown().or(at_once(item.guide.handling)),
            visits: item.guide.visits,
            fee: item.guide.fee.as_ref().map(|fee| fee.charged),
            channels: ChannelMask::of(&item.guide.channels),
            sample: item.sample,
        }
    }
}

/// What is done at once needs no limit.
fn at_once(handling: Option<Handling>) -> Option<ShownLimit> {
    (handling == Some(Handling::Instant)).then_some(ShownLimit::AT_ONCE)
}

impl ItemHead {
    /// What search needs to know of it.
    pub fn doc(&self) -> Doc {
        Doc {
            name: self.name.clone(),
            plain_name: self.plain_name.clone(),
            aliases: self.aliases.clone(),
            department: self.department.clone(),
            themes: self.themes.clone(),
            kind: self.kind,
            audience: self.audience.clone(),
            popularity: self.popularity,
        }
    }
}

/// A set of channels in one byte.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ChannelMask(pub u8);

impl ChannelMask {
    /// The set of these channels.
    pub fn of(channels: &[Channel]) -> Self {
        Self(channels.iter().fold(0, |mask, &channel| mask | Self::bit(channel)))
    }

    /// Whether a channel is in the set.
    pub fn contains(self, channel: Channel) -> bool {
        self.0 & Self::bit(channel) != 0
    }

    /// The channels of the set, in the order of the code table.
    pub fn iter(self) -> impl Iterator<Item = Channel> {
        Channel::ALL.iter().copied().filter(move |&channel| self.contains(channel))
    }

    fn bit(channel: Channel) -> u8 {
        match channel {
            Channel::Window => 1,
            Channel::Web => 2,
            Channel::App => 4,
            Channel::Post => 8,
            Channel::Kiosk => 16,
        }
    }
}
