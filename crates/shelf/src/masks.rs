//! Facet values of every item as small numbers, so that counting touches no text.

use std::collections::BTreeMap;

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
    theme_names: Vec<String>,
    theme_ids: BTreeMap<String, u16>,
    group_of: Vec<Option<u32>>,
    groups: BTreeMap<u32, Box<[u32]>>,
}

impl Masks {
    /// Reads the values once.
    pub fn build(heads: &[ItemHead], engine: &Engine) -> Self {
        let mut masks = Self::default();
        let mut groups: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (at, head) in heads.iter().enumerate() {
            masks.kinds.push(place(ItemKind::ALL, head.kind));
            masks.audiences.push(audience_mask(&head.audience));
            masks.channels.push(head.channels.0);
            let themes = head.themes.iter().map(|theme| masks.theme(theme)).collect();
            masks.themes.push(themes);
            let group = engine.same(at as u32);
            groups.entry(group).or_default().push(at as u32);
        }
        groups.retain(|_, members| members.len() > 1);
        masks.group_of = vec![None; heads.len()];
        for (&group, members) in &groups {
            for &item in members {
                masks.group_of[item as usize] = Some(group);
            }
        }
        masks.groups = groups.into_iter().map(|(group, members)| (group, members.into())).collect();
        masks
    }

    fn theme(&mut self, name: &str) -> u16 {
        if let Some(&id) = self.theme_ids.get(name) {
            return id;
        }
        let id = self.theme_names.len() as u16;
        self.theme_names.push(name.to_owned());
        self.theme_ids.insert(name.to_owned(), id);
        id
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
        self.theme_ids.get(name).copied()
    }

    /// How many themes there are.
    pub fn theme_count(&self) -> usize {
        self.theme_names.len()
    }

    /// The near-duplicates of an item, itself included; empty when it has none.
    pub fn group(&self, item: u32) -> &[u32] {
        self.group_of(item).and_then(|group| self.groups.get(&group)).map_or(&[], |members| members)
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
