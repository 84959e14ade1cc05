//! `/benefits`: the first page, then always the question that settles most, then the result.

use domain::policy::{FactId, Next};
use sheet::{Ask, Form, Scope, Turn, html::Html, scope};

use super::{Desk, browse, first, keep, outcome::Outcome, owed, result, state::State};
use crate::{answer, text as words};

/// A lookup under way.
pub struct Lookup<'a> {
    /// Where it is written.
    pub desk: Desk<'a>,
    /// What is known.
    pub state: State,
    /// Where the citizen is.
    pub scope: Scope,
}

/// Answers an address or a form.
pub fn answer(desk: Desk<'_>, form: &Form) -> Result<Turn, Vec<String>> {
    let mut state = State::read(form, desk.book, desk.today);
    let scope = scope(desk.places, &mut state.region)?;
    let lookup = Lookup { desk, state, scope };
    let facts = desk.book.facts();
    let wish = form.get("do").unwrap_or_default();
    if let Some(fact) = form.get("change").and_then(|key| facts.find(key)) {
        return Ok(lookup.ask(fact, None, ""));
    }
    // An answer that the question does not take is asked for again.
    let refused = form.get("ask").filter(|key| wish.is_empty() && lookup.state.answers.given(key).is_none());
    let refused = refused.filter(|_| form.get("give").is_some());
    if let Some(fact) = refused.and_then(|key| facts.find(key)) {
        return Ok(lookup.ask(fact, None, words::NO_SUCH_ANSWER));
    }
    if wish == "find" || browse::is_asked(form) {
        return Ok(browse::page(&lookup, form));
    }
    if wish == "forget" || (wish.is_empty() && form.get("ask").is_none()) {
        return Ok(first::page(&lookup));
    }
    Ok(match wish {
        "list" => result::page(&lookup, &Outcome::of(&lookup)),
        "ics" => Turn::File(keep::calendar(&lookup, &Outcome::of(&lookup))),
        "text" => keep::share(&lookup, &Outcome::of(&lookup)),
        "owed" => owed::page(&lookup, &Outcome::of(&lookup)),
        _ => match lookup.next() {
            Some(next) => lookup.ask(next.fact, Some(&next), ""),
            None => result::page(&lookup, &Outcome::of(&lookup)),
        },
    })
}

impl Lookup<'_> {
    /// The next question: for whom, then what settles the most.
    pub fn next(&self) -> Option<Next> {
        let book = self.desk.book;
        let interview = self.state.interview(book, &self.scope);
        let unknown = |fact: &FactId| self.state.answers.given(book.facts().key(*fact)).is_none();
        let next = interview.next()?;
        Some(match book.subject().filter(unknown) {
            Some(fact) => Next { fact, ..next },
            None => next,
        })
    }

    fn ask(&self, fact: FactId, next: Option<&Next>, said: &str) -> Turn {
        let Some(question) = self.desk.book.facts().get(fact) else { return super::missing() };
        let key = question.fact.key.as_str();
        let left = next.map(|next| words::left(next.open, next.left)).unwrap_or_default();
        let ask = Ask {
            key,
            label: &question.fact.label,
            why: &question.fact.why,
            help: question.fact.help.as_deref(),
            kind: answer::kind(question),
            about: &words::about(self.scope.name.as_deref(), self.state.on, self.state.on < self.desk.today),
            said,
            left: &left,
            given: self.state.answers.given(key),
            before: self.state.answers.before(key),
            enough: words::ENOUGH,
            below: Html::default(),
        };
        ask.page(self.state.form())
    }
}
