//! All lints of text in one pass: what a cell or a line of a document is asked.

use super::{
    Code, cut_off, dates, masked, mojibake,
    phrases::{BUILTIN, Phrases},
    sums,
    traditional::Traditional,
};

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A line of a document.
    Document,
    /// A cell of words that a citizen reads.
    Words,
    /// A cell with a code, number, phone or web address.
    Plain,
}

/// A problem of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub code: Code,
    /// The words, with some around them.
    pub text: String,
    /// The text without the problem, when it can be repaired.
    pub repaired: Option<String>,
}

/// The lints, ready to run.
#[derive(Debug)]
pub struct TextLints {
    phrases: Phrases,
    traditional: Traditional,
}

impl TextLints {
    /// The lints with the lists that come with the program.
    pub fn new() -> Result<Self, String> {
        Ok(Self { phrases: Phrases::parse(BUILTIN)?, traditional: Traditional::new() })
    }

    /// Adds the problems of one line or cell.
    pub fn find(&self, text: &str, place: Place, found: &mut Vec<Finding>) {
        if text.is_empty() {
            return;
        }
        let mut push = |code, start: usize, end: usize| {
            found.push(Finding { code, text: excerpt(text, start, end), repaired: None });
        };
        self.phrases.find(text, &mut |hit| match (place, hit.code) {
            // A table's own columns may well be called 来源 or 编辑; only documents carry a page's frame and prose.
            (Place::Plain, Code::PageChrome | Code::Typo) => {}
            (_, code) => push(code, hit.start, hit.end),
        });
        if place == Place::Plain {
            return;
        }
        if let Some((start, end)) = mojibake::find(text) {
            push(Code::Mojibake, start, end);
        }
        if place == Place::Document && is_breadcrumb(text) {
            push(Code::PageChrome, 0, text.len());
        }
        masked::find(text, &mut |start, end| push(Code::MaskedName, start, end));
        if text.bytes().any(|b| b.is_ascii_digit()) {
            dates::find(text, place == Place::Document, &mut push);
        }
        if place == Place::Document && cut_off::is_cut_off(text) {
            push(Code::CutOff, text.trim_end().len(), text.trim_end().len());
        }
        let folded = self.traditional.fold(text);
        if let Some((_, at)) = &folded {
            push(Code::Traditional, *at, *at);
        }
        let simplified = folded.map(|(text, _)| text);
        if text.len() > 30 {
            for mismatch in sums::find(simplified.as_deref().unwrap_or(text)) {
                let text = format!("{}：原文为{}，各项合计{}", mismatch.text, mismatch.stated, mismatch.found);
                found.push(Finding { code: Code::SumMismatch, text, repaired: None });
            }
        }
        if simplified.is_some()
            && let Some(finding) = found.iter_mut().rev().find(|finding| finding.code == Code::Traditional)
        {
            finding.repaired = simplified;
        }
    }
}

/// A trail of links at the top of a page: `政务公开 > 新闻发布会`.
fn is_breadcrumb(line: &str) -> bool {
    let parts: Vec<&str> = line.split(['>', '＞', '»']).collect();
    let short = |part: &&str| {
        let words = part.trim_matches(|c: char| c == '?' || c.is_whitespace());
        (2..=10).contains(&words.chars().count()) && words.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    };
    parts.len() >= 2 && parts.iter().all(short)
}

/// The words from `start` to `end` with some around them, on one line.
pub fn excerpt(text: &str, start: usize, end: usize) -> String {
    const AROUND: usize = 12;
    let before = text[..start].char_indices().rev().take(AROUND).last().map_or(start, |(at, _)| at);
    let after = text[end..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| end + at);
    text[before..after].split_whitespace().collect::<Vec<_>>().join(" ").chars().take(120).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn codes(text: &str, place: Place) -> Vec<Code> {
        let mut found = Vec::new();
        TextLints::new().unwrap().find(text, place, &mut found);
        found.into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn one_line_may_have_several_problems() {
        assert_eq!(
            codes("**區於2019101日啟動", Place::Document),
            [Code::MaskedName, Code::LostDigits, Code::Traditional]
        );
        assert_eq!(codes("政务公开?>? 新闻发布会", Place::Document), [Code::Mojibake, Code::PageChrome]);
    }

    #[test]
    fn codes_and_addresses_are_only_asked_for_what_is_never_right() {
        assert_eq!(codes("515日**", Place::Plain), []);
        assert_eq!(codes("http://jzmfx.com/1", Place::Plain), [Code::Hijacked]);
    }

    #[test]
    fn a_traditional_cell_comes_back_simplified() {
        let mut found = Vec::new();
        TextLints::new().unwrap().find("個體工商戶註銷", Place::Words, &mut found);
        assert_eq!(found[0].repaired.as_deref(), Some("个体工商户注销"));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,40}") {
            thread_local! { static LINTS: TextLints = TextLints::new().unwrap(); }
            LINTS.with(|lints| lints.find(&text, Place::Document, &mut Vec::new()));
        }
    }
}
