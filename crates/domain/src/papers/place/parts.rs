//! A name that holds several papers.

use crate::{order, papers::Join};

/// Words that join alternatives. 或 beats 、 and 和: 身份证、户口簿或护照 is a choice of three.
const ANY: &[&str] = &["或者", "或", "/"];
/// Words that join what is wanted together.
const ALL: &[&str] = &["以及", "及其", "及", "和", "与", "、", "，", ",", "；", "+"];
/// Behind examples.
const LIKE: &str = "等";
/// Words that hold a joint and join nothing.
const WHOLE: &[&str] =
    &["等级", "高等", "中等", "初等", "平等", "参与", "涉及", "普及", "及时", "及格", "危及", "和平", "共和", "总和"];

/// The parts of a name.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    /// The names.
    pub names: Vec<&'a str>,
    /// How they belong together.
    pub join: Join,
    /// Whether they are only examples: any paper like them does too.
    pub examples: bool,
    /// What they are examples of, when something stands there.
    pub kind: Option<&'a str>,
    /// Whether 或 stands beside 和, so that nobody can say which replace each other: 身份证或户口簿和照片.
    pub mixed: bool,
}

/// Splits a name; `None` when it is one.
pub(super) fn split(text: &str) -> Option<Parts<'_>> {
    let (listed, kind) = match joints(text, &[LIKE]).first() {
        Some((at, word)) => (&text[..*at], Some(&text[at + word.len()..])),
        None => (text, None),
    };
    let examples = kind.is_some();
    let any = joints(listed, ANY);
    let all = joints(listed, ALL);
    let mixed = !any.is_empty() && all.iter().any(|(_, word)| *word != "、");
    let mut cuts = [any.as_slice(), all.as_slice()].concat();
    order::sort_by_key(&mut cuts, |(at, _)| *at);
    let mut names = Vec::with_capacity(cuts.len() + 1);
    let mut from = 0;
    for (at, word) in &cuts {
        names.push(&listed[from..*at]);
        from = at + word.len();
    }
    names.push(&listed[from..]);
    let join = if !any.is_empty() || examples { Join::Any } else { Join::All };
    (names.len() > 1 || examples).then_some(Parts { names, join, examples, kind, mixed })
}

/// Whether words end in the middle of a list, so that they are part of it: 身份证和.
pub(super) fn goes_on(text: &str) -> bool {
    ANY.iter().chain(ALL).any(|word| text.ends_with(word))
}

/// Whether a list goes on behind what belongs to somebody, so that its first part is no maker: 某处出具的函件和核发.
pub(super) fn holds_joint_behind_of(text: &str) -> bool {
    text.split_once('的').is_some_and(|(_, behind)| !joints(behind, ANY).is_empty() || !joints(behind, ALL).is_empty())
}

/// Where the words stand, the longest at each place, but not inside other words.
fn joints(text: &str, words: &'static [&'static str]) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        let rest = &text[at..];
        let whole = WHOLE.iter().find(|word| rest.starts_with(**word));
        let joint = words.iter().filter(|word| rest.starts_with(**word)).max_by_key(|word| word.len());
        at += match (whole, joint) {
            (Some(whole), _) => whole.len(),
            (None, Some(joint)) => {
                found.push((at, *joint));
                joint.len()
            }
            (None, None) => next.len_utf8(),
        };
    }
    found
}
