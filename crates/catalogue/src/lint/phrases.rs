//! Blocklists: hijacked strings, spam, page chrome, catch-all materials and misspellings, found in one pass.

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;

use super::Code;

/// Where a phrase counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Where {
    /// Wherever it stands.
    Anywhere,
    /// Only when it opens the line, after bullets and numbers.
    Start,
    /// Only when it is the whole line, after bullets and numbers.
    Line,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawList {
    code: String,
    #[serde(default)]
    phrases: Vec<RawPhrase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPhrase {
    texts: Vec<String>,
    #[serde(default = "anywhere")]
    at: Where,
    /// Phrases that hold the text and are right.
    #[serde(default)]
    except: Vec<String>,
    /// Why it is on the list, for those who keep the list.
    #[serde(rename = "why")]
    _why: String,
}

fn anywhere() -> Where {
    Where::Anywhere
}

#[derive(Debug)]
struct Phrase {
    code: Code,
    at: Where,
    except: Vec<String>,
}

/// The lists, ready to search.
#[derive(Debug)]
pub struct Phrases {
    automaton: AhoCorasick,
    phrases: Vec<Phrase>,
}

/// A phrase in a text, by byte range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhraseHit {
    /// What it is.
    pub code: Code,
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// The lists that come with the program.
pub const BUILTIN: &[&str] = &[
    include_str!("../../../../data/lint/hijacked.toml"),
    include_str!("../../../../data/lint/spam.toml"),
    include_str!("../../../../data/lint/page_chrome.toml"),
    include_str!("../../../../data/lint/typos.toml"),
];

impl Phrases {
    /// Reads lists; a problem names the list.
    pub fn parse(lists: &[&str]) -> Result<Self, String> {
        let mut texts = Vec::new();
        let mut phrases = Vec::new();
        for list in lists {
            let raw: RawList = toml::from_str(list).map_err(|error| error.to_string())?;
            let code = Code::ALL.iter().copied().find(|code| code.name() == raw.code);
            let code = code.ok_or_else(|| format!("{}: no such code", raw.code))?;
            for phrase in raw.phrases {
                for text in phrase.texts {
                    texts.push(text);
                    phrases.push(Phrase { code, at: phrase.at, except: phrase.except.clone() });
                }
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(&texts)
            .map_err(|error| error.to_string())?;
        Ok(Self { automaton, phrases })
    }

    /// Calls `found` with every phrase of a line.
    pub fn find(&self, line: &str, found: &mut dyn FnMut(PhraseHit)) {
        for hit in self.automaton.find_iter(line) {
            let phrase = &self.phrases[hit.pattern().as_usize()];
            let counts = match phrase.at {
                Where::Anywhere => true,
                Where::Start => body(line).starts_with(&line[hit.range()]) && body_start(line) == hit.start(),
                Where::Line => body(line).trim_end_matches([':', '：', ' ', '\u{a0}']) == &line[hit.range()],
            };
            let excepted = phrase.except.iter().any(|whole| {
                line.match_indices(whole.as_str()).any(|(at, _)| at <= hit.start() && hit.end() <= at + whole.len())
            });
            if counts && !excepted {
                found(PhraseHit { code: phrase.code, start: hit.start(), end: hit.end() });
            }
        }
    }
}

/// The line without the bullet or number before it: `  • 来源:` and `1. 无障碍浏览`.
fn body(line: &str) -> &str {
    line[body_start(line)..].trim_end()
}

fn body_start(line: &str) -> usize {
    let is_mark = |c: char| c.is_whitespace() || "•·●■-.*、|".contains(c) || c.is_ascii_digit();
    line.find(|c| !is_mark(c)).unwrap_or(line.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(line: &str) -> Vec<Code> {
        let mut codes = Vec::new();
        Phrases::parse(BUILTIN).unwrap().find(line, &mut |hit| codes.push(hit.code));
        codes
    }

    #[test]
    fn text_of_a_hijacked_mirror_is_found_wherever_it_stands() {
        assert_eq!(codes("地址:必赢体育市皇姑区"), [Code::Hijacked]);
        assert_eq!(codes("来源 www.INDIASPHERE.net"), [Code::Hijacked]);
        assert_eq!(codes("体育彩票销售网点设立"), []);
    }

    #[test]
    fn spam_is_found_and_honest_matters_with_like_words_are_not() {
        assert_eq!(codes("  色系无遮挡"), [Code::Spam]);
        assert_eq!(codes("福彩销售网点解约"), []);
        assert_eq!(codes("户外广告设施不得遮挡交通标志"), []);
    }

    #[test]
    fn page_chrome_counts_only_where_it_is_chrome() {
        for line in ["1. 无障碍浏览", "  • 编辑:营商局办公室1", "  • 来源:", "微信公众号", "网站标识码:2100000037"]
        {
            assert_eq!(codes(line).first(), Some(&Code::PageChrome), "{line}");
        }
        for line in ["关注“沈阳政务”微信公众号预约", "申请人编辑短信发送", "资料来源：申请人自备", "发布时间不少于7日"]
        {
            assert_eq!(codes(line), [], "{line}");
        }
    }

    #[test]
    fn a_misspelling_is_found_and_a_right_phrase_that_holds_it_is_not() {
        assert_eq!(codes("平台的便力度"), [Code::Typo]);
        assert_eq!(codes("方便力度加大"), []);
    }
}
