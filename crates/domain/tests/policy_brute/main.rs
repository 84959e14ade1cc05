//! The engine of policies against a second one that tries everything that can be answered.
//!
//! `BANSHI_POLICY_CASES` says how many random policies are tried; 2,000 without it, 1,000,000 in docs/BENCHMARKS.md.

#![allow(clippy::unwrap_used, reason = "tests may panic: that is how tests fail")]

mod brute;
mod make;
mod prng;

use std::collections::BTreeSet;

use domain::{
    RegionCode,
    logic::{Expr, Truth},
    policy::{Answers, Change, FactId, Group, PolicyBook, Range, Standing, Take},
};
use make::{Made, QUESTIONS};
use prng::Prng;

fn cases() -> u64 {
    std::env::var("BANSHI_POLICY_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(2_000)
}

/// A policy, a case of it, and all ways to answer what is open.
struct Trial {
    made: Made,
    book: PolicyBook,
    answers: Answers,
    completions: Vec<Vec<i64>>,
}

impl Trial {
    fn new(seed: u64) -> Self {
        let mut prng = Prng::new(seed);
        let made = make::policy(&mut prng);
        let book = make::book(vec![made.policy.clone()], Vec::new());
        let (answers, completions) = make::case(&mut prng, &book, &made);
        Self { made, book, answers, completions }
    }

    fn standing<'a>(&self, answers: &'a Answers, scope: &'a [RegionCode]) -> Standing<'a> {
        Standing { scope, on: make::day(), answers }
    }
}

fn scope() -> Vec<RegionCode> {
    vec![RegionCode::parse("210000000000").unwrap()]
}

#[test]
fn no_completion_contradicts_what_the_engine_says() {
    let scope = scope();
    let mut settled = 0;
    for seed in 0..cases() {
        let trial = Trial::new(seed);
        let found = trial.book.evaluate(0, &trial.standing(&trial.answers, &scope));
        let entitled: Vec<&Vec<i64>> =
            trial.completions.iter().filter(|all| brute::entitled(&trial.made, all)).collect();
        let (some, every) = (!entitled.is_empty(), entitled.len() == trial.completions.len());
        match found.outcome {
            Truth::Yes => assert!(every, "seed {seed}: yes, but not for everybody"),
            Truth::No => assert!(!some, "seed {seed}: no, but not for everybody"),
            // Where every question occurs once, what can still change is the only thing left unknown.
            Truth::Unknown => {
                assert!(!trial.made.asks_once || (some && !every), "seed {seed}: unknown, though settled");
            }
        }
        settled += u64::from(found.outcome.is_settled());
        let Some(range) = found.amount else { continue };
        let paid: Vec<(i64, i64)> = entitled.iter().map(|all| brute::amount(&trial.made, all)).collect();
        for (least, most) in &paid {
            assert!(range.min <= *least && *most <= range.max, "seed {seed}: {least}..{most} outside {range:?}");
        }
        if trial.made.asks_once && !paid.is_empty() {
            let least = paid.iter().map(|(least, _)| *least).min();
            let most = paid.iter().map(|(_, most)| *most).max();
            assert_eq!((Some(range.min), Some(range.max)), (least, most), "seed {seed}: the ends are not reached");
        }
    }
    assert!(settled > cases() / 10, "only {settled} cases were settled: the trials prove little");
}

#[test]
fn an_answer_never_unsettles_and_never_widens() {
    let scope = scope();
    for seed in 0..cases() {
        let trial = Trial::new(seed);
        let before = trial.book.assess(0, &trial.standing(&trial.answers, &scope));
        let mut prng = Prng::new(seed ^ 0x5eed);
        let open: Vec<FactId> = (0..QUESTIONS).map(FactId).filter(|fact| trial.answers.get(*fact).is_none()).collect();
        let Some(fact) = prng.pick(&open) else { continue };
        let (min, max) = trial.book.facts().get(*fact).unwrap().bounds();
        let mut answers = trial.answers.clone();
        answers.set(*fact, prng.between(min, max));
        let after = trial.book.assess(0, &trial.standing(&answers, &scope));
        if before.outcome.is_settled() {
            assert_eq!(before.outcome, after.outcome, "seed {seed}");
        }
        if let (Some(before), Some(after)) = (before.amount, after.amount) {
            assert!(before.min <= after.min && after.max <= before.max, "seed {seed}: {before:?} then {after:?}");
        }
        let still: BTreeSet<FactId> = before.missing.iter().chain(&before.details).copied().collect();
        let new = after.missing.iter().chain(&after.details).find(|fact| !still.contains(fact));
        assert_eq!(new, None, "seed {seed}: a question came up that was not open before");
    }
}

#[test]
fn a_question_that_is_not_missing_changes_nothing() {
    let scope = scope();
    for seed in 0..cases() {
        let trial = Trial::new(seed);
        let found = trial.book.assess(0, &trial.standing(&trial.answers, &scope));
        let asked: BTreeSet<FactId> = found.missing.iter().chain(&found.details).copied().collect();
        let others =
            (0..QUESTIONS).map(FactId).filter(|fact| trial.answers.get(*fact).is_none() && !asked.contains(fact));
        for fact in others {
            let (min, max) = trial.book.facts().get(fact).unwrap().bounds();
            for answer in [min, max] {
                let mut answers = trial.answers.clone();
                answers.set(fact, answer);
                let after = trial.book.assess(0, &trial.standing(&answers, &scope));
                let ends = |range: Option<Range>| range.map(|range| (range.min, range.max));
                assert_eq!(after.outcome, found.outcome, "seed {seed}: {fact:?}");
                assert_eq!(ends(after.amount), ends(found.amount), "seed {seed}: {fact:?}");
            }
        }
    }
}

#[test]
fn the_smallest_change_does_what_it_says_and_none_is_smaller() {
    let scope = scope();
    let mut told = 0;
    for seed in 0..cases() {
        let trial = Trial::new(seed);
        let found = trial.book.evaluate(0, &trial.standing(&trial.answers, &scope));
        if found.outcome != Truth::No {
            continue;
        }
        let Some(nearest) = found.nearest else {
            assert_eq!(smallest(&trial, 1), None, "seed {seed}: one change would do");
            continue;
        };
        told += 1;
        let mut changed = trial.answers.clone();
        for one in &nearest.moves {
            let question = trial.book.facts().get(one.fact).unwrap();
            let before = trial.answers.get(one.fact).unwrap();
            assert_ne!(question.change, Change::Never, "seed {seed}: nobody can change that");
            assert!(question.change != Change::Up || one.to > before, "seed {seed}: that only grows");
            changed.set(one.fact, one.to);
        }
        let after = trial.book.outcome(0, &trial.standing(&changed, &scope));
        assert_eq!(after, nearest.then, "seed {seed}");
        assert_ne!(after, Truth::No, "seed {seed}");
        if nearest.moves.len() > 1 {
            assert_eq!(smallest(&trial, nearest.moves.len() - 1), None, "seed {seed}: fewer changes would do");
        }
    }
    assert!(told > cases() / 50, "only {told} changes were told: the trials prove little");
}

/// A change of at most so many answers, tried over everything that can be answered.
fn smallest(trial: &Trial, most: usize) -> Option<Vec<(u16, i64)>> {
    let movable = |fact: u16| {
        let question = trial.book.facts().get(FactId(fact)).unwrap();
        question.change != Change::Never && fact != 0 && trial.answers.get(FactId(fact)).is_some()
    };
    let facts: Vec<u16> = (0..QUESTIONS).filter(|fact| movable(*fact)).collect();
    let mut sets: Vec<Vec<(u16, i64)>> = vec![Vec::new()];
    for _ in 0..most {
        let mut longer = Vec::new();
        for set in &sets {
            for &fact in facts.iter().filter(|fact| set.last().is_none_or(|(last, _)| last < fact)) {
                let question = trial.book.facts().get(FactId(fact)).unwrap();
                let before = trial.answers.get(FactId(fact)).unwrap();
                let (min, max) = question.bounds();
                let values = (min..=max).filter(|to| *to != before && (question.change != Change::Up || *to > before));
                longer.extend(values.map(|to| [set.clone(), vec![(fact, to)]].concat()));
            }
        }
        for set in &longer {
            let mut answers = trial.answers.clone();
            set.iter().for_each(|(fact, to)| answers.set(FactId(*fact), *to));
            let all = trial.completions.iter().map(|one| {
                let mut one = one.clone();
                set.iter().for_each(|(fact, to)| one[usize::from(*fact)] = *to);
                one
            });
            // The engine may stay unsure where trying everything is not; only what it can see counts.
            let scope = scope();
            let seen = trial.book.outcome(0, &trial.standing(&answers, &scope)) != Truth::No;
            if seen && all.into_iter().any(|one| brute::entitled(&trial.made, &one)) {
                return Some(set.clone());
            }
        }
        sets = longer;
    }
    None
}

#[test]
fn what_stands_in_a_group_never_pays_more_than_the_group() {
    let scope = scope();
    for seed in 0..cases() / 4 {
        let mut prng = Prng::new(seed);
        let take = if prng.below(2) == 0 { Take::Highest } else { Take::Cap };
        let cap = prng.between(1, 3000);
        let group = Group {
            id: "g".into(),
            text: "合计有上限".into(),
            take,
            at_most: (take == Take::Cap).then_some(cap),
            source: "样例".into(),
        };
        let made: Vec<Made> = (0..4).map(|_| make::policy(&mut prng)).collect();
        let policies = made.iter().enumerate().map(|(at, made)| {
            let mut policy = made.policy.clone();
            policy.id = format!("p{at}");
            policy.group = (at < 3).then(|| "g".into());
            policy
        });
        let book = make::book(policies.collect(), vec![group]);
        let all: Vec<i64> = book.facts().iter().map(|(_, one)| prng.between(one.bounds().0, one.bounds().1)).collect();
        let mut answers = Answers::new(all.len());
        all.iter().zip(0..).for_each(|(answer, fact)| answers.set(FactId(fact), *answer));
        let standing = Standing { scope: &scope, on: make::day(), answers: &answers };
        let found: Vec<_> = (0..4).map(|at| book.evaluate(at, &standing)).collect();
        let totals = book.totals(found.iter().enumerate());
        // By hand: every member's year, then what the group lets through, then the one outside.
        let year = |at: usize| {
            if !brute::entitled(&made[at], &all) {
                return (0, 0);
            }
            let (least, most) = brute::amount(&made[at], &all);
            let cycles = made[at].policy.rules[0].pay.cycle.a_year();
            (least * cycles, most * cycles)
        };
        let members: Vec<(i64, i64)> = (0..3).map(year).collect();
        let through = |pick: fn(&(i64, i64)) -> i64| match take {
            Take::Highest => members.iter().map(pick).max().unwrap(),
            Take::Cap => members.iter().map(pick).sum::<i64>().min(cap),
        };
        let outside = year(3);
        let (least, most) = (through(|one| one.0) + outside.0, through(|one| one.1) + outside.1);
        let Range { min, max, .. } = totals.cash.range;
        assert_eq!((min, max), (least, most), "seed {seed}");
        // And while nothing is answered, the sum holds what it comes to.
        let nothing = Answers::new(all.len());
        let standing = Standing { answers: &nothing, ..standing };
        let open: Vec<_> = (0..4).map(|at| book.evaluate(at, &standing)).collect();
        let wide = book.totals(open.iter().enumerate()).cash.range;
        assert!(wide.min <= min && max <= wide.max, "seed {seed}: {min}..{max} outside {wide:?}");
    }
}

#[test]
fn a_condition_over_numbers_says_what_it_says_over_keys() {
    for seed in 0..cases() {
        let trial = Trial::new(seed);
        let facts = trial.book.facts();
        let given =
            facts.iter().filter_map(|(id, fact)| Some((fact.fact.key.clone(), fact.value(trial.answers.get(id)?)?)));
        let given: domain::logic::Facts = given.collect();
        assert_eq!(facts.answers(&given).unwrap(), trial.answers, "seed {seed}");
        for (expr, condition) in trial.made.conditions.iter().zip(&trial.made.policy.rules[0].conditions) {
            let expr: &Expr = expr;
            assert_eq!(expr.truth(&given), condition.need.truth(&trial.answers), "seed {seed}");
        }
    }
}

#[test]
fn a_pack_holds_the_policy_as_it_was() {
    for seed in 0..cases() / 4 {
        let trial = Trial::new(seed);
        let parts = trial.book.into_parts();
        let read = domain::policy::BookParts::from_bytes(&parts.to_bytes()).unwrap();
        assert_eq!(read, parts, "seed {seed}");
    }
}
