//! What must hold of every list, over the rules and guides of data/.

#![allow(clippy::unwrap_used)]

#[path = "given/world.rs"]
mod given;

use std::{collections::BTreeMap, sync::LazyLock};

use bag::{Matter, World, checklist};
use domain::{
    logic::{Facts, Value},
    papers::{Method, Verdict},
    wire::{Checklist, ChecklistMaterial, FactView},
};
use given::*;
use proptest::prelude::*;

static WORLD: LazyLock<World> = LazyLock::new(world);
static MATTERS: LazyLock<Vec<Matter>> = LazyLock::new(matters);

fn list(matters: &[Matter], answers: &Facts) -> Checklist {
    checklist(&WORLD, matters, &scope(), WORLD.data_date(), answers)
}

fn some_matters() -> impl Strategy<Value = Vec<Matter>> {
    prop::sample::subsequence(MATTERS.clone(), 1..5).prop_shuffle()
}

/// An answer that the question takes.
fn answer(fact: &FactView, seed: usize) -> Value {
    match fact.choices.get(seed % fact.choices.len().max(1)) {
        Some(choice) => Value::Choice(choice.value.clone()),
        None => fact.min.map_or(Value::Flag(seed.is_multiple_of(2)), |min| Value::Number(min + (seed % 7) as i64)),
    }
}

type Askers = Vec<(String, String)>;
type Told = (Verdict, Option<Method>, Vec<String>, Option<bool>);

/// The materials behind a line, whatever their order.
fn askers(material: &ChecklistMaterial) -> Askers {
    let mut by: Vec<_> = material.needed_by.iter().map(|by| (by.item.to_string(), by.material.clone())).collect();
    by.sort();
    by
}

/// What a list says to do, whatever its order.
fn said(list: &Checklist) -> BTreeMap<Askers, Told> {
    list.materials
        .iter()
        .map(|material| (askers(material), (material.verdict, material.method, material.why.clone(), material.picked)))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_further_answer_never_turns_a_settled_verdict_and_asking_ends(
        matters in some_matters(), seeds in prop::collection::vec(any::<usize>(), 24)
    ) {
        let mut answers = Facts::default();
        let mut before = list(&matters, &answers);
        for seed in seeds {
            let Some(question) = before.questions.first() else { break };
            answers.set(question.fact.key.clone(), answer(&question.fact, seed));
            let after = list(&matters, &answers);
            let is = said(&after);
            for material in before.materials.iter().filter(|material| material.hangs_on.is_empty()) {
                prop_assert_eq!(is[&askers(material)].0, material.verdict, "{:?}", material.name);
            }
            let asked = |list: &Checklist| list.questions.iter().any(|open| open.fact.key == question.fact.key);
            prop_assert!(!asked(&after), "{} is asked twice", question.fact.key);
            before = after;
        }
    }

    #[test]
    fn the_order_of_matters_never_matters(matters in some_matters(), seeds in prop::collection::vec(any::<usize>(), 3)) {
        let mut answers = Facts::default();
        for seed in seeds {
            if let Some(question) = list(&matters, &answers).questions.first() {
                answers.set(question.fact.key.clone(), answer(&question.fact, seed));
            }
        }
        let mut turned = matters.clone();
        turned.reverse();
        let (one, other) = (list(&matters, &answers), list(&turned, &answers));
        prop_assert_eq!(said(&one), said(&other));
        let mut keys = [&one, &other].map(|list| list.questions.iter().map(|q| q.fact.key.clone()).collect::<Vec<_>>());
        keys.iter_mut().for_each(|keys| keys.sort());
        prop_assert_eq!(&keys[0], &keys[1]);
    }

    #[test]
    fn a_question_is_asked_only_where_some_answer_changes_what_to_do(matters in some_matters()) {
        let before = list(&matters, &Facts::default());
        for question in &before.questions {
            prop_assert!(before.materials.iter().any(|material| material.hangs_on.contains(&question.fact.key)));
        }
    }

    #[test]
    fn a_paper_that_hangs_on_a_question_is_never_called_unneeded(
        matters in some_matters(), seeds in prop::collection::vec(any::<usize>(), 5)
    ) {
        let mut answers = Facts::default();
        for seed in seeds {
            let list = list(&matters, &answers);
            for material in &list.materials {
                prop_assert!(material.verdict != Verdict::NotNeeded || material.hangs_on.is_empty());
            }
            let Some(question) = list.questions.first() else { break };
            answers.set(question.fact.key.clone(), answer(&question.fact, seed));
        }
    }
}

#[test]
fn a_matter_that_is_named_twice_counts_once() {
    let matters = &MATTERS[..2];
    let twice = [matters, matters].concat();
    assert_eq!(list(&twice, &Facts::default()), list(matters, &Facts::default()));
}
