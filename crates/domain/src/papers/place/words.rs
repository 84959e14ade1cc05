//! The words around a paper's name, as data.

use serde::{Deserialize, Serialize};

use super::clause;

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
    /// What words for people end in: 押运人, 项目负责人, 全体职工.
    pub people: Vec<String>,
    /// Words of doings and other papers that make it another paper: 解除, 翻译.
    pub strangers: Vec<String>,
    /// Words of other countries, regions and armies: a certificate or proof from there is another paper, a form or a
    /// photo is not.
    pub elsewhere: Vec<String>,
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

/// No word for a person is longer.
const LONGEST_PERSON: usize = 16;
/// No name of a province or city is longer.
const LONGEST_PLACE: usize = 4;

impl PlacingWords {
    /// The text without each ending that says nothing, the longest first.
    pub(super) fn without_ending<'a>(&self, text: &'a str) -> Vec<&'a str> {
        let words = self.after.iter().filter_map(|word| text.strip_suffix(word.as_str()));
        shortest_first(words.chain(clause::without_count(text)).chain(text.strip_suffix('的')))
    }

    /// The text without each beginning that says nothing, the longest first.
    pub(super) fn without_beginning<'a>(&self, text: &'a str) -> Vec<&'a str> {
        let cut = self.before.iter().filter_map(|word| text.strip_prefix(word.as_str()));
        shortest_first(cut.map(|rest| rest.strip_prefix('的').unwrap_or(rest)))
    }

    /// Whose paper it may be and the rest of the name, the longest word for a person first.
    pub(super) fn person<'a, 'w>(&'w self, text: &'a str) -> Vec<(&'w str, &'a str)> {
        let ways = self.whose.iter().flat_map(|whose| whose.said.iter().map(move |said| (whose.person.as_str(), said)));
        let found = ways.filter_map(|(person, said)| Some((person, text.strip_prefix(said.as_str())?)));
        let mut found: Vec<_> = found
            .map(|(person, rest)| (person, rest.strip_prefix('的').unwrap_or(rest)))
            .filter(|(_, rest)| !rest.is_empty())
            .collect();
        found.sort_by_key(|(_, rest)| rest.len());
        found
    }

    /// Somebody of whom no list knows, by how words for people end; the longest word first.
    pub(super) fn somebody<'a>(&self, text: &'a str) -> Vec<(&'a str, &'a str)> {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_PERSON);
        let mut found: Vec<_> = ends
            .map(|end| text.split_at(end))
            .filter(|(person, rest)| !rest.is_empty() && self.are_people(person))
            .map(|(person, rest)| (last_of(person), rest.strip_prefix('的').unwrap_or(rest)))
            .collect();
        found.reverse();
        found
    }

    /// The name without the province or city whose paper it is: 广东省居民户口簿.
    pub(super) fn without_place<'a>(&self, text: &'a str) -> Option<&'a str> {
        let (place, rest) = text.split_once(['省', '市'])?;
        (!self.are_strangers(place) && !rest.is_empty() && (1..LONGEST_PLACE).contains(&place.chars().count()))
            .then_some(rest)
    }

    /// Whether a remark in brackets says nothing about which paper it is.
    pub(super) fn is_remark(&self, remark: &str) -> bool {
        remark.is_empty()
            || self.after.iter().any(|word| word == remark)
            || self.remarks.iter().any(|word| remark.starts_with(word.as_str()))
            || FOR_WHOM.iter().any(|end| remark.ends_with(end)) && !self.are_strangers(remark)
            || remark.split(['/', '、']).all(|place| place.ends_with(['省', '市', '县', '区']))
    }

    fn are_people(&self, text: &str) -> bool {
        let ends = |one: &str| self.people.iter().any(|end| one.ends_with(end.as_str()));
        text.split(BETWEEN_PEOPLE).all(ends) && !text.contains([':', ',', '，']) && !self.are_strangers(text)
    }

    /// Whether the words tell of somebody or something whose papers are others, whatever paper it is.
    pub(super) fn are_others(&self, text: &str) -> bool {
        self.strangers.iter().any(|word| text.contains(word.as_str()))
    }

    /// Whether the words tell of somebody or something whose certificates and proofs are others.
    pub(super) fn are_strangers(&self, text: &str) -> bool {
        self.are_others(text) || self.elsewhere.iter().any(|word| text.contains(word.as_str()))
    }
}

/// Between people who hand in the same: 经办人、押运人.
const BETWEEN_PEOPLE: &[char] = &['、', '和', '及', '与', '或', '/'];
/// Ends of remarks that say for whom, when or in which case.
const FOR_WHOM: &[&str] = &["的", "时", "后", "者", "人", "公司", "企业", "单位", "提供", "提交", "办理"];

/// The last word of those for people; empty for the applicant.
fn last_of(people: &str) -> &str {
    let last = people.rsplit(|c| c == '的' || BETWEEN_PEOPLE.contains(&c)).next().unwrap_or(people);
    if ["本人", "申请人"].iter().any(|own| last.ends_with(own)) { "" } else { last }
}

fn shortest_first<'a>(rests: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut rests: Vec<&str> = rests.filter(|rest| !rest.is_empty()).collect();
    rests.sort_by_key(|rest| rest.len());
    rests.dedup();
    rests
}
