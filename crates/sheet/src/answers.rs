//! Answers as they were given, carried from page to page in hidden fields.

use crate::{Form, html::Html, parts::hidden};

/// The answer of who does not know.
pub const SKIPPED: &str = "?";
/// What the names of fields with answers begin with.
const ANSWER: &str = "a.";

/// Answers by the key of their question, in the order of asking. Not printed anywhere.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Answers(Vec<(String, String)>);

impl Answers {
    /// Reads the fields and what the pressed button adds. Answers that no question `takes` are forgotten; so are, where
    /// the citizen wants to be asked again, the questions that were skipped.
    pub fn read(form: &Form, takes: impl Fn(&str, &str) -> bool) -> Self {
        let again = form.get("do") == Some("again");
        let mut answers = Self::default();
        for (key, answer) in form.under(ANSWER).filter(|(_, answer)| !(again && *answer == SKIPPED)) {
            answers.give(key, answer, &takes);
        }
        if let (Some(key), Some(answer)) = (form.get("ask"), form.get("give")) {
            answers.give(key, answer, &takes);
        }
        answers
    }

    /// Keeps an answer in place of an earlier one.
    fn give(&mut self, key: &str, answer: &str, takes: &impl Fn(&str, &str) -> bool) {
        if answer != SKIPPED && !takes(key, answer) {
            return;
        }
        self.forget(key);
        self.0.push((key.to_owned(), answer.to_owned()));
    }

    /// Forgets one.
    pub fn forget(&mut self, key: &str) {
        self.0.retain(|(own, _)| own != key);
    }

    /// The answer to a question, as it was given.
    pub fn given(&self, key: &str) -> Option<&str> {
        self.iter().find(|(own, _)| *own == key).map(|(_, answer)| answer)
    }

    /// All of them, in the order of asking.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, answer)| (key.as_str(), answer.as_str()))
    }

    /// The question that was asked before another.
    pub fn before(&self, key: &str) -> Option<&str> {
        self.iter().rev().map(|(own, _)| own).find(|own| *own != key)
    }

    /// How many were skipped.
    pub fn skipped(&self) -> usize {
        self.iter().filter(|(_, answer)| *answer == SKIPPED).count()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As hidden fields.
    pub fn hidden(&self) -> Html {
        Html::all(self.iter().map(|(key, answer)| hidden(&[ANSWER, key].concat(), answer)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_answer_takes_the_place_of_an_earlier_one_and_nonsense_is_forgotten() {
        let takes = |key: &str, answer: &str| key != "x" && answer != "bad";
        let form = Form::parse("a.one=yes&a.x=yes&a.two=bad&a.three=%3F&ask=one&give=no");
        let answers = Answers::read(&form, takes);
        assert_eq!(answers.iter().collect::<Vec<_>>(), [("three", SKIPPED), ("one", "no")]);
        assert_eq!((answers.given("one"), answers.skipped(), answers.before("one")), (Some("no"), 1, Some("three")));
        let again = Answers::read(&Form::parse("a.three=%3F&do=again"), takes);
        assert!(again.is_empty());
    }
}
