//! How much, in words.

use domain::policy::{Amount, Base, PolicyFacts, Range, Rule, Term};
use sheet::html::{El, Html, el, list, para, rows};

use crate::{answer, money, text as words};

/// The amount of a cycle as it came out: 每月 50 元 到 100 元.
pub fn told(rule: &Rule, range: Option<Range>) -> String {
    match range {
        Some(range) => [words::cycle(rule.pay.cycle), " ", &money::range(range)].concat(),
        None => rule.amount.worth.clone().unwrap_or_else(|| words::LOCAL.to_owned()),
    }
}

/// How an amount is made up, before anybody has answered anything.
pub fn formula(facts: &PolicyFacts, amount: &Amount) -> Html {
    let worth = amount.worth.as_deref().map(|worth| para("", worth));
    let local = amount.local.as_deref().map(|local| para("small", local));
    let highest = (amount.highest && amount.parts.len() > 1).then(|| para("small", words::HIGHEST_PART));
    let parts = amount.parts.iter().map(|part| {
        let head = el("strong").text(&part.label);
        let when = part.when.as_ref().map(|when| Html::text(&["（", &words::cond(facts, when), "）"].concat()));
        let cap = part.at_most.map(|fen| Html::text(&["，", &words::at_most(&money::text(fen))].concat()));
        let tiers = part.rows.iter().map(|row| (words::cond(facts, &row.when), Html::text(&term(facts, &row.term))));
        // A single row that always holds needs no table.
        let body = match part.rows.as_slice() {
            [one] if words::cond(facts, &one.when).is_empty() => Html::text(&["：", &term(facts, &one.term)].concat()),
            _ => rows(tiers),
        };
        el("span").child(head).child(when).child(cap).child(body).into()
    });
    let bounds = [
        amount.at_most.map(|fen| words::at_most(&money::text(fen))),
        amount.at_least.map(|fen| words::at_least(&money::text(fen))),
    ];
    let bounds = bounds.into_iter().flatten().collect::<Vec<_>>().join("，");
    let bounds: Option<El> = (!bounds.is_empty()).then(|| para("small", &bounds));
    let example = amount.example.as_deref().map(|text| para("", &words::example(text)));
    Html::all([worth.into(), list("plain", parts), bounds.into(), highest.into(), local.into(), example.into()])
}

/// What a tier pays.
fn term(facts: &PolicyFacts, term: &Term) -> String {
    let label = |fact| facts.get(fact).map_or("", |fact| fact.fact.label.trim_end_matches('？'));
    let base = match term.base {
        Base::Nothing => return words::PAYS_NOTHING.to_owned(),
        Base::Fixed(fen) => money::text(fen),
        Base::Local(least, most) => money::range(Range { min: least, max: most, is_open: false }),
        Base::Share { of, rate, above } => {
            let (numerator, denominator) = (rate.num, rate.den);
            let share = words::share(numerator, denominator, label(of));
            let above = (above > 0).then(|| words::above(&money::text(above)));
            [above.unwrap_or_default(), share].concat()
        }
    };
    let per = term.per.map(|per| {
        let most = per.at_most.and_then(|most| Some(answer::said(facts.get(per.fact)?, most)));
        [words::per(label(per.fact)), most.map(|most| words::per_at_most(&most)).unwrap_or_default()].concat()
    });
    [base, per.unwrap_or_default()].concat()
}
