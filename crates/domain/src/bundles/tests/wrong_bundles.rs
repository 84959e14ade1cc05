use super::make::*;
use crate::{bundles::*, logic::ExprProblem};

fn problems(bundles: Vec<Bundle>) -> Vec<BundleProblem> {
    BundleSource { bundles }.problems(|item| item.as_str() != "zz", &book())
}

fn changed(change: impl FnOnce(&mut Bundle)) -> Vec<BundleProblem> {
    let mut bundle = bundle(vec![vec![matter("a")], vec![matter("b")]]);
    change(&mut bundle);
    problems(vec![bundle])
}

#[test]
fn a_whole_bundle_has_no_problem() {
    assert_eq!(changed(|_| {}), []);
}

#[test]
fn an_id_that_is_there_twice_or_is_none_is_reported() {
    let whole = || bundle(vec![vec![matter("a")]]);
    assert_eq!(problems(vec![whole(), whole()]), [BundleProblem::Duplicate("newborn".into())]);
    assert_eq!(changed(|bundle| bundle.id = "出生".into()), [BundleProblem::Id("出生".into())]);
}

#[test]
fn words_that_are_missing_are_each_named() {
    let found = changed(|bundle| {
        bundle.name.clear();
        bundle.lead_organ = " ".into();
        bundle.stages[0].name.clear();
    });
    let wordless = |what| BundleProblem::Wordless("newborn".into(), what);
    assert_eq!(found, [wordless("name"), wordless("lead organ"), wordless("name of a stage")]);
}

#[test]
fn nothing_to_do_and_nobody_to_do_it_for_is_reported() {
    let id = || "newborn".to_owned();
    assert_eq!(changed(|bundle| bundle.stages[0].matters.clear()), [BundleProblem::Empty(id())]);
    assert_eq!(changed(|bundle| bundle.stages.clear()), [BundleProblem::Empty(id())]);
    assert_eq!(changed(|bundle| bundle.audience.clear()), [BundleProblem::NoAudience(id())]);
    assert_eq!(changed(|bundle| bundle.sample = false), [BundleProblem::NoBasis(id())]);
}

#[test]
fn an_item_that_does_not_exist_or_stands_twice_is_reported() {
    let id = || "newborn".to_owned();
    assert_eq!(
        changed(|bundle| bundle.stages[1].matters.push(matter("zz"))),
        [BundleProblem::NoItem(id(), item("zz"))]
    );
    let found = changed(|bundle| bundle.stages[0].matters.push(matter("a")));
    assert_eq!(found, [BundleProblem::Twice(id(), item("a"))]);
}

#[test]
fn an_order_that_goes_round_or_outside_is_reported() {
    let id = || "newborn".to_owned();
    let round = changed(|bundle| bundle.stages[0].matters[0] = after("a", &["b"]));
    assert_eq!(round, [BundleProblem::Cycle(id(), item("a")), BundleProblem::Cycle(id(), item("b"))]);
    let outside = changed(|bundle| bundle.stages[0].matters[0] = after("a", &["c"]));
    assert_eq!(outside, [BundleProblem::NoPredecessor(id(), item("a"), item("c"))]);
}

#[test]
fn a_condition_has_a_known_question_and_words() {
    let id = || "newborn".to_owned();
    let unknown = changed(|bundle| {
        let matter = &mut bundle.stages[0].matters[0];
        (matter.when, matter.when_text) = (Some(is("f9")), Some("是这样时".into()));
    });
    assert_eq!(unknown, [BundleProblem::Condition(id(), item("a"), ExprProblem::UnknownFact("f9".into()))]);
    let wordless = changed(|bundle| bundle.stages[0].matters[0].when = Some(is("f0")));
    assert_eq!(wordless, [BundleProblem::HalfCondition(id(), item("a"))]);
    let ruleless = changed(|bundle| bundle.stages[0].matters[0].when_text = Some("有时".into()));
    assert_eq!(ruleless, [BundleProblem::HalfCondition(id(), item("a"))]);
}

#[test]
fn a_result_is_a_known_paper_and_a_field_stands_once() {
    let id = || "newborn".to_owned();
    let paper = changed(|bundle| bundle.stages[0].matters[0].gives.push("p".into()));
    assert_eq!(paper, [BundleProblem::NoPaper(id(), item("a"), "p".into())]);
    let field = |source, from: Option<&str>| FormField { name: "姓名".into(), source, from: from.map(String::from) };
    let twice =
        changed(|bundle| bundle.fields = vec![field(FieldSource::Asked, None), field(FieldSource::Shared, None)]);
    assert_eq!(twice, [BundleProblem::Field(id(), "姓名".into())]);
    let both = changed(|bundle| bundle.fields = vec![field(FieldSource::Asked, Some("公安机关"))]);
    assert_eq!(both, [BundleProblem::AskedAndShared(id(), "姓名".into())]);
}
