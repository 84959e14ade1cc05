//! Finds which phrases of the lexicon stand at a place in a text.

use std::collections::BTreeMap;

/// Whether a word of this length is really there: 居住证明 is not 居住证, but 居住证明天办 has it.
fn is_whole(text: &[char], length: usize) -> bool {
    let is_proof = text[length - 1] == '证' && text.get(length) == Some(&'明');
    !is_proof || matches!(text.get(length + 1), Some('天' | '年'))
}

/// A set of phrases, each with a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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

    /// Every phrase that begins where the text begins, shortest first: its length and number. A word
    /// that ends in 证 before 明 is none.
    pub fn at<'a>(&'a self, text: &'a [char]) -> impl Iterator<Item = (usize, u32)> + 'a {
        let mut node = 0;
        text.iter()
            .enumerate()
            .map_while(move |(at, &c)| {
                let found = self.edges.binary_search_by_key(&pack(node, c), |edge| edge.0).ok()?;
                node = self.edges[found].1;
                Some((at + 1, self.ends[node as usize]))
            })
            .filter(move |&(length, number)| number != NONE && is_whole(text, length))
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

    #[test]
    fn a_certificate_is_not_a_proof() {
        let phrase: Vec<char> = "居住证".chars().collect();
        let trie = Trie::build([phrase.as_slice()].into_iter());
        assert_eq!(trie.at(&"居住证明".chars().collect::<Vec<_>>()).count(), 0);
        assert_eq!(trie.at(&"居住证明天办".chars().collect::<Vec<_>>()).count(), 1);
        assert_eq!(trie.at(&"居住证办理".chars().collect::<Vec<_>>()).count(), 1);
    }
}
