use axum::{
    body::Body,
    http::{Method, Request},
};

use crate::harness::TestApp;

const PATHS: [&str; 9] = [
    "/",
    "/api/v1/guides",
    "/api/v1/guides/none",
    "/api/v1/guides?page=0",
    "/api/none",
    "/healthz",
    "/metrics",
    "/robots.txt",
    "/no-such-page",
];

#[tokio::test]
async fn every_answer_carries_the_safety_headers() {
    let app = TestApp::start();
    for path in PATHS {
        let answer = app.get(path).await;
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"), "{path}");
        assert!(answer.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert!(answer.header("permissions-policy").contains("camera=()"), "{path}");
        assert!(!answer.header("x-request-id").is_empty(), "{path}");
    }
}

#[tokio::test]
async fn frames_are_allowed_only_as_configured() {
    let app = TestApp::with(&["--frame-ancestors", "'self',https://app.example"]);
    let answer = app.get("/healthz").await;
    assert!(answer.header("content-security-policy").ends_with("frame-ancestors 'self' https://app.example"));
}

#[tokio::test]
async fn what_the_reader_has_is_not_sent_again() {
    let app = TestApp::start();
    let first = app.get("/api/v1/guides?q=身份证").await;
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with("W/\"") && first.header("cache-control").contains("max-age=60"));
    let again = app.get_with("/api/v1/guides?q=身份证", "if-none-match", &tag).await;
    assert_eq!((again.status.as_u16(), again.body.len(), again.header("etag")), (304, 0, tag.as_str()));
    assert_eq!(app.get_with("/api/v1/guides?q=护照", "if-none-match", &tag).await.status, 200);
}

#[tokio::test]
async fn a_long_answer_is_compressed_and_a_tiny_one_is_not() {
    let app = TestApp::start();
    for coding in ["br", "gzip"] {
        let long = app.get_with("/api/v1/openapi.json", "accept-encoding", coding).await;
        assert_eq!(long.header("content-encoding"), coding);
        assert!(long.header("vary").contains("accept-encoding"));
    }
    let tiny = app.get_with("/healthz", "accept-encoding", "br").await;
    assert_eq!(tiny.header("content-encoding"), "");
}

#[tokio::test]
async fn head_is_get_without_a_body() {
    let app = TestApp::start();
    let request = Request::builder().method(Method::HEAD).uri("/api/v1/guides").body(Body::empty()).unwrap();
    let answer = app.send(request).await;
    assert_eq!((answer.status.as_u16(), answer.body.len()), (200, 0));
    assert!(!answer.header("etag").is_empty());
}

#[tokio::test]
async fn an_allowed_origin_may_read_the_api_and_others_may_not() {
    let app = TestApp::with(&["--allow-origin", "https://app.example"]);
    let ours = app.get_with("/api/v1/guides", "origin", "https://app.example").await;
    assert_eq!(ours.header("access-control-allow-origin"), "https://app.example");
    let other = app.get_with("/api/v1/guides", "origin", "https://evil.example").await;
    assert_eq!((other.status.as_u16(), other.header("access-control-allow-origin")), (200, ""));
    let ask =
        Request::builder().method(Method::OPTIONS).uri("/api/v1/requests").header("origin", "https://app.example");
    let ask = ask.header("access-control-request-method", "POST").body(Body::empty()).unwrap();
    let answer = app.send(ask).await;
    assert_eq!(answer.status, 204);
    assert!(answer.header("access-control-allow-headers").contains("x-request-code"));
}
