//! Which region publishes which items: one sorted list a region.
//!
//! In the file the lists are deltas in as few bytes as they need. In memory they are numbers in a
//! row, and a region with a long list has a bit for every item besides, so that both "is it
//! published here" and "everything published here or above" take nanoseconds.

use std::ops::Range;

use shelf::ItemSet;

use super::packed::{put_varint, take_varint};

const NONE: u32 = u32::MAX;
/// Looking at all of a list up to this length is faster than searching it.
const SHORT: usize = 128;

/// The published lists of all regions.
#[derive(Debug)]
pub(super) struct Lists {
    /// Where each region's list begins; one more than regions.
    starts: Vec<u32>,
    items: Vec<u32>,
    /// Words of bits for one region.
    stride: usize,
    /// Each region's place among the bit sets, or `NONE`.
    slots: Vec<u32>,
    bits: Vec<u64>,
    /// The first region that publishes each item, and the number of that publication.
    first: Vec<(u32, u32)>,
    /// The next region that publishes each item, or `NONE`.
    second: Vec<u32>,
}

/// The stored form of lists given region by region.
pub(super) fn encode<'a>(lists: impl Iterator<Item = &'a [u32]>) -> Vec<u8> {
    let mut out = Vec::new();
    for list in lists {
        put_varint(&mut out, list.len() as u32);
        let mut last = 0;
        for &item in list {
            put_varint(&mut out, item - last);
            last = item;
        }
    }
    out
}

impl Lists {
    /// Reads the stored form; `None` if it does not fit these counts.
    pub(super) fn decode(mut bytes: &[u8], regions: usize, items: usize, total: usize) -> Option<Self> {
        let stride = items.div_ceil(64);
        let mut lists = Self {
            starts: Vec::with_capacity(regions + 1),
            items: Vec::with_capacity(total.min(bytes.len())),
            stride,
            slots: vec![NONE; regions],
            bits: Vec::new(),
            first: vec![(NONE, NONE); items],
            second: vec![NONE; items],
        };
        lists.starts.push(0);
        for region in 0..regions {
            let start = lists.items.len();
            lists.read_list(&mut bytes, items)?;
            for at in start..lists.items.len() {
                let item = lists.items[at] as usize;
                if lists.first[item].0 == NONE {
                    lists.first[item] = (region as u32, at as u32);
                } else if lists.second[item] == NONE {
                    lists.second[item] = region as u32;
                }
            }
            lists.add_bits(region, start);
            lists.starts.push(lists.items.len() as u32);
        }
        (bytes.is_empty() && lists.items.len() == total).then_some(lists)
    }

    fn read_list(&mut self, bytes: &mut &[u8], items: usize) -> Option<()> {
        let length = take_varint(bytes)?;
        let mut last = None;
        for _ in 0..length {
            let delta = take_varint(bytes)?;
            let item = match last {
                None => delta,
                Some(last) if delta > 0 => delta.checked_add(last)?,
                Some(_) => return None,
            };
            if item as usize >= items {
                return None;
            }
            self.items.push(item);
            last = Some(item);
        }
        Some(())
    }

    /// Gives a region bits when they take no more room than its list.
    fn add_bits(&mut self, region: usize, start: usize) {
        let list = &self.items[start..];
        if list.len() * 4 < self.stride * 8 || list.is_empty() {
            return;
        }
        let base = self.bits.len();
        self.slots[region] = (base / self.stride) as u32;
        self.bits.resize(base + self.stride, 0);
        for &item in list {
            self.bits[base + item as usize / 64] |= 1 << (item % 64);
        }
    }

    fn range(&self, region: u32) -> Range<usize> {
        self.starts[region as usize] as usize..self.starts[region as usize + 1] as usize
    }

    fn words(&self, region: u32) -> Option<&[u64]> {
        let slot = self.slots[region as usize];
        (slot != NONE).then(|| &self.bits[slot as usize * self.stride..][..self.stride])
    }

    /// The items of a region.
    pub(super) fn items(&self, region: u32) -> &[u32] {
        &self.items[self.range(region)]
    }

    /// Number of the first publication of a region.
    pub(super) fn start(&self, region: u32) -> u32 {
        self.starts[region as usize]
    }

    /// Whether a region publishes an item.
    pub(super) fn contains(&self, region: u32, item: u32) -> bool {
        match self.words(region) {
            Some(words) => words.get(item as usize / 64).is_some_and(|word| word >> (item % 64) & 1 == 1),
            None => {
                let items = self.items(region);
                if items.len() <= SHORT { items.contains(&item) } else { items.binary_search(&item).is_ok() }
            }
        }
    }

    /// The number of a publication.
    pub(super) fn position(&self, region: u32, item: u32) -> Option<u32> {
        if !self.contains(region, item) {
            return None;
        }
        let at = self.items(region).binary_search(&item).ok()?;
        Some(self.starts[region as usize] + at as u32)
    }

    /// The first region that publishes an item and the number of that publication.
    pub(super) fn first(&self, item: u32) -> Option<(u32, u32)> {
        self.first.get(item as usize).copied().filter(|&(region, _)| region != NONE)
    }

    /// The second region that publishes an item.
    pub(super) fn second(&self, item: u32) -> Option<u32> {
        self.second.get(item as usize).copied().filter(|&region| region != NONE)
    }

    /// Adds everything a region publishes to a set.
    pub(super) fn add_to(&self, set: &mut ItemSet, region: u32) {
        match self.words(region) {
            Some(words) => set.add_words(words),
            None => self.items(region).iter().for_each(|&item| set.insert(item)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn bytes_that_are_no_lists_are_refused_and_never_panic(
            bytes in prop::collection::vec(any::<u8>(), 0..80),
            regions in 0usize..6,
            items in 0usize..200,
        ) {
            let total: usize = bytes.len();
            if let Some(lists) = Lists::decode(&bytes, regions, items, total) {
                prop_assert_eq!((0..regions as u32).map(|region| lists.items(region).len()).sum::<usize>(), total);
            }
        }

        #[test]
        fn lists_come_out_as_they_went_in(
            lists in prop::collection::vec(prop::collection::btree_set(0u32..300, 0..300), 0..6),
        ) {
            let lists: Vec<Vec<u32>> = lists.into_iter().map(|list| list.into_iter().collect()).collect();
            let total = lists.iter().map(Vec::len).sum();
            let read = Lists::decode(&encode(lists.iter().map(Vec::as_slice)), lists.len(), 300, total).unwrap();
            for (region, list) in (0..).zip(&lists) {
                prop_assert_eq!(read.items(region), list.as_slice());
                for item in 0..300 {
                    let at = list.binary_search(&item).ok().map(|at| read.start(region) + at as u32);
                    prop_assert_eq!(read.position(region, item), at);
                    prop_assert_eq!(read.contains(region, item), at.is_some());
                }
            }
        }
    }
}
