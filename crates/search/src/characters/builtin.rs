//! The tables of crates/search/data, inside the program.

use super::Characters;

/// OpenCC's character table as data, not the crate `ferrous-opencc`: that one embeds a megabyte of
/// phrase dictionaries and brings rkyv, phf and serde_json into the phone's wasm; for matching, one
/// form a character is enough, since names and queries are folded alike.
const TRADITIONAL: &str = include_str!("../../data/traditional.txt");
/// The usual reading of each character in use: a syllable a line, then its characters.
const READINGS: &str = include_str!("../../data/readings.txt");

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

impl Characters {
    /// The tables that come with the program. Tests prove that they are sorted and complete.
    pub fn builtin() -> Self {
        let mut syllables = Vec::new();
        let mut readings = Vec::new();
        for (syllable, chars) in lines(READINGS).filter_map(|line| line.split_once(' ')) {
            readings.extend(chars.chars().map(|c| (c, syllables.len() as u16)));
            syllables.push(syllable.to_owned());
        }
        readings.sort_unstable();
        let mut simplified = Vec::with_capacity(3000);
        for line in lines(TRADITIONAL) {
            let mut chars = line.chars();
            while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
                // A form that is not in use either leads nowhere.
                if readings.binary_search_by_key(&to, |&(c, _): &(char, u16)| c).is_ok() {
                    simplified.push((from, to));
                }
            }
        }
        Self::new(simplified, syllables, readings)
    }
}
