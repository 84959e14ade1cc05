//! The words around a paper's name, as data.

use serde::{Deserialize, Serialize};

/// Words that say nothing about which paper is meant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PlacingWords {
    /// In front of a name: 有效的, 本人, 原.
    pub before: Vec<String>,
    /// Behind a name: 原件及复印件, 一式两份.
    pub after: Vec<String>,
    /// Remarks in brackets that begin so leave the paper what it is: 委托办理, 正反面, 核验.
    pub remarks: Vec<String>,
    /// People other than the applicant.
    pub whose: Vec<WhoseWords>,
}

/// Ways to write one person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WhoseWords {
    /// The person under one name; empty for the applicant.
    pub person: String,
    /// How guides write it.
    pub said: Vec<String>,
}

impl PlacingWords {
    /// The text without its longest ending that says nothing.
    pub(super) fn without_ending<'a>(&self, text: &'a str) -> Option<&'a str> {
        longest(self.after.iter().filter_map(|word| text.strip_suffix(word.as_str())))
    }

    /// The text without its longest beginning that says nothing.
    pub(super) fn without_beginning<'a>(&self, text: &'a str) -> Option<&'a str> {
        let cut = longest(self.before.iter().filter_map(|word| text.strip_prefix(word.as_str())))?;
        Some(cut.strip_prefix('的').unwrap_or(cut))
    }

    /// Whose paper it is, and the rest of the name.
    pub(super) fn person<'a, 'w>(&'w self, text: &'a str) -> Option<(&'w str, &'a str)> {
        let ways = self.whose.iter().flat_map(|whose| whose.said.iter().map(move |said| (whose.person.as_str(), said)));
        let (person, rest) = ways
            .filter_map(|(person, said)| Some((person, text.strip_prefix(said.as_str())?)))
            .min_by_key(|(_, rest)| rest.len())?;
        let rest = rest.strip_prefix('的').unwrap_or(rest);
        (!rest.is_empty()).then_some((person, rest))
    }

    /// Whether a remark in brackets says nothing about which paper it is.
    pub(super) fn is_remark(&self, remark: &str) -> bool {
        remark.is_empty()
            || self.after.iter().any(|word| word == remark)
            || self.remarks.iter().any(|word| remark.starts_with(word.as_str()))
    }
}

/// What is left after the longest cut, when something is left.
fn longest<'a>(rests: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    rests.min_by_key(|rest| rest.len()).filter(|rest| !rest.is_empty())
}
