//! The table data/readings.txt, made anew.

use std::collections::{BTreeMap, BTreeSet};

use encoding_rs::GBK;
use pinyin::ToPinyin;

const HEAD: &str = "\
# The usual reading of each character: a syllable with v for ü, then its characters by code point.
# source: crate pinyin 0.10 (MIT), for the characters of GB 2312 and those of data/catalogue, data/lexicon and data/regions
# checked_on: 2026-11-22
";

/// The characters of GB 2312, which are in daily use, and those of the given texts.
fn in_use(texts: &[String]) -> BTreeSet<char> {
    let mut chars: BTreeSet<char> = texts.iter().flat_map(|text| text.chars()).collect();
    for (row, column) in (0xB0..=0xF7).flat_map(|row| (0xA1..=0xFE).map(move |column| (row, column))) {
        chars.extend(GBK.decode_without_bom_handling(&[row, column]).0.chars());
    }
    chars
}

/// The whole file for the texts of the project.
pub fn table(texts: &[String]) -> String {
    let mut by_syllable: BTreeMap<String, String> = BTreeMap::new();
    for c in in_use(texts) {
        let Some(reading) = c.to_pinyin() else { continue };
        by_syllable.entry(reading.plain().replace('ü', "v")).or_default().push(c);
    }
    let lines = by_syllable.iter().map(|(syllable, chars)| format!("{syllable} {chars}\n"));
    [HEAD.to_owned()].into_iter().chain(lines).collect()
}
