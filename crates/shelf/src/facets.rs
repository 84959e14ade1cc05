//! Filters and facet counts over hit numbers. A facet counts what its own filter would otherwise hide, so that a
//! citizen who chose 个人 still sees how many matters there are for firms.

use domain::{
    Audience, Channel, ItemKind, Level,
    wire::{FacetCount, Facets, GuideQuery},
};

use crate::{ChannelMask, Masks, Scope, Shelf, masks::place};

const LEVEL: u8 = 1;
const AUDIENCE: u8 = 2;
const KIND: u8 = 4;
const THEME: u8 = 8;
const CHANNEL: u8 = 16;

/// The chosen filters as small numbers.
pub struct Filters {
    level: Option<Level>,
    audience: Option<u8>,
    kind: Option<u8>,
    theme: Option<Option<u16>>,
    channel: Option<u8>,
}

impl Filters {
    /// Translates the filters of a query.
    pub fn new(masks: &Masks, asked: &GuideQuery) -> Self {
        Self {
            level: asked.level,
            audience: asked.audience.map(|a| 1 << place(Audience::ALL, a)),
            kind: asked.kind.map(|k| place(ItemKind::ALL, k)),
            // A theme that no item has is a filter that no item passes.
            theme: asked.theme.as_deref().map(|name| masks.find_theme(name)),
            channel: asked.channel.map(|c| ChannelMask::of(&[c]).0),
        }
    }

    /// The filters that an item does not pass, one bit each; 0 is a hit.
    pub fn failed(&self, masks: &Masks, scope: &Scope<'_, impl Shelf>, item: u32) -> u8 {
        let mut failed = 0;
        let mut check = |bit: u8, passes: bool| {
            if !passes {
                failed |= bit;
            }
        };
        check(AUDIENCE, self.audience.is_none_or(|bit| masks.audience(item) & bit != 0));
        check(KIND, self.kind.is_none_or(|kind| masks.kind(item) == kind));
        check(THEME, self.theme.is_none_or(|id| id.is_some_and(|id| masks.themes(item).contains(&id))));
        if self.level.is_some() || self.channel.is_some() {
            let here = Here::of(masks, scope, item);
            check(LEVEL, self.level.is_none_or(|level| here.level == Some(level)));
            check(CHANNEL, self.channel.is_none_or(|bit| here.channels & bit != 0));
        }
        failed
    }
}

/// What depends on the nearest publication.
struct Here {
    level: Option<Level>,
    channels: u8,
}

impl Here {
    fn of(masks: &Masks, scope: &Scope<'_, impl Shelf>, item: u32) -> Self {
        let own = scope.nearest(item).map(|(_, brief)| brief.channels.0).filter(|&channels| channels != 0);
        Self { level: scope.level(item), channels: own.unwrap_or_else(|| masks.channels(item)) }
    }
}

/// Counts facet values.
pub struct Counter {
    levels: [u32; 8],
    audiences: [u32; 8],
    kinds: [u32; 32],
    themes: Vec<u32>,
    channels: [u32; 8],
}

impl Counter {
    /// Starts at nothing.
    pub fn new(masks: &Masks) -> Self {
        let themes = vec![0; masks.theme_count()];
        Self { levels: [0; 8], audiences: [0; 8], kinds: [0; 32], themes, channels: [0; 8] }
    }

    /// Counts an item in every facet whose own filter is the only one it may fail.
    pub fn count(&mut self, masks: &Masks, scope: &Scope<'_, impl Shelf>, item: u32, failed: u8) {
        let counts_in = |bit: u8| failed & !bit == 0;
        if counts_in(KIND) {
            self.kinds[usize::from(masks.kind(item))] += 1;
        }
        if counts_in(AUDIENCE) {
            add_bits(&mut self.audiences, masks.audience(item));
        }
        if counts_in(THEME) {
            for &theme in masks.themes(item) {
                self.themes[usize::from(theme)] += 1;
            }
        }
        if counts_in(LEVEL) || counts_in(CHANNEL) {
            let here = Here::of(masks, scope, item);
            if let (true, Some(level)) = (counts_in(LEVEL), here.level) {
                self.levels[usize::from(place(Level::ALL, level))] += 1;
            }
            if counts_in(CHANNEL) {
                add_bits(&mut self.channels, here.channels);
            }
        }
    }

    /// The counts with their words; themes by count, the rest in the order of the code table.
    pub fn finish(self, masks: &Masks) -> Facets {
        // Themes are numbered by name: most items first, then by name.
        let counted = (0_u64..).zip(&self.themes).filter(|(_, count)| **count > 0);
        let mut order: Vec<u64> = counted.map(|(id, &count)| u64::from(u32::MAX - count) << 32 | id).collect();
        order.sort_unstable();
        let named = |id: u16| facet(masks.theme_name(id), masks.theme_name(id), self.themes[usize::from(id)]);
        let theme = order.into_iter().map(|packed| named(packed as u16)).collect();
        Facets {
            level: table(&self.levels, Level::ALL, |c| (c.code(), c.label())),
            audience: table(&self.audiences, Audience::ALL, |c| (c.code(), c.label())),
            kind: table(&self.kinds, ItemKind::ALL, |c| (c.code(), c.label())),
            theme,
            channel: table(&self.channels, Channel::ALL, |c| (c.code(), c.label())),
        }
    }
}

fn add_bits(counts: &mut [u32; 8], mask: u8) {
    for (bit, count) in counts.iter_mut().enumerate() {
        *count += u32::from(mask >> bit & 1);
    }
}

fn table<T: Copy>(counts: &[u32], all: &[T], words: fn(T) -> (&'static str, &'static str)) -> Vec<FacetCount> {
    let counted = all.iter().zip(counts).filter(|(_, count)| **count > 0);
    counted.map(|(&case, &count)| facet(words(case).0, words(case).1, count)).collect()
}

fn facet(value: &str, label: &str, count: u32) -> FacetCount {
    FacetCount { value: value.to_owned(), label: label.to_owned(), count }
}
