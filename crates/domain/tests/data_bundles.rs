//! The bundles of data/bundles: they are whole, sit on the sample catalogue, and ask only what is declared.

#![allow(clippy::unwrap_used)]

#[path = "given/data.rs"]
mod given;

use std::{collections::BTreeSet, fs};

use domain::{
    ItemCode,
    bundles::{BundleSource, FieldSource, MatterHere, predecessors, resolve},
    calendar::{CalendarYear, WorkCalendar},
    logic::{FactKind, Facts, Truth, Value},
    papers::{self, Case, Rulebook},
};

fn bundles() -> BundleSource {
    let mut source = BundleSource::default();
    for (name, text) in given::files("bundles") {
        assert!(text.contains("# source: ") && text.contains("# checked_on: "), "{name} names no source or date");
        let bundle: domain::bundles::Bundle = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(bundle.id, name, "a file is called like its bundle");
        source.add(bundle);
    }
    source
}

/// Items of the sample catalogue, and whether each has a whole guide.
fn items() -> Vec<(ItemCode, bool)> {
    let whole = |row: &[String]| row.last().is_some_and(|last| last.ends_with(".toml"));
    given::rows().iter().map(|row| (ItemCode::parse(&row[0]).unwrap(), whole(row))).collect()
}

#[test]
fn every_bundle_is_whole() {
    let items = items();
    let problems = bundles().problems(|item| items.iter().any(|(code, _)| code == item), &given::book());
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn the_named_ones_are_there_and_every_one_is_marked_as_a_sample() {
    let bundles = bundles().bundles;
    for id in ["company", "newborn", "school", "fund"] {
        assert!(bundles.iter().any(|bundle| bundle.id == id), "{id}");
    }
    assert!(bundles.len() >= 14, "{}", bundles.len());
    assert!(bundles.iter().all(|bundle| bundle.sample && !bundle.basis.is_empty()));
}

#[test]
fn every_bundle_saves_something_and_leads_to_a_whole_guide() {
    let (bundles, items) = (bundles().bundles, items());
    for bundle in &bundles {
        let whole = |item: &ItemCode| items.iter().any(|(code, whole)| code == item && *whole);
        assert!(bundle.matters().count() >= 2, "{} is one matter", bundle.id);
        let bare = ["building-start", "utilities"].contains(&bundle.id.as_str());
        assert!(bare || bundle.matters().any(|matter| whole(&matter.item)), "{} has no guide", bundle.id);
        assert!(bundle.fields.iter().any(|field| field.source == FieldSource::Shared), "{} shares nothing", bundle.id);
        assert!(bundle.question.ends_with('？'), "{} asks nothing", bundle.id);
    }
}

#[test]
fn a_result_that_replaces_a_paper_is_one_that_somebody_waits_for() {
    for bundle in bundles().bundles {
        let all: Vec<ItemCode> = bundle.matters().map(|matter| matter.item.clone()).collect();
        let needed: BTreeSet<ItemCode> = predecessors(&bundle, &all).into_iter().flatten().collect();
        let idle = bundle.matters().filter(|matter| !matter.gives.is_empty() && !needed.contains(&matter.item));
        assert_eq!(idle.map(|matter| &matter.item).collect::<Vec<_>>(), Vec::<&ItemCode>::new(), "{}", bundle.id);
    }
}

#[test]
fn every_question_that_was_added_for_bundles_is_asked_by_one() {
    let text = fs::read_to_string(given::data().join("papers/facts.toml")).unwrap();
    let (_, own) = text.split_once("# Questions of the bundles").unwrap();
    let keys: Vec<&str> = own.lines().filter_map(|line| line.strip_prefix("key = \"")?.strip_suffix('"')).collect();
    let asked: BTreeSet<String> = bundles()
        .bundles
        .iter()
        .flat_map(|bundle| bundle.matters().filter_map(|matter| matter.when.as_ref()))
        .flat_map(|when| when.open(&Facts::default()))
        .collect();
    let idle: Vec<_> = keys.iter().filter(|key| !asked.contains(**key)).collect();
    assert!(idle.is_empty(), "{idle:?}");
    assert!(keys.len() > 30);
}

/// Every first, or every last, answer to the questions.
fn answers(book: &Rulebook, first: bool) -> Facts {
    let answer = |kind: &FactKind| match kind {
        FactKind::Flag => Value::Flag(first),
        FactKind::Choice { choices } => {
            let choice = if first { choices.first() } else { choices.last() };
            Value::Choice(choice.unwrap().value.clone())
        }
        FactKind::Number { min, max, .. } => Value::Number(if first { *min } else { *max }),
    };
    book.facts().iter().map(|fact| (fact.key.clone(), answer(&fact.kind))).collect()
}

#[test]
fn every_bundle_has_a_plan_whatever_is_answered() {
    let book = given::book();
    let years: Vec<CalendarYear> =
        given::files("calendar").iter().map(|(_, text)| toml::from_str(text).unwrap()).collect();
    let calendar = WorkCalendar::build(&years).unwrap();
    for bundle in bundles().bundles {
        let here: Vec<MatterHere<'_>> = bundle
            .matters()
            .map(|matter| MatterHere {
                papers: papers::Matter { item: &matter.item, themes: &[], materials: &[], placed: &[] },
                limit: None,
                visits: Some(1),
                places: &[],
            })
            .collect();
        for facts in [Facts::default(), answers(&book, true), answers(&book, false)] {
            let case = Case { scope: &[], on: "2026-11-23".parse().unwrap(), facts: &facts };
            let found = resolve(&bundle, &here, &case, &book, &calendar, None).unwrap();
            let done = found.members.iter().filter(|member| member.is_in != Truth::No).count();
            assert!(found.plan.exact, "{}", bundle.id);
            assert_eq!(found.plan.visits.len(), done, "{}: no place is known, so none is shared", bundle.id);
            assert!(done == 0 || found.papers.after.most.is_none(), "{}: no list is published", bundle.id);
            if !facts.is_empty() {
                assert!(found.members.iter().all(|member| member.is_in != Truth::Unknown), "{}", bundle.id);
            }
        }
    }
}
