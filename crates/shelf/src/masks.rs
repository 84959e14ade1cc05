//! Facet values of every item as small numbers, so that counting touches no text.

use domain::{Audience, ItemKind};
use search::Engine;

use crate::ItemHead;

/// Facet values by item number.
#[derive(Debug, Default)]
pub struct Masks {
    kinds: Vec<u8>,
    audiences: Vec<u8>,
    channels: Vec<u8>,
    themes: Vec<Box<[u16]>>,
    /// Sorted, so that a theme's number tells its place.
    theme_names: Vec<String>,
    group_of: Vec<Option<u32>>,
    /// What stands for a group and a member of it, in one number, sorted; only groups of several.
    grouped: Vec<u64>,
    /// The members alone, in the same order.
    members: Vec<u32>,
}

impl Masks {
    /// Reads the values once.
    pub fn build(heads: &[ItemHead], engine: &Engine) -> Self {
        let mut masks = Self::default();
        for name in heads.iter().flat_map(|head| &head.themes) {
            if let Err(at) = masks.theme_names.binary_search(name) {
                masks.theme_names.insert(at, name.clone());
            }
        }
        let mut grouped: Vec<u64> = Vec::with_capacity(heads.len());
        for (at, head) in heads.iter().enumerate() {
            masks.kinds.push(place(ItemKind::ALL, head.kind));
            masks.audiences.push(audience_mask(&head.audience));
            masks.channels.push(head.channels.0);
            masks.themes.push(head.themes.iter().filter_map(|theme| masks.find_theme(theme)).collect());
            grouped.push(u64::from(engine.same(at as u32)) << 32 | at as u64);
        }
        grouped.sort_unstable();
        masks.group_of = vec![None; heads.len()];
        for group in grouped.chunk_by(|a, b| a >> 32 == b >> 32).filter(|group| group.len() > 1) {
            for &member in group {
                masks.group_of[member as u32 as usize] = Some((member >> 32) as u32);
            }
            masks.grouped.extend(group);
        }
        masks.members = masks.grouped.iter().map(|&member| member as u32).collect();
        masks
    }

    /// The item's type as its position in `ItemKind::ALL`.
    pub fn kind(&self, item: u32) -> u8 {
        self.kinds[item as usize]
    }

    /// Whom the item serves, one bit a case of `Audience::ALL`.
    pub fn audience(&self, item: u32) -> u8 {
        self.audiences[item as usize]
    }

    /// Where the item can be handled unless a region says otherwise, as a `ChannelMask`.
    pub fn channels(&self, item: u32) -> u8 {
        self.channels[item as usize]
    }

    /// The item's themes as numbers.
    pub fn themes(&self, item: u32) -> &[u16] {
        &self.themes[item as usize]
    }

    /// The theme of a number.
    pub fn theme_name(&self, id: u16) -> &str {
        &self.theme_names[usize::from(id)]
    }

    /// The number of a theme; `None` when no item has it.
    pub fn find_theme(&self, name: &str) -> Option<u16> {
        self.theme_names.binary_search_by(|known| known.as_str().cmp(name)).ok().map(|at| at as u16)
    }

    /// How many themes there are.
    pub fn theme_count(&self) -> usize {
        self.theme_names.len()
    }

    /// The near-duplicates of an item, itself included; empty when it has none.
    pub fn group(&self, item: u32) -> &[u32] {
        let Some(group) = self.group_of(item) else { return &[] };
        let begin = |group: u64| self.grouped.partition_point(|&member| member >> 32 < group);
        &self.members[begin(group.into())..begin(u64::from(group) + 1)]
    }

    /// What stands for an item's group; most items have no near-duplicate and so no group.
    pub fn group_of(&self, item: u32) -> Option<u32> {
        self.group_of[item as usize]
    }
}

/// The position of a case in its table.
pub fn place<T: PartialEq>(all: &[T], case: T) -> u8 {
    all.iter().position(|c| *c == case).unwrap_or(0) as u8
}

/// One bit a case of `Audience::ALL`.
pub fn audience_mask(audience: &[Audience]) -> u8 {
    audience.iter().fold(0, |mask, a| mask | 1 << place(Audience::ALL, *a))
}
