//! One glance that tells of most texts that they have nothing of a word, so that few are read.

use super::fields;
use crate::{Lexicon, doc::Folded};

/// The pairs of neighbouring characters of a text, one bit for several of them. A text too short to have one is
/// not told apart.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pairs(u128);

impl Default for Pairs {
    fn default() -> Self {
        Self::of(&[])
    }
}

impl Pairs {
    /// The pairs of a text.
    pub fn of(text: &[char]) -> Self {
        if text.len() < 2 {
            return Self(u128::MAX);
        }
        let bit = |pair: &[char]| {
            let key = (u64::from(pair[0] as u32) << 32) | u64::from(pair[1] as u32);
            1_u128 << (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 57)
        };
        Self(text.windows(2).fold(0, |bits, pair| bits | bit(pair)))
    }

    /// The pairs of two texts.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// False only when two texts have no pair in common.
    pub fn may_share(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The pairs of all fields of the items and of all words of the groups.
#[derive(Debug, Default)]
pub(crate) struct Glance {
    fields: Vec<Pairs>,
    /// Where each item's fields begin; one more at the end.
    starts: Vec<u32>,
    groups: Vec<Vec<Pairs>>,
}

impl Glance {
    /// Looks at everything once.
    pub fn build(docs: &[Folded], lexicon: &Lexicon) -> Self {
        let mut glance = Self { starts: vec![0], ..Self::default() };
        for doc in docs {
            glance.fields.extend(fields(doc).map(|(_, text)| Pairs::of(text)));
            glance.starts.push(glance.fields.len() as u32);
        }
        let pairs = |group: &Vec<Vec<char>>| group.iter().map(|word| Pairs::of(word)).collect();
        glance.groups = lexicon.groups.iter().map(pairs).collect();
        glance
    }

    /// The pairs of an item's fields, in their order.
    pub fn fields(&self, doc: u32) -> impl Iterator<Item = Pairs> + '_ {
        self.fields[self.starts[doc as usize] as usize..self.starts[doc as usize + 1] as usize].iter().copied()
    }

    /// The pairs of a group's words, in their order.
    pub fn group(&self, group: u32) -> impl Iterator<Item = Pairs> + '_ {
        self.groups[group as usize].iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Pairs {
        Pairs::of(&text.chars().collect::<Vec<char>>())
    }

    #[test]
    fn texts_with_a_common_pair_are_never_passed_over() {
        let words = ["居民身份证", "身份证补领", "证补"];
        for (a, b) in [(words[0], words[1]), (words[1], words[2])] {
            assert!(pairs(a).may_share(pairs(b)) && pairs(b).may_share(pairs(a)), "{a} {b}");
        }
        assert!(pairs("证").may_share(pairs("身份证")), "one character may stand in any text");
        assert!(!pairs("登记").may_share(pairs("身份")));
    }
}
