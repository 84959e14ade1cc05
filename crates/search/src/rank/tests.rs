use domain::{Audience, ItemKind};

use crate::{Doc, Engine, Hit, Lexicon};

const LEXICON: &str = r#"
source = "made for this test"
checked_on = "2026-11-22"
drop = ["怎么办"]
between = ["和"]
same = [["驾驶证", "驾照"]]
[means]
"下岗" = ["失业登记", "失业保险金"]
[[action]]
id = "new"
names = ["申领"]
said = ["申领"]
prior = 1000
[[action]]
id = "replace"
names = ["补证", "补领"]
said = ["丢了"]
prior = 970
[[audience]]
id = "legal"
said = ["公司"]
"#;

fn doc(name: &str, popularity: u16) -> Doc {
    Doc {
        name: name.into(),
        plain_name: None,
        aliases: Vec::new(),
        department: "公安局".into(),
        themes: vec!["交通出行".into()],
        kind: ItemKind::PublicService,
        audience: vec![Audience::Natural],
        popularity,
    }
}

fn engine(docs: Vec<Doc>) -> Engine {
    Engine::build(docs, &Lexicon::parse(&[("test.toml", LEXICON)]).unwrap_or_default())
}

fn names() -> Vec<Doc> {
    ["机动车驾驶证遗失补证", "机动车驾驶证初次申领", "失业登记", "失业保险金申领", "身份证补领", "房屋登记"]
        .map(|name| doc(name, 0))
        .into()
}

fn ranked(engine: &Engine, text: &str) -> Vec<Hit> {
    engine.rank(&engine.understand(text), &|_| true)
}

fn order(engine: &Engine, text: &str) -> Vec<u32> {
    ranked(engine, text).iter().map(|hit| hit.doc).collect()
}

/// Fixed point: these very numbers come out on every machine, and a change of ranking must show here.
#[test]
fn scores_are_the_same_to_the_bit_everywhere() {
    let engine = engine(names());
    let scores = |text| ranked(&engine, text).iter().map(|hit| (hit.doc, hit.score)).collect::<Vec<_>>();
    assert_eq!(scores("驾照丢了"), GOLDEN_LOST);
    assert_eq!(scores("下岗怎么办"), GOLDEN_OUT_OF_WORK);
}

const GOLDEN_LOST: &[(u32, i64)] = &[(0, 87306), (1, 56849)];
const GOLDEN_OUT_OF_WORK: &[(u32, i64)] = &[(2, 202920), (3, 162493)];

#[test]
fn the_action_asked_for_comes_first() {
    let engine = engine(names());
    assert_eq!(order(&engine, "驾照丢了")[0], 0);
    assert_eq!(order(&engine, "驾照申领")[0], 1);
}

#[test]
fn popularity_decides_between_equals_and_position_after_it() {
    let twins = |first, second| engine(vec![doc("失业登记", first), doc("失业登记", second)]);
    assert_eq!(order(&twins(10, 900), "失业登记"), [1, 0]);
    assert_eq!(order(&twins(10, 10), "失业登记"), [0, 1]);
}

#[test]
fn a_matter_that_an_organ_starts_itself_comes_after_one_that_citizens_start() {
    let mut penalty = doc("失业登记", 0);
    penalty.kind = ItemKind::Penalty;
    assert_eq!(order(&engine(vec![penalty, doc("失业登记", 0)]), "失业登记"), [1, 0]);
}

#[test]
fn the_audience_that_the_words_name_comes_first() {
    let mut legal = doc("失业登记", 0);
    legal.audience = vec![Audience::Legal];
    let engine = engine(vec![doc("失业登记", 0), legal]);
    assert_eq!(order(&engine, "失业登记"), [0, 1]);
    assert_eq!(order(&engine, "公司失业登记"), [1, 0]);
}

#[test]
fn a_whole_name_typed_comes_before_a_longer_one_that_contains_it() {
    let engine = engine(vec![doc("失业登记信息变更登记", 900), doc("失业登记", 0)]);
    assert_eq!(order(&engine, "失业登记")[0], 1);
}

#[test]
fn of_names_that_hold_what_was_typed_the_one_with_least_left_over_comes_first() {
    let engine = engine(vec![doc("失业保险关系转移申请信息查询", 900), doc("失业保险关系转移", 0)]);
    assert_eq!(order(&engine, "失业关系转移")[0], 1);
}

#[test]
fn near_duplicates_stand_under_the_first_of_them() {
    let engine = engine(vec![doc("房屋登记", 0), doc("失业登记", 0), doc("房屋（登记）", 0)]);
    assert_eq!([engine.same(0), engine.same(1), engine.same(2)], [0, 1, 0]);
}

#[test]
fn an_explanation_names_the_field_and_the_words_in_it() {
    let engine = engine(names());
    let query = engine.understand("驾照丢了");
    let matched = engine.explain(&query, 0);
    assert_eq!((matched[0].field.as_str(), matched[0].text.as_str()), ("name", "驾驶证"));
    assert!(engine.explain(&query, 99).is_empty());
}

#[test]
fn nothing_found_still_leads_somewhere() {
    let engine = engine(names());
    let query = engine.understand("房子飞了");
    let near = engine.nearest(&query, &|_| true, 3);
    assert_eq!(near.len(), 3);
    assert_eq!(near[0].doc, 5);
    assert!(engine.nearest(&query, &|doc| doc == 2, 3).iter().all(|hit| hit.doc == 2));
}

#[test]
fn suggestions_begin_as_typed_and_read_pinyin() {
    let engine = engine(names());
    let first = |text: &str| engine.suggest(text, &|_| true, 3).first().map(|found| (found.text.clone(), found.doc));
    assert_eq!(first("失业"), Some(("失业登记".into(), Some(2))));
    assert_eq!(first("fangwu"), Some(("房屋登记".into(), Some(5))));
    assert!(engine.suggest("", &|_| true, 3).len() == 3);
}
