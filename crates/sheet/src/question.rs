//! One question a page, by choice.

use crate::{
    SKIPPED, Turn,
    html::{El, Html, el, list, para},
    page as shown,
    parts::{button, heading, hidden, privacy, quiet, trail},
    words,
};

/// What an answer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind<'a> {
    /// Yes or no.
    Flag,
    /// One of these: code and words.
    Choice(Vec<(&'a str, &'a str)>),
    /// A number between bounds, which are written as answers are; `step` is its smallest part.
    Number {
        /// What is counted.
        unit: Option<&'a str>,
        /// The smallest.
        min: String,
        /// The largest.
        max: String,
        /// The smallest part: 1, 0.1, 0.01.
        step: &'static str,
    },
    /// A day.
    Day,
}

/// A question on its page.
#[derive(Debug, Clone)]
pub struct Ask<'a> {
    /// Its key.
    pub key: &'a str,
    /// The question.
    pub label: &'a str,
    /// Why it is asked.
    pub why: &'a str,
    /// What a word in it means, where to look.
    pub help: Option<&'a str>,
    /// What an answer is.
    pub kind: Kind<'a>,
    /// What the questions are for.
    pub about: &'a str,
    /// What was wrong with the answer before; empty for nothing.
    pub said: &'a str,
    /// How much is still to come, in words.
    pub left: &'a str,
    /// The answer that was given before.
    pub given: Option<&'a str>,
    /// The question before this one.
    pub before: Option<&'a str>,
    /// The words of the button that ends the asking.
    pub enough: &'a str,
    /// Other parts of this room below the question.
    pub below: Html,
}

impl Ask<'_> {
    /// The page; `form` takes along what is known.
    pub fn page(self, form: El) -> Turn {
        let said = (!self.said.is_empty()).then(|| para("field__error", self.said).attr("role", "alert"));
        let answers = el("div").class("answers").all(self.choices());
        let skip = quiet("give", SKIPPED, words::SKIP).flag("data-given", self.given == Some(SKIPPED));
        let before = self.before.map(|key| quiet("change", key, words::BEFORE));
        let form = form
            .child(hidden("ask", self.key))
            .child(said)
            .child(answers)
            .child(el("p").child(skip).child(before).child(quiet("do", "list", self.enough)));
        let parts = [
            trail(&[]),
            para("check__for", self.about).into(),
            heading(self.label),
            para("lead", &words::why_asked(self.why)).into(),
            self.help.map(|help| para("small", help)).into(),
            form.into(),
            para("small", self.left).into(),
            self.below,
            privacy(),
        ];
        shown(self.label, parts)
    }

    fn choices(&self) -> Vec<Html> {
        let choice = |value: &str, label: &str| mark(button("give", value, label), self.given == Some(value));
        match &self.kind {
            Kind::Flag => vec![choice("yes", words::YES), choice("no", words::NO)],
            Kind::Choice(choices) => choices.iter().map(|(value, label)| choice(value, label)).collect(),
            Kind::Number { unit, min, max, step } => {
                let mode = if *step == "1" { "numeric" } else { "decimal" };
                let field = self.field("number").attr("inputmode", mode).attr("min", min).attr("max", max);
                typed(&words::number(*unit), field.attr("step", step))
            }
            Kind::Day => typed(words::PICK_DAY, self.field("date")),
        }
    }

    fn field(&self, kind: &str) -> El {
        el("input")
            .class("field__input")
            .id("check-number")
            .attr("name", "give")
            .attr("type", kind)
            .attr("value", self.given.filter(|given| *given != SKIPPED).unwrap_or_default())
    }
}

fn typed(label: &str, field: El) -> Vec<Html> {
    let label = el("label").class("field__label").attr("for", "check-number").text(label);
    let send = el("button").class("button").attr("type", "submit").text(words::ANSWER);
    vec![el("div").class("field").child(label).child(field).into(), send.into()]
}

/// What was answered, each to be changed: key, question, answer in words. Nothing without answers.
pub fn answered(form: El, rows: impl IntoIterator<Item = (String, String, String)>) -> Html {
    let row = |(key, label, said): (String, String, String)| {
        let change = quiet("change", &key, words::CHANGE).attr("aria-label", &words::change_answer(&label));
        let said = el("strong").text(&said);
        el("span").class("pick__name").text(&label).text(" ").child(said).child(change).into()
    };
    let rows: Vec<Html> = rows.into_iter().map(row).collect();
    if rows.is_empty() {
        return Html::default();
    }
    let form = form.child(list("picks", rows));
    el("section").class("part no-print").child(el("h2").text(words::ANSWERS)).child(form).into()
}

/// The answer that was given is named as such.
fn mark(button: El, is_given: bool) -> Html {
    let note = is_given.then(|| el("span").class("answers__given").text(words::GIVEN));
    button.flag("data-given", is_given).child(note).into()
}
