use axum::{
    body::Body,
    http::{Request, header},
};
use domain::{
    papers::Verdict,
    wire::{Checklist, ChecklistMaterial},
};

use crate::{fixture::HEPING, harness::TestApp};

fn ask(facts: &str) -> String {
    format!(r#"{{"items":["t-sfz-bl"],"region":"{HEPING}","on":"2026-11-22","facts":{facts}}}"#)
}

async fn list(app: &TestApp, facts: &str) -> Checklist {
    let answer = app.post_json("/api/v1/checklists", &ask(facts)).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("cache-control"), "no-store", "answers stay nowhere");
    answer.parse()
}

fn named<'a>(list: &'a Checklist, name: &str) -> &'a ChecklistMaterial {
    list.materials.iter().find(|material| material.name == name).unwrap()
}

#[tokio::test]
async fn a_list_says_of_every_material_what_to_do_and_why() {
    let app = TestApp::start();
    let list = list(&app, "{}").await;
    assert_eq!((list.materials.len(), list.on.to_string().as_str()), (4, "2026-11-22"));
    assert!(list.materials.iter().all(|material| !material.why.is_empty() && !material.if_refused.is_empty()));
    let book = named(&list, "居民户口簿");
    assert_eq!(book.paper.as_ref().unwrap().id, "hukou-book");
    assert_eq!((book.verdict, book.method.unwrap().code()), (Verdict::Conditional, "ECERT"));
    assert!(book.instead.is_some() && !book.basis.is_empty() && book.hangs_on == ["papers_elsewhere"]);
    assert_eq!(named(&list, "居民身份证领取凭证").verdict, Verdict::Bring);
    assert_eq!(named(&list, "其他材料").verdict, Verdict::Unknown, "nobody can know what it means");
}

#[tokio::test]
async fn an_answer_settles_what_hung_on_it_and_its_question_is_gone() {
    let app = TestApp::start();
    let keys = |list: &Checklist| list.questions.iter().map(|open| open.fact.key.clone()).collect::<Vec<_>>();
    let before = list(&app, "{}").await;
    assert_eq!(keys(&before), ["by_agent", "papers_elsewhere"]);
    let after = list(&app, r#"{"by_agent":false,"papers_elsewhere":false}"#).await;
    assert!(keys(&after).is_empty());
    assert_eq!(named(&after, "居民户口簿").verdict, Verdict::NotNeeded);
    assert_eq!(named(&after, "授权委托书").verdict, Verdict::NotNeeded);
    let elsewhere = list(&app, r#"{"papers_elsewhere":true}"#).await;
    assert_eq!(named(&elsewhere, "居民户口簿").verdict, Verdict::Bring);
}

#[tokio::test]
async fn an_answer_to_a_question_that_nobody_declared_is_refused() {
    let app = TestApp::start();
    let problem = app.post_json("/api/v1/checklists", &ask(r#"{"shoe_size":42,"by_agent":true}"#)).await.problem();
    assert_eq!((problem.status, problem.code.as_str()), (422, "unknown_fact"));
    assert_eq!(problem.fields.iter().map(|field| field.field.as_str()).collect::<Vec<_>>(), ["facts.shoe_size"]);
    let problem = app.post_json("/api/v1/checklists", &ask(r#"{"by_agent":3,"married":"no such"}"#)).await.problem();
    assert_eq!(problem.code, "invalid_input");
    assert_eq!(problem.fields.len(), 2);
}

#[tokio::test]
async fn every_wrong_value_is_told_and_nothing_is_without_bound() {
    let app = TestApp::start();
    let body = r#"{"items":["none"],"region":"990000000000","on":"1900-01-01"}"#;
    let problem = app.post_json("/api/v1/checklists", body).await.problem();
    let names: Vec<&str> = problem.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(names, ["items", "region", "on"]);
    for items in ["[]".to_owned(), format!("[{}\"t-sfz-bl\"]", "\"t-sfz-bl\",".repeat(12))] {
        let body = format!(r#"{{"items":{items},"region":"{HEPING}"}}"#);
        assert_eq!(app.post_json("/api/v1/checklists", &body).await.problem().code, "invalid_input");
    }
    assert_eq!(app.post_json("/api/v1/checklists", "{").await.problem().code, "unreadable");
    assert_eq!(app.post_json("/api/v1/checklists", &"x".repeat(17 * 1024)).await.problem().code, "too_large");
    let form = Request::post("/api/v1/checklists").header(header::CONTENT_TYPE, "text/plain");
    assert_eq!(app.send(form.body(Body::from(ask("{}"))).unwrap()).await.problem().code, "media_type");
    assert_eq!(app.get("/api/v1/checklists").await.status, 405);
}

#[tokio::test]
async fn a_list_sent_for_by_another_sites_page_is_refused() {
    let app = TestApp::start();
    let request = Request::post("/api/v1/checklists").header(header::CONTENT_TYPE, "application/json");
    let request = request.header("origin", "https://evil.example").body(Body::from(ask("{}"))).unwrap();
    assert_eq!(app.send(request).await.problem().code, "foreign_origin");
}

#[tokio::test]
async fn the_server_says_what_the_pack_says() {
    let app = TestApp::start();
    let world = bag::World::open(&app.get("/api/v1/packs/papers").await.body).unwrap();
    let guide = app.read(&format!("/api/v1/guides/t-sfz-bl?region={HEPING}")).await;
    let scope = [HEPING, "210100000000", "210000000000"].map(|code| domain::RegionCode::parse(code).unwrap());
    for facts in ["{}", r#"{"by_agent":true}"#, r#"{"by_agent":false,"papers_elsewhere":true}"#] {
        let answers = serde_json::from_str(facts).unwrap();
        let on = "2026-11-22".parse().unwrap();
        let here = bag::checklist(&world, &[bag::Matter::from(&guide)], &scope, on, &answers);
        assert_eq!(here, list(&app, facts).await);
    }
}
