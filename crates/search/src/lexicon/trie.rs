//! Finds which phrases of the lexicon stand at a place in a text.

use std::collections::BTreeMap;

/// A set of phrases, each with a number.
#[derive(Debug, Clone, Default)]
pub struct Trie {
    /// Node and character, packed, with the next node; sorted.
    edges: Vec<(u64, u32)>,
    /// The phrase that ends at a node, or `NONE`.
    ends: Vec<u32>,
}

const NONE: u32 = u32::MAX;

fn pack(node: u32, c: char) -> u64 {
    (u64::from(node) << 32) | u64::from(c as u32)
}

impl Trie {
    /// Builds the set; the phrase at position n gets number n.
    pub fn build<'a>(phrases: impl Iterator<Item = &'a [char]>) -> Self {
        let mut edges: BTreeMap<u64, u32> = BTreeMap::new();
        let mut ends = vec![NONE];
        for (number, phrase) in phrases.enumerate() {
            let mut node = 0;
            for &c in phrase {
                let fresh = ends.len() as u32;
                node = *edges.entry(pack(node, c)).or_insert(fresh);
                if node == fresh {
                    ends.push(NONE);
                }
            }
            if node != 0 {
                ends[node as usize] = number as u32;
            }
        }
        Self { edges: edges.into_iter().collect(), ends }
    }

    /// Every phrase that begins where the text begins, shortest first: its length and number.
    pub fn at<'a>(&'a self, text: &'a [char]) -> impl Iterator<Item = (usize, u32)> + 'a {
        let mut node = 0;
        text.iter()
            .enumerate()
            .map_while(move |(at, &c)| {
                let found = self.edges.binary_search_by_key(&pack(node, c), |edge| edge.0).ok()?;
                node = self.edges[found].1;
                Some((at + 1, self.ends[node as usize]))
            })
            .filter(|&(_, number)| number != NONE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_phrases_at_a_place_are_found_shortest_first() {
        let phrases: Vec<Vec<char>> = ["医保", "医保卡", "社保"].iter().map(|p| p.chars().collect()).collect();
        let trie = Trie::build(phrases.iter().map(Vec::as_slice));
        let text: Vec<char> = "医保卡丢了".chars().collect();
        assert_eq!(trie.at(&text).collect::<Vec<_>>(), [(2, 0), (3, 1)]);
        assert_eq!(trie.at(&text[1..]).count(), 0);
    }
}
