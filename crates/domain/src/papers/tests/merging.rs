//! What several materials and matters come to together.

use super::make::*;
use crate::{
    logic::Facts,
    material::{Material, Necessity, Tolerance},
    papers::*,
    terms::{TimeSpan, TimeUnit},
};

fn hanging(id: &str, paper: &str, flag: &str) -> ZeroRule {
    ZeroRule { when: Some(is(flag)), ..rule(id, paper, Method::Share) }
}

fn of(papers: &[&str], join: Join) -> Placed {
    let papers = papers.iter().map(|id| PlacedPaper { paper: (*id).into(), whose: None }).collect();
    Placed { papers, join, more: false }
}

#[test]
fn one_certain_bring_leaves_no_question_about_that_paper_open() {
    let book = book(vec![hanging("r", "p0", "f0")]);
    let line = |facts: &Facts| judge(&[material("p0")], &[Placed::one("p0")], facts, &book).remove(0);
    let (open, brought, dropped) =
        (line(&Facts::default()), line(&facts(&[("f0", false)])), line(&facts(&[("f0", true)])));
    let of = |lines: &[&Line]| bag(lines.iter().map(|line| (*line).clone())).remove(0).open();
    assert_eq!(of(&[&open]).into_iter().collect::<Vec<_>>(), ["f0"]);
    assert!(of(&[&open, &brought]).is_empty(), "it is in the bag whatever the answer");
    assert_eq!(of(&[&open, &dropped]).len(), 1, "that another matter does without it settles nothing");
}

#[test]
fn the_same_two_papers_named_in_another_order_are_carried_once() {
    let materials = [material("甲和乙"), material("乙和甲")];
    let placed = [of(&["p0", "p1"], Join::All), of(&["p1", "p0"], Join::All)];
    let merged = bag(judge(&materials, &placed, &Facts::default(), &book(vec![])));
    assert_eq!((merged.len(), merged[0].lines.len()), (1, 2));
}

#[test]
fn a_rule_holds_from_its_first_day_on() {
    let from = |day_of_start| {
        let rule = ZeroRule { from: day(day_of_start), ..rule("r", "p0", Method::Cancel) };
        judge(&[material("p0")], &[Placed::one("p0")], &Facts::default(), &book(vec![rule])).remove(0).verdict
    };
    assert_eq!(from("2026-11-22"), Verdict::NotNeeded);
    assert_eq!(from("2026-11-23"), Verdict::Bring);
}

#[test]
fn an_optional_material_is_conditional_and_says_why() {
    let optional = Material { necessity: Some(Necessity::Optional), ..material("p0") };
    let line = judge(&[optional], &[Placed::one("p0")], &Facts::default(), &book(vec![])).remove(0);
    assert_eq!((line.verdict, line.asked), (Verdict::Conditional, crate::logic::Truth::Unknown));
    assert!(line.why.contains(&Reason::ListedAsOptional));
}

#[test]
fn what_is_dropped_in_any_case_is_dropped_before_the_case_is_known() {
    let when = Material { when: Some("甲时".into()), ..material("p0") };
    let book = book(vec![rule("r", "p0", Method::Share)]);
    let line = judge(&[when], &[Placed::one("p0")], &Facts::default(), &book).remove(0);
    assert_eq!((line.verdict, line.open.len()), (Verdict::NotNeeded, 0));
}

#[test]
fn of_a_choice_that_hangs_the_easier_one_counts_in_either_order() {
    let book = book(vec![hanging("r", "p1", "f0")]);
    for papers in [["p0", "p1"], ["p1", "p0"]] {
        let line = judge(&[material("两样")], &[of(&papers, Join::Any)], &Facts::default(), &book).remove(0);
        assert_eq!((line.verdict, line.open.len()), (Verdict::Conditional, 1), "{papers:?}");
    }
}

#[test]
fn a_rule_that_hangs_on_an_answer_is_told_as_hanging_and_not_as_holding() {
    let book = book(vec![hanging("r", "p0", "f0")]);
    let line = judge(&[material("p0")], &[Placed::one("p0")], &Facts::default(), &book).remove(0);
    assert!(line.why.contains(&Reason::RuleHangs { rule: "r".into() }), "{:?}", line.why);
    assert!(!line.why.contains(&Reason::Rule { rule: "r".into() }), "{:?}", line.why);
}

#[test]
fn later_is_later_whether_the_list_or_a_tolerance_says_so() {
    let listed = Material { necessity: Some(Necessity::Later), ..material("甲") };
    let tolerated = Material { tolerance: Some(Tolerance::default()), ..material("乙") };
    let nowhere = [Placed::nowhere(), Placed::nowhere()];
    for line in judge(&[listed, tolerated], &nowhere, &Facts::default(), &book(vec![])) {
        assert_eq!((line.verdict, line.method), (Verdict::Bring, Some(Method::Tolerate)), "{}", line.name);
    }
}

#[test]
fn the_time_to_bring_it_later_is_that_of_the_tolerance() {
    let makeup = Some(TimeSpan { amount: 3, unit: TimeUnit::WorkingDay });
    let tolerated = Material { tolerance: Some(Tolerance { makeup, ..Tolerance::default() }), ..material("乙") };
    let line = judge(&[tolerated], &[Placed::nowhere()], &Facts::default(), &book(vec![])).remove(0);
    assert_eq!(line.makeup, makeup);
}

#[test]
fn a_group_of_one_is_no_choice() {
    let alone = Material { any_of: Some("住址".into()), ..material("p0") };
    let line = judge(&[alone], &[Placed::one("p0")], &Facts::default(), &book(vec![])).remove(0);
    assert!(!line.why.iter().any(|why| matches!(why, Reason::OneOf { .. })), "{:?}", line.why);
}
