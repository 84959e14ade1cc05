//! What can be wrong with lexicon files.

use std::collections::{BTreeMap, BTreeSet};

use super::{Senses, shape::Shape};

/// One thing to mend in a lexicon file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconProblem {
    /// The file's name.
    pub file: String,
    /// The entry, or empty when the whole file is meant.
    pub key: String,
    /// What is wrong with it.
    pub what: String,
}

impl std::fmt::Display for LexiconProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {:?} {}", self.file, self.key, self.what)
    }
}

impl std::error::Error for LexiconProblem {}

/// Problems found so far, and the file they are found in.
#[derive(Debug, Default)]
pub(super) struct Problems {
    pub file: String,
    pub found: Vec<LexiconProblem>,
}

impl Problems {
    pub fn add(&mut self, key: &str, what: &str) {
        self.found.push(LexiconProblem { file: self.file.clone(), key: key.into(), what: what.into() });
    }
}

/// Source and date must be there, or nobody can check the file again.
pub(super) fn origin(shape: &Shape, problems: &mut Problems) {
    if shape.source.trim().is_empty() {
        problems.add("source", "is empty");
    }
    let date = shape.checked_on.as_bytes();
    let is_date = date.len() == 10
        && date.iter().enumerate().all(|(at, b)| if at == 4 || at == 7 { *b == b'-' } else { b.is_ascii_digit() });
    if !is_date {
        problems.add("checked_on", "is not a date YYYY-MM-DD");
    }
}

/// A phrase must not lead to itself through the meanings of its meanings.
pub(super) fn cycles(phrases: &BTreeMap<Vec<char>, Senses>, problems: &mut Problems) {
    let mut safe: BTreeSet<&[char]> = BTreeSet::new();
    for (phrase, senses) in phrases {
        if senses.means.is_empty() {
            continue;
        }
        let mut path: Vec<(&[char], usize)> = vec![(phrase, 0)];
        while let Some((at, next)) = path.last_mut() {
            let means = phrases.get(*at).map_or(&[][..], |senses| &senses.means[..]);
            let Some(target) = means.get(*next) else {
                safe.insert(at);
                path.pop();
                continue;
            };
            *next += 1;
            if path.iter().any(|(seen, _)| *seen == target.as_slice()) {
                problems.add(&target.iter().collect::<String>(), "means itself, directly or through others");
            } else if !safe.contains(target.as_slice()) {
                path.push((target, 0));
            }
        }
    }
}
