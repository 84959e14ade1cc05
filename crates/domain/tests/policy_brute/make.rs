//! Random policies over few questions with few answers, so that everything can be tried.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    Audience, Level, RegionCode,
    logic::{Choice, Expr, Fact, FactKind},
    policy::{
        Amount, Answers, Base, BookParts, Change, Cond, Condition, Cycle, Exception, FactId, Group, Instrument, Leaf,
        Means, Part, Pay, PayMode, Per, Policy, PolicyBook, PolicyClass, PolicyFact, PolicyFacts, Rate, Row, Rule,
        Term, Then,
    },
};

use crate::prng::Prng;

const KEYS: [&str; 7] = ["subject", "a", "b", "c", "n", "m", "k"];
/// How many questions there are.
pub const QUESTIONS: u16 = KEYS.len() as u16;

/// A policy with its conditions as they were written.
pub struct Made {
    pub policy: Policy,
    pub conditions: Vec<Expr>,
    pub exceptions: Vec<Expr>,
    /// No question occurs twice, in conditions and amount together.
    pub asks_once: bool,
}

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).unwrap()
}

pub fn number_of_key(key: &str) -> usize {
    KEYS.iter().position(|other| *other == key).unwrap()
}

fn facts() -> Vec<PolicyFact> {
    let choices = |codes: &[&str]| FactKind::Choice {
        choices: codes.iter().map(|code| Choice { value: (*code).into(), label: (*code).into() }).collect(),
    };
    let number = |max, unit: &str| FactKind::Number { min: 0, max, unit: unit.into() };
    let kinds = [
        choices(&["natural", "legal"]),
        FactKind::Flag,
        FactKind::Flag,
        choices(&["x", "y", "z"]),
        number(7, "岁"),
        number(5, "人"),
        number(9, "元"),
    ];
    let change = [Change::Never, Change::Never, Change::Any, Change::Any, Change::Up, Change::Any, Change::Any];
    let all = KEYS.iter().zip(kinds).zip(change);
    let fact = |((key, kind), change): ((&&str, FactKind), Change)| PolicyFact {
        fact: Fact { key: (*key).into(), kind, label: "问".into(), why: "因".into(), help: None },
        decimals: if *key == "k" { 2 } else { 0 },
        is_day: false,
        of: None,
        change,
    };
    all.map(fact).collect()
}

pub fn book(policies: Vec<Policy>, groups: Vec<Group>) -> PolicyBook {
    PolicyBook::build(BookParts { facts: facts(), groups, policies, data_date: day() }).unwrap()
}

/// A question and the answers that fit; never `subject`, which is the audience's.
fn leaf(prng: &mut Prng) -> Expr {
    match prng.below(5) {
        0 => Expr::Is("a".into()),
        1 => Expr::Is("b".into()),
        2 => {
            let values: Vec<String> =
                ["x", "y", "z"].iter().filter(|_| prng.one_in(2)).take(2).map(|code| (*code).into()).collect();
            Expr::In { fact: "c".into(), values: if values.is_empty() { vec!["y".into()] } else { values } }
        }
        other => {
            let (key, top) = [("n", 7), ("m", 5), ("k", 9)][(other as usize - 3 + prng.below(2) as usize) % 3];
            let (one, two) = (prng.between(0, top), prng.between(0, top));
            let is_open = prng.below(3);
            // What everybody fits is refused where policies are read, so it is not tried here.
            let min = one.min(two).max(i64::from(is_open != 1));
            let max = one.max(two).max(min).min(if is_open == 1 { top - 1 } else { top });
            Expr::Between { fact: key.into(), min: (is_open != 1).then_some(min), max: (is_open != 0).then_some(max) }
        }
    }
}

fn expr(prng: &mut Prng, depth: u64) -> Expr {
    if depth == 0 || prng.one_in(2) {
        return leaf(prng);
    }
    let count = prng.between(1, 3);
    match prng.below(3) {
        0 => Expr::All((0..count).map(|_| expr(prng, depth - 1)).collect()),
        1 => Expr::Any((0..count).map(|_| expr(prng, depth - 1)).collect()),
        _ => Expr::Not(Box::new(expr(prng, depth - 1))),
    }
}

fn term(prng: &mut Prng) -> Term {
    let base = match prng.below(4) {
        0 => Base::Fixed(prng.between(1, 500)),
        1 => Base::Local(prng.between(1, 100), prng.between(100, 500)),
        2 => Base::Share {
            of: FactId(6),
            rate: Rate::new(prng.between(1, 7) as u32, prng.between(1, 9) as u32).unwrap(),
            above: prng.between(0, 4),
        },
        _ => Base::Nothing,
    };
    let per = Per { fact: FactId(5), at_most: prng.one_in(2).then(|| prng.between(1, 4)) };
    Term { base, per: prng.one_in(3).then_some(per) }
}

fn part(prng: &mut Prng, facts: &PolicyFacts) -> Part {
    let when = prng.one_in(3).then(|| Cond::compile(&leaf(prng), facts).unwrap());
    let rows = match prng.below(3) {
        0 => vec![Row { when: Cond::ALWAYS, term: term(prng) }],
        1 => {
            let split = prng.between(1, 7);
            let spans = [(0, split - 1), (split, 7)];
            let row = |(min, max)| Row { when: Cond::Leaf(Leaf::Between(FactId(4), min, max)), term: term(prng) };
            spans.map(row).into()
        }
        _ => {
            // A tier may be missing: then nothing is paid.
            let sets: &[u64] = if prng.one_in(2) { &[0b001, 0b110] } else { &[0b010] };
            sets.iter().map(|set| Row { when: Cond::Leaf(Leaf::In(FactId(3), *set)), term: term(prng) }).collect()
        }
    };
    Part { label: "钱".into(), when, at_most: prng.one_in(4).then(|| prng.between(1, 800)), rows, source: 0 }
}

