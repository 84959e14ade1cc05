//! Cuts a text into phrases of the lexicon and what is left.

use crate::{Lexicon, text::GAP};

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Segment {
    /// A phrase of the lexicon.
    Phrase { start: usize, end: usize, phrase: u32 },
    /// Anything else.
    Loose { start: usize, end: usize },
}

/// What a phrase costs, and a character outside of all phrases; the cheapest cut is taken.
const PHRASE: u32 = 10;
const LOOSE: u32 = 12;
/// What it costs to begin a phrase in the middle of a word.
const BREAK: u32 = 13;

/// The cut that leaves least outside of the usable phrases and needs fewest of them. `joined` tells
/// whether the catalogue writes the characters before and after a place as one word, so that a
/// phrase does not begin in the middle of it: 广告公司 is not 告公司.
pub(crate) fn cut(
    text: &[char],
    lexicon: &Lexicon,
    usable: &dyn Fn(u32) -> bool,
    joined: &dyn Fn(char, char) -> bool,
) -> Vec<Segment> {
    let mut best: Vec<(u32, usize, Option<u32>)> = vec![(u32::MAX, 0, None); text.len() + 1];
    best[0].0 = 0;
    for at in 0..text.len() {
        let (so_far, _, phrase_before) = best[at];
        let loose = so_far + if text[at] == GAP { 0 } else { LOOSE };
        if loose < best[at + 1].0 {
            best[at + 1] = (loose, at, None);
        }
        let breaks = at > 0 && phrase_before.is_none() && text[at - 1] != GAP && joined(text[at - 1], text[at]);
        let cost = so_far + PHRASE + if breaks { BREAK } else { 0 };
        // A single character is a word only where it stands alone.
        for (length, phrase) in lexicon.trie.at(&text[at..]).filter(|&(length, _)| length > 1) {
            if cost < best[at + length].0 && usable(phrase) {
                best[at + length] = (cost, at, Some(phrase));
            }
        }
    }
    let mut segments = Vec::new();
    let mut end = text.len();
    while end > 0 {
        let (_, start, phrase) = best[end];
        match (phrase, segments.last_mut()) {
            (Some(phrase), _) => segments.push(Segment::Phrase { start, end, phrase }),
            (None, Some(Segment::Loose { start: left, .. })) if *left == end => *left = start,
            (None, _) => segments.push(Segment::Loose { start, end }),
        }
        end = start;
    }
    segments.reverse();
    segments
}
