//! A name that holds several papers.

use crate::papers::Join;

/// Words that join alternatives. 或 beats 、 and 和: 身份证、户口簿或护照 is a choice of three.
const ANY: &[&str] = &["或者", "或", "/"];
/// Words that join what is wanted together.
const ALL: &[&str] = &["以及", "及其", "及", "和", "与", "、", "，", ",", "；", "+"];
/// Behind examples.
const LIKE: char = '等';

/// The parts of a name.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    /// The names.
    pub names: Vec<&'a str>,
    /// How they belong together.
    pub join: Join,
    /// Whether they are only examples: any paper like them does too.
    pub examples: bool,
}

/// Splits a name; `None` when it is one.
pub(super) fn split(text: &str) -> Option<Parts<'_>> {
    let (listed, examples) = match text.split_once(LIKE) {
        Some((listed, _)) => (listed, true),
        None => (text, false),
    };
    let has_any = ANY.iter().any(|word| listed.contains(word));
    let names = cut(cut(vec![listed], ANY), ALL);
    // Mixed joints cannot be read safely: 身份证或户口簿和照片.
    let mixed = has_any && ALL.iter().any(|word| *word != "、" && listed.contains(word));
    let join = if has_any || examples { Join::Any } else { Join::All };
    ((names.len() > 1 || examples) && !mixed).then_some(Parts { names, join, examples })
}

fn cut<'a>(names: Vec<&'a str>, words: &[&str]) -> Vec<&'a str> {
    words.iter().fold(names, |names, word| names.into_iter().flat_map(|name| name.split(word)).collect())
}
