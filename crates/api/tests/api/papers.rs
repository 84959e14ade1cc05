use domain::wire::{BundleList, FactView, ProofDetail, ProofList};

use crate::harness::TestApp;

#[tokio::test]
async fn every_question_can_be_read_with_its_reason_and_its_answers() {
    let app = TestApp::start();
    let facts: Vec<FactView> = app.read("/api/v1/facts").await;
    assert!(facts.len() > 10);
    for fact in facts {
        assert!(!fact.label.is_empty() && !fact.why.is_empty(), "{}", fact.key);
        assert_eq!(fact.choices.is_empty(), fact.kind != "choice", "{}", fact.key);
    }
}

#[tokio::test]
async fn a_paper_is_found_by_the_words_of_people_and_says_what_replaces_it() {
    let app = TestApp::start();
    let found: ProofList = app.read("/api/v1/proofs?q=%E5%A4%B1%E4%B8%9A%E8%AF%81%E6%98%8E").await;
    assert_eq!(found.total, found.items.len());
    let all: ProofList = app.read("/api/v1/proofs").await;
    assert!(all.total > 50 && all.total > found.total);
    let loss: ProofDetail = app.read("/api/v1/proofs/loss-proof").await;
    assert_eq!(loss.name, "证件遗失证明");
    assert!(!loss.rules.is_empty() && loss.rules.iter().all(|rule| !rule.instead.is_empty()));
    assert!(loss.not_from.iter().any(|body| body.body.contains('村')));
    assert_eq!(app.get("/api/v1/proofs/nothing").await.problem().code, "not_found");
    let long = format!("/api/v1/proofs?q={}", "x".repeat(101));
    assert_eq!(app.get(&long).await.problem().code, "invalid_input");
}

#[tokio::test]
async fn bundles_of_matters_that_are_not_published_are_not_shown() {
    let app = TestApp::start();
    let list: BundleList = app.read("/api/v1/bundles").await;
    assert!(list.items.is_empty(), "the fixture has none of their matters");
    assert_eq!(app.get("/api/v1/bundles/newborn").await.problem().code, "not_found");
}

#[tokio::test]
async fn the_pack_of_rules_is_immutable_by_its_version() {
    let app = TestApp::start();
    let pack = app.get("/api/v1/packs/papers").await;
    assert_eq!(
        (pack.header("content-type"), pack.header("cache-control")),
        ("application/vnd.banshi.papers", "no-cache")
    );
    let version = pack.header("etag").trim_matches('"').to_owned();
    let same = app.get(&format!("/api/v1/packs/papers?version={version}")).await;
    assert!(same.header("cache-control").contains("immutable"));
    assert_eq!(same.body, pack.body);
    assert_eq!(app.get(&format!("/api/v1/packs/papers?have={version}")).await.status, 304);
}
