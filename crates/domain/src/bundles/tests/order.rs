use super::make::*;
use crate::bundles::*;

fn waits(bundle: &Bundle, done: &[&str], of: &str) -> Vec<String> {
    let done: Vec<_> = done.iter().map(|code| item(code)).collect();
    let at = done.iter().position(|code| *code == item(of)).unwrap();
    predecessors(bundle, &done)[at].iter().map(ToString::to_string).collect()
}

#[test]
fn a_stage_waits_for_the_stage_before_it_and_its_matters_go_side_by_side() {
    let bundle = bundle(vec![vec![matter("a"), matter("b")], vec![matter("c"), matter("d")]]);
    let all = ["a", "b", "c", "d"];
    assert_eq!(waits(&bundle, &all, "b"), Vec::<String>::new());
    assert_eq!(waits(&bundle, &all, "d"), ["a", "b"]);
}

#[test]
fn a_matter_that_says_itself_what_it_waits_for_does_not_wait_for_its_stage() {
    let bundle = bundle(vec![vec![matter("a"), matter("b")], vec![after("c", &["a"]), after("d", &[])]]);
    let all = ["a", "b", "c", "d"];
    assert_eq!(waits(&bundle, &all, "c"), ["a"]);
    assert!(waits(&bundle, &all, "d").is_empty());
}

#[test]
fn a_matter_that_is_not_done_hands_on_what_it_would_have_waited_for() {
    let bundle = bundle(vec![vec![matter("a")], vec![matter("b")], vec![matter("c")]]);
    assert_eq!(waits(&bundle, &["c", "a"], "c"), ["a"]);
}
