//! What one check has come to: matters, place, day, answers. It travels in hidden fields from page to page.

use chrono::NaiveDate;
use domain::{
    ItemCode, RegionCode,
    logic::{Fact, FactKind, FactTable, Facts, Value},
};

use sheet::{
    Answers, Form,
    html::{El, Html, el},
    parts::hidden,
};

/// As many matters as one check takes.
pub const MOST_ITEMS: usize = 12;
/// As many days ahead as one plans to go.
const FARTHEST: i64 = 366;

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
    /// Answers as they were given.
    pub answers: Answers,
}

impl State {
    /// Reads the fields and what the pressed button changes. Answers that no question takes are forgotten.
    pub fn read(path: &str, form: &Form, table: &FactTable, today: NaiveDate) -> Self {
        let soon = |on: &NaiveDate| *on >= today && (*on - today).num_days() <= FARTHEST;
        let on = form.get("on").and_then(crate::date).filter(soon).unwrap_or(today);
        let region = form.get("region").and_then(|code| RegionCode::parse(code).ok());
        let takes = |key: &str, answer: &str| table.find(key).is_some_and(|fact| value(fact, answer).is_some());
        let answers = Answers::read(form, takes);
        let mut state = Self { path: path.to_owned(), items: Vec::new(), region, on, answers };
        let dropped = form.get("drop");
        for code in form.all("item").chain(form.get("add")).filter(|code| Some(*code) != dropped) {
            if let Ok(code) = ItemCode::parse(code)
                && !state.items.contains(&code)
                && state.items.len() < MOST_ITEMS
            {
                state.items.push(code);
            }
        }
        state
    }

    /// What is known.
    pub fn facts(&self, table: &FactTable) -> Facts {
        let known =
            self.answers.iter().filter_map(|(key, answer)| Some((key.to_owned(), value(table.find(key)?, answer)?)));
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
        Html::all(items.chain(region).chain([hidden("on", &self.on.to_string()), self.answers.hidden()]))
    }
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