pub fn policy(prng: &mut Prng) -> Made {
    let facts = PolicyFacts::build(facts()).unwrap();
    let compile = |expr: &Expr| Cond::compile(expr, &facts).unwrap();
    let conditions: Vec<Expr> = (0..prng.between(1, 3)).map(|_| expr(prng, 2)).collect();
    let exceptions: Vec<Expr> = (0..prng.below(2)).map(|_| leaf(prng)).collect();
    let thens = [Then::No, Then::Apply, Then::Confirm];
    let exception = |when: &Expr, then| Exception { text: "例外".into(), when: compile(when), then, source: 0 };
    let exceptions_of = exceptions.iter().map(|when| exception(when, *prng.pick(&thens).unwrap())).collect::<Vec<_>>();
    let amount = Amount {
        highest: prng.one_in(3),
        at_most: prng.one_in(3).then(|| prng.between(1, 900)),
        at_least: prng.one_in(5).then(|| prng.between(1, 50)),
        parts: (0..prng.between(1, 2)).map(|_| part(prng, &facts)).collect(),
        ..Amount::default()
    };
    let audience = match prng.below(3) {
        0 => vec![Audience::Natural],
        1 => vec![Audience::Legal],
        _ => vec![Audience::Natural, Audience::Legal],
    };
    let condition = |need: &Expr| Condition { text: "条件".into(), need: compile(need), source: 0 };
    let cycles = [Cycle::Once, Cycle::Monthly, Cycle::Yearly];
    let rule = Rule {
        from: day(),
        until: None,
        due: None,
        conditions: conditions.iter().map(condition).collect(),
        exceptions: exceptions_of,
        pay: Pay {
            mode: PayMode::Auto,
            trigger: String::new(),
            payer: String::new(),
            account: String::new(),
            cycle: *prng.pick(&cycles).unwrap(),
            expected: None,
            confirm: None,
            check: None,
        },
        amount,
    };
    let asks_once = once(&rule);
    let policy = Policy {
        id: "p".into(),
        name: "试".into(),
        plain_name: "试".into(),
        summary: "试".into(),
        aliases: Vec::new(),
        class: PolicyClass::Jobs,
        instrument: Instrument::Subsidy,
        means: Means::Cash,
        audience,
        level: Level::Province,
        region: RegionCode::parse(RegionCode::PROVINCE).unwrap(),
        issuer: "试".into(),
        doc_no: None,
        apply_item: None,
        group: None,
        sample: true,
        sources: Vec::new(),
        rules: vec![rule],
        history: Vec::new(),
    };
    Made { policy, conditions, exceptions, asks_once }
}

fn once(rule: &Rule) -> bool {
    let mut seen: BTreeMap<FactId, usize> = BTreeMap::new();
    let mut count = |leaf: Leaf| *seen.entry(leaf.fact()).or_default() += 1;
    rule.conditions.iter().for_each(|condition| condition.need.leaves(&mut count));
    rule.exceptions.iter().for_each(|exception| exception.when.leaves(&mut count));
    for part in &rule.amount.parts {
        part.when.iter().for_each(|when| when.leaves(&mut count));
        // Tiers of one part ask one question together.
        if let Some(row) = part.rows.first() {
            row.when.leaves(&mut count);
        }
    }
    for part in &rule.amount.parts {
        let numbers: std::collections::BTreeSet<FactId> = part.rows.iter().flat_map(|row| row.term.numbers()).collect();
        numbers.into_iter().for_each(|fact| *seen.entry(fact).or_default() += 1);
    }
    seen.values().all(|times| *times == 1)
}

/// Some answers, and every whole set of answers that holds them; questions that the policy does not ask stay at one
/// answer.
pub fn case(prng: &mut Prng, book: &PolicyBook, made: &Made) -> (Answers, Vec<Vec<i64>>) {
    let rule = &made.policy.rules[0];
    let mut asked = vec![false; KEYS.len()];
    let mut mark = |leaf: Leaf| asked[leaf.fact().at()] = true;
    rule.conditions.iter().for_each(|condition| condition.need.leaves(&mut mark));
    rule.exceptions.iter().for_each(|exception| exception.when.leaves(&mut mark));
    rule.amount.conditions().for_each(|cond| cond.leaves(&mut mark));
    rule.amount.numbers().for_each(|fact| asked[fact.at()] = true);
    asked[0] = made.policy.audience.len() == 1;
    let mut answers = Answers::new(KEYS.len());
    let mut completions = vec![Vec::new()];
    let known = prng.below(4);
    for (id, question) in book.facts().iter() {
        let (min, max) = question.bounds();
        let open = asked[id.at()] && prng.below(4) >= known;
        let values: Vec<i64> = if open {
            (min..=max).collect()
        } else {
            let answer = prng.between(min, max);
            if asked[id.at()] || prng.one_in(2) {
                answers.set(id, answer);
            }
            vec![answer]
        };
        completions = completions
            .iter()
            .flat_map(|one: &Vec<i64>| values.iter().map(move |value| [one.as_slice(), &[*value]].concat()))
            .collect();
    }
    (answers, completions)
}
