//! Finds which phrases of the lexicon stand at a place in a text.

use std::ops::Range;

use crate::order;

/// Whether a word of this length is really there: 居住证明 is not 居住证, but 居住证明天办 has it.
fn is_whole(text: &[char], length: usize) -> bool {
    let is_proof = text[length - 1] == '证' && text.get(length) == Some(&'明');
    !is_proof || matches!(text.get(length + 1), Some('天' | '年'))
}

/// A set of phrases, each with a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trie {
    /// Characters that lead on, those of one node side by side and sorted; the one at position n leads to node n + 1.
    edges: Vec<char>,
    /// Where the edges of each node begin; one more at the end.
    starts: Vec<u32>,
    /// The phrase that ends at a node, or `NONE`.
    ends: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Trie {
    /// Builds the set; the phrase at position n gets number n.
    pub fn build<'a>(phrases: impl Iterator<Item = &'a [char]>) -> Self {
        let mut phrases: Vec<(&[char], u32)> = phrases.zip(0..).collect();
        if !phrases.is_sorted() {
            order::sort_by_key(&mut phrases, |&phrase| phrase);
        }
        let mut trie = Self { edges: Vec::new(), starts: vec![0], ends: Vec::new() };
        // Node by node, level by level: the phrases that go through it, and how far they are read.
        let mut nodes: Vec<(Range<usize>, usize)> = vec![(0..phrases.len(), 0)];
        let mut node = 0;
        while let Some((through, depth)) = nodes.get(node).cloned() {
            let mut rest = &phrases[through.clone()];
            let mut at = through.start;
            let mut end = NONE;
            while let [(phrase, number), after @ ..] = rest {
                let Some(&c) = phrase.get(depth) else {
                    end = if depth == 0 { NONE } else { *number };
                    rest = after;
                    at += 1;
                    continue;
                };
                let length = rest.iter().take_while(|(other, _)| other.get(depth) == Some(&c)).count();
                trie.edges.push(c);
                nodes.push((at..at + length, depth + 1));
                rest = &rest[length..];
                at += length;
            }
            trie.ends.push(end);
            trie.starts.push(trie.edges.len() as u32);
            node += 1;
        }
        trie
    }

    /// Every phrase that begins where the text begins, shortest first: its length and number. A word
    /// that ends in 证 before 明 is none.
    pub fn at<'a>(&'a self, text: &'a [char]) -> impl Iterator<Item = (usize, u32)> + 'a {
        let mut node = 0;
        text.iter()
            .enumerate()
            .map_while(move |(at, &c)| {
                let from = *self.starts.get(node)? as usize;
                let edges = &self.edges[from..self.starts[node + 1] as usize];
                node = from + edges.binary_search(&c).ok()? + 1;
                Some((at + 1, self.ends[node]))
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
