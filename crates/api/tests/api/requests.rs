use api::front::client::Peer;
use axum::{
    body::Body,
    http::{Request, header},
};
use domain::wire::{RequestKind, RequestReceipt, RequestView};

use crate::{fixture::HEPING, harness::TestApp};

fn report() -> String {
    format!(r#"{{"kind":"correction","item":"t-sfz-bl","region":"{HEPING}","part":"fee","text":"窗口说不收费。"}}"#)
}

#[tokio::test]
async fn a_report_is_kept_and_opens_only_with_its_code() {
    let app = TestApp::start();
    let answer = app.post_json("/api/v1/requests", &report()).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    assert_eq!(answer.header("cache-control"), "no-store");
    let receipt: RequestReceipt = answer.parse();
    assert!(!answer.header("location").contains(&receipt.code), "the code is a secret");

    let path = format!("/api/v1/requests/{}", receipt.id);
    let found = app.get_with(&path, "x-request-code", &receipt.code).await;
    let found: RequestView = found.parse();
    assert_eq!((found.request.kind, found.request.text.as_str()), (RequestKind::Correction, "窗口说不收费。"));
    assert!(found.received_at.ends_with("+08:00") && found.state == "received");
    assert_eq!(app.get(&format!("{path}?code={}", receipt.code)).await.status, 200);
    for path in [path.clone(), format!("{path}?code=WRONG"), "/api/v1/requests/none?code=x".into()] {
        assert_eq!(app.get(&path).await.problem().code, "not_found", "{path}");
    }
}

#[tokio::test]
async fn every_wrong_field_of_a_report_is_told() {
    let app = TestApp::start();
    let body = r#"{"kind":"correction","item":"none","region":"99","part":"fee","text":"  "}"#;
    let problem = app.post_json("/api/v1/requests", body).await.problem();
    let names: Vec<&str> = problem.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(names, ["text", "item", "region"]);
    let long = format!(r#"{{"kind":"correction","text":"{}"}}"#, "长".repeat(501));
    assert_eq!(app.post_json("/api/v1/requests", &long).await.status, 422);
}

#[tokio::test]
async fn what_is_not_a_report_is_refused() {
    let app = TestApp::start();
    assert_eq!(app.post_json("/api/v1/requests", "{").await.problem().code, "unreadable");
    assert_eq!(app.post_json("/api/v1/requests", &"x".repeat(17 * 1024)).await.problem().code, "too_large");
    let form = Request::post("/api/v1/requests").header(header::CONTENT_TYPE, "text/plain");
    assert_eq!(app.send(form.body(Body::from(report())).unwrap()).await.problem().code, "media_type");
}

#[tokio::test]
async fn a_machine_that_writes_without_end_is_told_to_wait() {
    let app = TestApp::with(&["--trusted-proxy", "10.0.0.0/8"]);
    let send = |client: &'static str| {
        let request = Request::post("/api/v1/requests").header(header::CONTENT_TYPE, "application/json");
        let mut request = request.header("x-forwarded-for", client).body(Body::from(report())).unwrap();
        request.extensions_mut().insert(Peer("10.0.0.1:9".parse().unwrap()));
        app.send(request)
    };
    let mut last = send("203.0.113.9").await;
    for _ in 0..60 {
        last = send("203.0.113.9").await;
    }
    assert_eq!((last.status.as_u16(), last.problem().code.as_str()), (429, "too_often"));
    assert!(!last.header("retry-after").is_empty());
    assert_eq!(send("203.0.113.10").await.status, 201, "another machine behind the same proxy");
}

#[tokio::test]
async fn a_report_sent_by_another_sites_page_is_refused() {
    let app = TestApp::with(&["--allow-origin", "https://app.example"]);
    let send = |name: &'static str, value: &'static str| {
        let request = Request::post("/api/v1/requests").header(header::CONTENT_TYPE, "application/json");
        let request = request.header(header::HOST, "127.0.0.1:8080").header(name, value);
        app.send(request.body(Body::from(report())).unwrap())
    };
    for (name, value) in [("origin", "https://evil.example"), ("origin", "null"), ("sec-fetch-site", "cross-site")] {
        assert_eq!(send(name, value).await.problem().code, "foreign_origin", "{name}: {value}");
    }
    for (name, value) in [
        ("origin", "http://127.0.0.1:8080"),
        ("origin", "https://banshi.example"),
        ("origin", "https://app.example"),
        ("sec-fetch-site", "same-origin"),
    ] {
        assert_eq!(send(name, value).await.status, 201, "{name}: {value}");
    }
}
