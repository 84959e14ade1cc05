//! Answers by the numbers of their questions.

use std::fmt;

use super::FactId;

/// What was answered: flags as 0 and 1, choices by their place, numbers as they are. It lives on the device.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Answers(Vec<Option<i64>>);

/// Says how many there are, never which: answers must not reach a log.
impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({} answers)", self.0.iter().flatten().count())
    }
}

impl Answers {
    /// No answers to so many questions.
    pub fn new(questions: usize) -> Self {
        Self(vec![None; questions])
    }

    /// The answer; `None` is unknown.
    pub fn get(&self, fact: FactId) -> Option<i64> {
        self.0.get(fact.at()).copied().flatten()
    }

    /// Keeps an answer in place of an earlier one.
    pub fn set(&mut self, fact: FactId, answer: i64) {
        self.put(fact, Some(answer));
    }

    /// Takes an answer back.
    pub fn forget(&mut self, fact: FactId) {
        self.put(fact, None);
    }

    /// Keeps an answer, or none, and returns what stood there.
    pub(super) fn put(&mut self, fact: FactId, answer: Option<i64>) -> Option<i64> {
        if self.0.len() <= fact.at() {
            self.0.resize(fact.at() + 1, None);
        }
        std::mem::replace(&mut self.0[fact.at()], answer)
    }
}
