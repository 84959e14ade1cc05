//! What one lookup has come to: place, day, answers, what has arrived. It travels in hidden fields from page to page.

use chrono::{Datelike, NaiveDate};
use domain::{
    RegionCode,
    policy::{self, Interview, PolicyBook},
};
use sheet::{
    Answers, Form, SKIPPED, Scope,
    html::{El, Html, el},
    parts::hidden,
};

use super::PATH;
use crate::answer;

/// As many years back one may look: rules of earlier years stay in the files.
const BACK: i32 = 5;
/// No more policies are ticked as arrived.
const MOST_ARRIVED: usize = 100;
/// No name of a policy is longer.
const LONGEST: usize = 60;

/// The state of a lookup.
#[derive(Clone, PartialEq, Eq)]
pub struct State {
    /// Where the citizen is.
    pub region: Option<RegionCode>,
    /// By the rules of this day.
    pub on: NaiveDate,
    /// Answers as they were given.
    pub answers: Answers,
    /// Policies whose money has arrived.
    pub arrived: Vec<String>,
}

impl State {
    /// Reads the fields and what the pressed button changes. Answers that no question takes are forgotten.
    pub fn read(form: &Form, book: &PolicyBook, today: NaiveDate) -> Self {
        let facts = book.facts();
        let takes = |key: &str, typed: &str| {
            facts.find(key).and_then(|id| facts.get(id)).is_some_and(|fact| answer::number(fact, typed).is_some())
        };
        let given = |on: NaiveDate| on <= today && on.year() >= today.year() - BACK;
        let on = form.get("on").and_then(|on| on.parse().ok()).filter(|on| given(*on)).unwrap_or(today);
        let arrived = form.all("got").filter(|id| id.len() <= LONGEST).take(MOST_ARRIVED).map(str::to_owned).collect();
        let region = form.get("region").and_then(|code| RegionCode::parse(code).ok());
        if form.get("do") == Some("forget") {
            return Self { region, on: today, answers: Answers::default(), arrived: Vec::new() };
        }
        Self { region, on, answers: Answers::read(form, takes), arrived }
    }

    /// The answers, as rules read them.
    pub fn facts(&self, book: &PolicyBook) -> policy::Answers {
        answer::answers(book.facts(), &self.answers)
    }

    /// The interview as far as it has come.
    pub fn interview<'a>(&self, book: &'a PolicyBook, scope: &'a Scope) -> Interview<'a> {
        let mut interview = Interview::new(book, &scope.regions, self.on, self.facts(book));
        let skipped = self.answers.iter().filter(|(_, typed)| *typed == SKIPPED);
        skipped.filter_map(|(key, _)| book.facts().find(key)).for_each(|fact| interview.skip(fact));
        interview
    }

    /// A form that takes the state along.
    pub fn form(&self) -> El {
        self.form_on(self.on).all(self.arrived.iter().map(|id| hidden("got", id)))
    }

    /// A form that takes place and answers along, by the rules of a day.
    pub fn form_on(&self, on: NaiveDate) -> El {
        let region = self.region.iter().map(|region| hidden("region", region.as_str()));
        let fields = Html::all(region.chain([hidden("on", &on.to_string()), self.answers.hidden()]));
        el("form").attr("method", "post").attr("action", PATH).child(fields)
    }
}
