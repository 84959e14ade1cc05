//! `/checklist`: which page of the check comes next.

use domain::{
    ItemCode,
    wire::{Checklist, FactView},
};

use super::{Answer, Desk, Form, Got, Turn, bag, calendar, choose, question, share, state::State};
use crate::{Matter, checklist, facts::view, text::pages as words};
use sheet::{SKIPPED, Scope, scope};

/// The address of the check.
pub const PATH: &str = "/checklist";

/// What a page of the check is made from.
pub struct Check<'a> {
    /// Where it is written.
    pub desk: Desk<'a>,
    /// What is known.
    pub state: State,
    /// The matters.
    pub matters: Vec<Matter>,
    /// The region's name, when one is chosen.
    pub region: Option<String>,
    /// What must be in the bag.
    pub list: Checklist,
}

impl Check<'_> {
    /// How many questions are still worth an answer.
    pub fn open(&self) -> usize {
        self.list.questions.iter().filter(|question| self.state.answers.given(&question.fact.key).is_none()).count()
    }

    /// The page of a question. `said` is what was wrong with the answer before.
    fn ask(&self, fact: &FactView, said: &str) -> Turn {
        let about = words::what_for(&self.matters, self.region.as_deref());
        let others = self.list.questions.iter().filter(|open| open.fact.key != fact.key);
        let left = others.filter(|open| self.state.answers.given(&open.fact.key).is_none()).count();
        question::page(&self.state, &about, left, fact, said)
    }

    /// How many of the questions that would matter were skipped.
    pub fn skipped(&self) -> usize {
        self.list
            .questions
            .iter()
            .filter(|question| self.state.answers.given(&question.fact.key) == Some(SKIPPED))
            .count()
    }
}

/// Answers a form of the check.
pub fn answer(desk: Desk<'_>, form: &Form) -> Answer {
    let table = desk.world.book().facts();
    let mut state = State::read(PATH, form, table, desk.today);
    let Scope { name: region, regions: scope } = scope(desk.guides, &mut state.region)?;
    let wish = form.get("do").unwrap_or_default();
    let words = form.get("q").filter(|_| wish != "go").map(str::trim).unwrap_or_default();
    if state.items.is_empty() || wish == "matters" || wish == "find" || form.get("drop").is_some() {
        return choose::answer(desk, state, words, "");
    }
    let matters = match matters(desk, &state)? {
        Ok(matters) => matters,
        Err(why) => return choose::answer(desk, without(state, &why), words, why.said()),
    };
    let list = checklist(desk.world, &matters, &scope, state.on, &state.facts(table));
    let check = Check { desk, state, matters, region, list };
    if let Some(fact) = form.get("change").and_then(|key| table.find(key)) {
        return Ok(check.ask(&view(fact), ""));
    }
    // An answer that the question does not take is asked for again.
    let refused = form.get("ask").filter(|key| wish.is_empty() && check.state.answers.given(key).is_none());
    let refused = refused.filter(|_| form.get("give").is_some());
    if let Some(fact) = refused.and_then(|key| table.find(key)) {
        return Ok(check.ask(&view(fact), words::NO_SUCH_ANSWER));
    }
    Ok(match wish {
        "list" => bag::page(&check),
        "ics" => Turn::File(calendar::file(&check)),
        "text" => share::page(&check, form.get("with").is_some()),
        _ => match check.list.questions.iter().find(|question| check.state.answers.given(&question.fact.key).is_none())
        {
            Some(next) => check.ask(&next.fact, ""),
            None => bag::page(&check),
        },
    })
}

/// Why a check cannot go on with these matters.
pub enum Trouble {
    /// No such matter.
    Nowhere(ItemCode),
    /// A guide could not be had.
    Unreachable,
}

impl Trouble {
    /// The same in words.
    pub fn said(&self) -> &'static str {
        match self {
            Self::Nowhere(_) => words::NO_SUCH_MATTER,
            Self::Unreachable => words::UNREACHABLE,
        }
    }
}

fn without(mut state: State, why: &Trouble) -> State {
    if let Trouble::Nowhere(code) = why {
        state.items.retain(|item| item != code);
    }
    state
}

/// The guides of all matters, asked for together.
pub fn matters(desk: Desk<'_>, state: &State) -> Answer<Result<Vec<Matter>, Trouble>> {
    let (mut matters, mut needs, mut trouble) = (Vec::new(), Vec::new(), None);
    for code in &state.items {
        match desk.guides.matter(code, state.region.as_ref()) {
            Got::Here(matter) => matters.push(matter),
            Got::Nowhere => trouble = trouble.or(Some(Trouble::Nowhere(code.clone()))),
            Got::Unreachable => trouble = trouble.or(Some(Trouble::Unreachable)),
            Got::Ask(address) => needs.push(address),
        }
    }
    if needs.is_empty() { Ok(trouble.map_or(Ok(matters), Err)) } else { Err(needs) }
}
