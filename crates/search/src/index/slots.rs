//! Finds a key among many with one or two looks instead of a search.

/// Twice as many slots as keys, or more; a power of two.
#[derive(Debug, Default)]
pub(super) struct Slots {
    /// Positions of keys, or `FREE`; a key stands at its own slot or soon behind it.
    slots: Vec<u32>,
    /// How far a hash is shifted to be a slot.
    shift: u32,
}

const FREE: u32 = u32::MAX;

impl Slots {
    /// Keys must differ.
    pub fn build(keys: &[u64]) -> Self {
        Self::with_room(keys, keys.len())
    }

    /// The position of a key, which is added when it is new.
    pub fn number(&mut self, keys: &mut Vec<u64>, key: u64) -> u32 {
        if let Some(at) = self.find(keys, key) {
            return at;
        }
        if 2 * (keys.len() + 1) > self.slots.len() {
            *self = Self::with_room(keys, 2 * keys.len() + 8);
        }
        self.put(key, keys.len() as u32);
        keys.push(key);
        keys.len() as u32 - 1
    }

    fn with_room(keys: &[u64], room: usize) -> Self {
        let bits = (2 * room).next_power_of_two().ilog2().max(1);
        let mut built = Self { slots: vec![FREE; 1 << bits], shift: u64::BITS - bits };
        for (at, &key) in keys.iter().enumerate() {
            built.put(key, at as u32);
        }
        built
    }

    fn put(&mut self, key: u64, at: u32) {
        let mut slot = self.slot(key);
        while self.slots[slot] != FREE {
            slot = self.after(slot);
        }
        self.slots[slot] = at;
    }

    /// The position of a key among those that the slots were built from.
    pub fn find(&self, keys: &[u64], key: u64) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let mut slot = self.slot(key);
        loop {
            let at = self.slots[slot];
            if *keys.get(at as usize)? == key {
                return Some(at);
            }
            slot = self.after(slot);
        }
    }

    fn slot(&self, key: u64) -> usize {
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift) as usize
    }

    fn after(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_and_no_other() {
        let keys: Vec<u64> = (0..5000_u64).map(|n| n * n * 7919).collect();
        let slots = Slots::build(&keys);
        for (at, &key) in keys.iter().enumerate() {
            assert_eq!(slots.find(&keys, key), Some(at as u32));
            assert_eq!(slots.find(&keys, key + 1), keys.binary_search(&(key + 1)).ok().map(|at| at as u32));
        }
        assert_eq!(Slots::build(&[]).find(&[], 1), None);
        assert_eq!(Slots::default().find(&[], 1), None);
    }
}
