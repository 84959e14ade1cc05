//! One question of the check.

use domain::wire::FactView;
use sheet::{Ask, Kind, html::Html};

use super::{Turn, state::State};
use crate::text::pages as words;

/// Asks. `about` is what for, `left` how many questions may follow, `said` what was wrong with the answer before.
pub fn page(state: &State, about: &str, left: usize, fact: &FactView, said: &str) -> Turn {
    let bound = |bound: Option<i64>| bound.map(|bound| bound.to_string()).unwrap_or_default();
    let kind = match fact.kind.as_str() {
        "choice" => Kind::Choice(fact.choices.iter().map(|one| (one.value.as_str(), one.label.as_str())).collect()),
        "number" => Kind::Number { unit: fact.unit.as_deref(), min: bound(fact.min), max: bound(fact.max), step: "1" },
        _ => Kind::Flag,
    };
    let ask = Ask {
        key: &fact.key,
        label: &fact.label,
        why: &fact.why,
        help: fact.help.as_deref(),
        kind,
        about,
        said,
        left: &words::left(left),
        given: state.answers.given(&fact.key),
        before: state.answers.before(&fact.key),
        enough: words::LIST_NOW,
        below: Html::default(),
    };
    ask.page(state.form())
}
