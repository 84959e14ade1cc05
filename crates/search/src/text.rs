//! Text normalisation: one form in which names and queries are compared.

use std::sync::OnceLock;

/// What separates words after folding.
pub const GAP: char = ' ';

/// Traditional and Simplified, sorted by the former.
///
/// OpenCC's character table as data, not the crate `ferrous-opencc`: that one embeds a megabyte of
/// phrase dictionaries and brings rkyv, phf and serde_json into the phone's wasm; for matching, one
/// form a character is enough, since names and queries are folded alike.
static TRADITIONAL: &str = include_str!("../data/traditional.txt");

fn traditional() -> &'static [(char, char)] {
    static TABLE: OnceLock<Vec<(char, char)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut pairs = Vec::with_capacity(3000);
        for line in TRADITIONAL.lines().filter(|line| !line.starts_with('#')) {
            let mut chars = line.chars();
            while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
                pairs.push((from, to));
            }
        }
        pairs
    })
}

/// The form a character is compared in: half width, lower case, Simplified; every mark is a gap.
pub fn fold(c: char) -> char {
    let c = match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(GAP),
        _ => c,
    };
    if c.is_ascii() {
        return if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { GAP };
    }
    if !c.is_alphanumeric() {
        return GAP;
    }
    match traditional().binary_search_by_key(&c, |&(from, _)| from) {
        Ok(at) => traditional()[at].1,
        Err(_) => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Folds a text; runs of marks become one gap, and none stands at an end.
pub fn fold_text(text: &str, also: &dyn Fn(char) -> char) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(text.len() / 3);
    for c in text.chars() {
        let c = also(fold(also(c)));
        if c != GAP || out.last().is_some_and(|&last| last != GAP) {
            out.push(c);
        }
    }
    if out.last() == Some(&GAP) {
        out.pop();
    }
    out
}

/// Whether a folded character is written without spaces and paired into bigrams.
pub fn is_han(c: char) -> bool {
    !c.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        fold_text(text, &|c| c).into_iter().collect()
    }

    #[test]
    fn traditional_full_width_and_upper_case_are_one_with_their_plain_forms() {
        assert_eq!(folded("異地就醫"), "异地就医");
        assert_eq!(folded("ＥＴＣ　辦理"), "etc 办理");
        assert_eq!(folded("戶口簿"), "户口簿");
    }

    #[test]
    fn marks_become_single_gaps_and_none_stands_at_an_end() {
        assert_eq!(folded("（新办）——食品、许可？！"), "新办 食品 许可");
        assert_eq!(folded("。。。"), "");
    }

    #[test]
    fn the_traditional_table_is_sorted_for_its_search() {
        assert!(traditional().len() > 2900);
        assert!(traditional().is_sorted_by(|a, b| a.0 < b.0));
    }
}
