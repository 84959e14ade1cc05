//! What one check has come to: matters, place, day, answers. It travels in hidden fields from page to page.

use chrono::NaiveDate;
use domain::{
    ItemCode, RegionCode,
    logic::{Fact, FactKind, FactTable, Facts, Value},
};

use super::Form;
use crate::html::{El, Html, el};

/// As many matters as one check takes.
pub const MOST_ITEMS: usize = 12;
/// As many days ahead as one plans to go.
const FARTHEST: i64 = 366;
/// The answer of who does not know.
pub const SKIPPED: &str = "?";
/// What the names of fields with answers begin with.
const ANSWER: &str = "a.";

/// The state of a check.
#[derive(Clone, PartialEq, Eq)]
pub struct State {
    /// Where its forms are sent.
    pub path: String,
    /// The matters.
    pub items: Vec<ItemCode>,
    /// Where the citizen is.
    pub region: Option<RegionCode>,
    /// The day of going.
    pub on: NaiveDate,
    /// Answers as they were given, by the key of their question, in the order of asking.
    pub answers: Vec<(String, String)>,
}

impl State {
    /// Reads the fields and what the pressed button changes. Answers that no question takes are forgotten.
    pub fn read(path: &str, form: &Form, table: &FactTable, today: NaiveDate) -> Self {
        let soon = |on: &NaiveDate| *on >= today && (*on - today).num_days() <= FARTHEST;
        let on = form.get("on").and_then(crate::date).filter(soon).unwrap_or(today);
        let region = form.get("region").and_then(|code| RegionCode::parse(code).ok());
        let mut state = Self { path: path.to_owned(), items: Vec::new(), region, on, answers: Vec::new() };
        let dropped = form.get("drop");
        for code in form.all("item").chain(form.get("add")).filter(|code| Some(*code) != dropped) {
            if let Ok(code) = ItemCode::parse(code)
                && !state.items.contains(&code)
                && state.items.len() < MOST_ITEMS
            {
                state.items.push(code);
            }
        }
        let again = form.get("do") == Some("again");
        for (key, answer) in form.under(ANSWER).filter(|(_, answer)| !(again && *answer == SKIPPED)) {
            state.answer(table, key, answer);
        }
        if let (Some(key), Some(answer)) = (form.get("ask"), form.get("give")) {
            state.answer(table, key, answer);
        }
        state
    }

    /// Keeps an answer in place of an earlier one; whether the question takes it.
    fn answer(&mut self, table: &FactTable, key: &str, answer: &str) {
        let takes = table.find(key).is_some_and(|fact| answer == SKIPPED || value(fact, answer).is_some());
        if !takes {
            return;
        }
        self.answers.retain(|(own, _)| own != key);
        self.answers.push((key.to_owned(), answer.to_owned()));
    }

    /// The answer to a question, as it was given.
    pub fn given(&self, key: &str) -> Option<&str> {
        self.answers.iter().find(|(own, _)| own == key).map(|(_, answer)| answer.as_str())
    }

    /// What is known.
    pub fn facts(&self, table: &FactTable) -> Facts {
        let known =
            self.answers.iter().filter_map(|(key, answer)| Some((key.clone(), value(table.find(key)?, answer)?)));
        known.collect()
    }

    /// A form that takes the state along.
    pub fn form(&self) -> El {
        self.form_to(&self.path)
    }

    /// A form that takes the state to another path.
    pub fn form_to(&self, path: &str) -> El {
        el("form").attr("method", "post").attr("action", path).child(self.hidden())
    }

    /// The state as hidden fields.
    fn hidden(&self) -> Html {
        let items = self.items.iter().map(|item| hidden("item", item.as_str()));
        let region = self.region.iter().map(|region| hidden("region", region.as_str()));
        let answers = self.answers.iter().map(|(key, answer)| hidden(&[ANSWER, key].concat(), answer));
        Html::all(items.chain(region).chain([hidden("on", &self.on.to_string())]).chain(answers))
    }
}

/// A hidden field.
pub fn hidden(name: &str, value: &str) -> Html {
    el("input").attr("type", "hidden").attr("name", name).attr("value", value).into()
}

/// The answer to a question as a value; `None` for what it does not take.
fn value(fact: &Fact, answer: &str) -> Option<Value> {
    let value = match &fact.kind {
        FactKind::Flag => Value::Flag(match answer {
            "yes" => true,
            "no" => false,
            _ => return None,
        }),
        FactKind::Choice { .. } => Value::Choice(answer.to_owned()),
        FactKind::Number { .. } => Value::Number(answer.trim().parse().ok()?),
    };
    fact.kind.takes(&value).then_some(value)
}
