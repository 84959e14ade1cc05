//! Where a word ends in plain text: a pair of characters across the border of two words (学公 in 上学公证) is rare in
//! the catalogue, and would count most just for that.

use crate::{
    Engine,
    index::{bigram, unigram},
};

/// What a pair across a border counts of its rarity, in 1/1024.
const ACROSS: u32 = 256;
/// A pair lies across a border when one beside it holds together so many times better.
const BETTER: u64 = 4;
/// Keeps small figures apart.
const SCALE: u64 = 256;

impl Engine {
    /// What each pair of a text counts of its rarity, in 1/1024.
    pub(super) fn shares(&self, text: &[char]) -> Vec<u32> {
        let hold: Vec<u64> = text.windows(2).map(|pair| self.hold(pair[0], pair[1])).collect();
        let beside = |at: usize| hold.get(at).copied().unwrap_or(0);
        let best = |at: usize| beside(at + 1).max(at.checked_sub(1).map_or(0, beside));
        (0..hold.len()).map(|at| if best(at) >= BETTER * hold[at].max(1) { ACROSS } else { 1024 }).collect()
    }

    /// How much oftener two characters stand side by side than each of them would lead to expect.
    fn hold(&self, a: char, b: char) -> u64 {
        let count = |key: Option<u64>| {
            let term = key.and_then(|key| self.index.term(key));
            term.map_or(0, |term| self.index.postings(term).0.len() as u64)
        };
        match count(bigram(a, b)) {
            0 => 0,
            both => both * self.docs.len() as u64 * SCALE / (count(unigram(a)) * count(unigram(b))).max(1),
        }
    }
}

#[cfg(test)]
#[cfg(feature = "authoring")]
mod tests {
    use domain::ItemKind;

    use crate::{Doc, Engine, Lexicon};

    fn engine(names: &[&str]) -> Engine {
        let doc = |name: &&str| Doc {
            name: (*name).into(),
            plain_name: None,
            aliases: Vec::new(),
            department: String::new(),
            themes: Vec::new(),
            kind: ItemKind::PublicService,
            audience: Vec::new(),
            popularity: 0,
        };
        let words = "source = \"made for this test\"\nchecked_on = \"2026-11-22\"\n[say]\n\"丧偶\" = \"老伴去世\"\n";
        Engine::build(names.iter().map(doc).collect(), &Lexicon::parse(&[("test.toml", words)]).unwrap())
    }

    const NAMES: &[&str] =
        &["升学派位公证", "丧偶公证", "学历公证", "公司登记", "学公文写作", "学校登记", "公路查询", "文学作品登记"];

    #[test]
    fn a_pair_across_the_border_of_two_words_counts_little() {
        let engine = engine(NAMES);
        let shares = engine.shares(&"升学公证".chars().collect::<Vec<_>>());
        assert_eq!(shares, [1024, super::ACROSS, 1024]);
    }

    #[test]
    fn a_word_that_the_catalogue_writes_is_not_said_in_plainer_ones() {
        assert!(engine(NAMES).understand("丧偶公证").corrected.is_empty());
        assert_eq!(engine(&NAMES[2..]).understand("丧偶公证").corrected.len(), 1);
    }
}
