//! What holds for any text and any catalogue.

mod support;

use std::sync::OnceLock;

use proptest::prelude::*;
use search::{Doc, Engine, Hit, Lexicon};
use support::{project_file, read_docs};

fn docs() -> Vec<Doc> {
    read_docs(&project_file("data/catalogue/items.tsv"), false)
}

fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| Engine::build(docs(), &Lexicon::builtin()))
}

/// Texts near to what people type: words of the field, letters, digits, marks, and anything at all.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("身份证"),
        Just("丢了"),
        Just("公积金"),
        Just("和"),
        Just("怎么办"),
        Just("sfz"),
        Just("shenfen"),
        Just("異地就醫"),
        Just("店不干了"),
        Just("公基金"),
        Just(" "),
        Just("，"),
        Just("12345"),
        Just("注销"),
        Just("人没了"),
        Just("ＡＢ"),
        Just("证"),
        Just("𠮷"),
        Just("\u{0}"),
        Just("é"),
    ];
    prop_oneof![prop::collection::vec(word, 0..8).prop_map(|words| words.concat()), any::<String>()]
}

fn ranked(engine: &Engine, text: &str) -> Vec<Hit> {
    engine.rank(&engine.understand(text), &|_| true)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_search_panic(text in text()) {
        let engine = engine();
        let query = engine.understand(&text);
        for hit in engine.rank(&query, &|_| true).iter().take(5) {
            engine.explain(&query, hit.doc);
        }
        engine.suggest(&text, &|_| true, 8);
        prop_assert!(!engine.nearest(&query, &|_| true, 3).is_empty());
    }

    #[test]
    fn the_same_text_gives_the_same_answer_again(text in text(), other in text()) {
        let engine = engine();
        let before = ranked(engine, &text);
        ranked(engine, &other);
        prop_assert_eq!(before, ranked(engine, &text));
    }

    #[test]
    fn a_filter_takes_away_and_never_adds_or_moves(text in text(), keep in 2_u32..7) {
        let engine = engine();
        let query = engine.understand(&text);
        let allowed = |doc: u32| doc.is_multiple_of(keep);
        let all: Vec<Hit> = engine.rank(&query, &|_| true).into_iter().filter(|hit| allowed(hit.doc)).collect();
        prop_assert_eq!(engine.rank(&query, &allowed), all);
    }

    #[test]
    fn hits_stand_best_first_and_once_each(text in text()) {
        let hits = ranked(engine(), &text);
        prop_assert!(hits.windows(2).all(|pair| (pair[1].score, pair[0].doc) < (pair[0].score, pair[1].doc)
            || pair[1].score < pair[0].score));
        let mut docs: Vec<u32> = hits.iter().map(|hit| hit.doc).collect();
        docs.sort_unstable();
        docs.dedup();
        prop_assert_eq!(docs.len(), hits.len());
    }

    #[test]
    fn suggestions_are_few_allowed_and_different(text in text(), n in 0_usize..6) {
        let found = engine().suggest(&text, &|doc| doc % 2 == 0, n);
        prop_assert!(found.len() <= n);
        for (at, one) in found.iter().enumerate() {
            prop_assert!(one.doc.is_none_or(|doc| doc % 2 == 0));
            prop_assert!(found[..at].iter().all(|other| other.text != one.text));
        }
    }
}

/// Scores do not depend on the order in which items come in, so a re-import answers alike.
#[test]
fn the_order_of_items_changes_no_score() {
    let mut turned = docs();
    turned.reverse();
    let last = turned.len() as u32 - 1;
    let turned = Engine::build(turned, &Lexicon::builtin());
    for text in ["身份证丢了", "gjj", "人没了", "公基金贷款", "食品经营许可变更", "登记", "身份证和驾照"]
    {
        let mut there = ranked(&turned, text);
        for hit in &mut there {
            hit.doc = last - hit.doc;
        }
        let mut here = ranked(engine(), text);
        here.sort_by_key(|hit| (-hit.score, hit.doc));
        there.sort_by_key(|hit| (-hit.score, hit.doc));
        assert_eq!(here, there, "{text}");
    }
}

#[test]
fn no_item_at_all_is_no_accident() {
    let engine = Engine::build(Vec::new(), &Lexicon::builtin());
    let query = engine.understand("身份证丢了");
    assert!(engine.rank(&query, &|_| true).is_empty());
    assert!(engine.nearest(&query, &|_| true, 3).is_empty());
    assert!(engine.suggest("身份证", &|_| true, 3).is_empty());
    assert_eq!(engine.same(7), 7);
}

#[test]
fn an_empty_query_gives_the_most_asked_for_first() {
    let hits = ranked(engine(), "  ！");
    let docs = docs();
    assert_eq!(hits.len(), docs.len());
    assert!(hits.windows(2).all(|pair| docs[pair[0].doc as usize].popularity >= docs[pair[1].doc as usize].popularity));
}
