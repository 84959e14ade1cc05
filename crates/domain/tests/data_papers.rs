//! The rulebook of data/papers: it builds, says nothing twice, and fits the sample catalogue.

#![allow(clippy::unwrap_used)]

#[path = "given/data.rs"]
mod given;

use std::collections::BTreeMap;

use domain::{
    Guide, ItemCode,
    papers::{Method, PaperKind, Sureness},
};

fn guides() -> Vec<(String, Guide)> {
    given::files("catalogue/guides").into_iter().map(|(code, text)| (code, toml::from_str(&text).unwrap())).collect()
}

/// Matters of the sample catalogue and their themes.
fn matters() -> Vec<(ItemCode, Vec<String>)> {
    let themes = |row: &[String]| row[5].split('|').map(String::from).collect();
    given::rows().iter().map(|row| (ItemCode::parse(&row[0]).unwrap(), themes(row))).collect()
}

#[test]
fn no_two_rules_are_equally_special_for_any_matter() {
    let matters = matters();
    let ties = given::book().ties(matters.iter().map(|(code, themes)| (code, themes.as_slice())));
    assert!(ties.is_empty(), "{ties:#?}");
}

#[test]
fn rules_name_matters_and_themes_that_exist() {
    let (book, matters) = (given::book(), matters());
    let rules: Vec<_> = book.papers().flat_map(|paper| book.rules_of(&paper.id)).collect();
    for rule in &rules {
        for code in rule.items.iter().chain(&rule.not_items) {
            assert!(matters.iter().any(|(item, _)| item == code), "{} names {code}", rule.id);
        }
        for theme in rule.themes.iter().chain(&rule.not_themes) {
            assert!(matters.iter().any(|(_, themes)| themes.contains(theme)), "{} names {theme}", rule.id);
        }
    }
    let used = |method| rules.iter().any(|rule| rule.method == method);
    assert!(Method::ALL.iter().all(|method| used(*method)), "a method without a rule");
}

#[test]
fn the_twenty_proofs_that_villages_must_not_issue_are_all_there() {
    let book = given::book();
    let forbidden = book.papers().filter(|paper| paper.proof.as_ref().is_some_and(|terms| !terms.not_from.is_empty()));
    assert_eq!(forbidden.count(), 20);
}

#[test]
fn every_case_that_a_sample_guide_names_has_a_condition() {
    let book = given::book();
    let cases = guides().into_iter().flat_map(|(code, guide)| {
        guide.materials.into_iter().filter_map(move |material| Some((code.clone(), material.when?)))
    });
    let unknown: Vec<_> = cases.filter(|(_, when)| book.condition(when).is_none()).collect();
    // Words that ask for what the citizen cannot know beforehand stay a sentence.
    assert!(unknown.len() * 4 < guides().len() * 3, "{unknown:#?}");
}

#[test]
fn papers_of_the_sample_guides_are_mostly_placed_and_forms_are_left_alone() {
    let book = given::book();
    let mut placed: BTreeMap<bool, Vec<String>> = BTreeMap::new();
    for name in guides().into_iter().flat_map(|(_, guide)| guide.materials).map(|material| material.name) {
        placed.entry(book.placer().place(&name).is_some()).or_default().push(name);
    }
    let count = |is_placed| placed.get(&is_placed).map_or(0, Vec::len);
    assert!(count(true) * 2 > count(true) + count(false), "{:#?}", placed.get(&false));
}

#[test]
fn a_name_of_the_sample_guides_is_placed_as_a_person_would() {
    let book = given::book();
    let place = |name: &str| {
        let (placed, sureness) = book.placer().place(name).unwrap_or_else(|| panic!("{name} is not placed"));
        let papers: Vec<String> = placed
            .papers
            .into_iter()
            .map(|at| at.whose.map_or(at.paper.clone(), |w| format!("{w}:{}", at.paper)))
            .collect();
        (papers.join("+"), sureness)
    };
    assert_eq!(place("监护人的身份证和户口簿"), ("监护人:id-card+监护人:hukou-book".into(), Sureness::Joined));
    assert_eq!(place("居民身份证或社会保障卡"), ("id-card+social-card".into(), Sureness::Joined));
    assert_eq!(place("死者的居民户口簿"), ("死者:hukou-book".into(), Sureness::Trimmed));
    assert_eq!(place("营业执照正副本").0, "business-licence");
    assert_eq!(book.placer().place("不动产登记申请书"), None);
}

#[test]
fn only_proofs_have_the_terms_of_proofs_and_every_proof_says_what_does_instead_or_has_a_rule() {
    let book = given::book();
    for paper in book.papers().filter(|paper| paper.kind == PaperKind::Proof) {
        let instead = paper.proof.as_ref().is_some_and(|terms| terms.instead.is_some());
        assert!(instead || paper.issuer.is_some() || book.rules_of(&paper.id).next().is_some(), "{}", paper.id);
    }
}
