use axum::{
    body::Body,
    http::{Method, Request},
};

use crate::harness::TestApp;

#[tokio::test]
async fn more_requests_than_the_node_takes_are_told_to_come_back() {
    let app = TestApp::with(&["--max-in-flight", "0"]);
    let answer = app.get("/api/v1/guides").await;
    assert_eq!((answer.status.as_u16(), answer.problem().code.as_str()), (503, "busy"));
    assert_eq!(answer.header("retry-after"), "5");
}

#[tokio::test]
async fn an_endless_address_is_refused() {
    let answer = TestApp::start().get(&format!("/api/v1/guides?x={}", "a".repeat(5000))).await;
    assert_eq!((answer.status.as_u16(), answer.problem().code.as_str()), (400, "unreadable"));
}

#[tokio::test]
async fn a_wrong_method_and_a_wrong_address_are_problems_too() {
    let app = TestApp::start();
    let request = Request::builder().method(Method::DELETE).uri("/api/v1/guides").body(Body::empty()).unwrap();
    let answer = app.send(request).await;
    assert_eq!((answer.status.as_u16(), answer.problem().code.as_str()), (405, "method_not_allowed"));
    assert!(answer.header("allow").contains("GET"));
    assert_eq!(app.get("/api/v1/none").await.problem().code, "no_such_address");
}

#[tokio::test]
async fn texts_that_are_no_text_do_no_harm() {
    let app = TestApp::start();
    for q in ["%00", "%ff%fe", "%F0%9F%98%80", "%E2%80%8B", "'%3B--", "%25", "+"] {
        let status = app.get(&format!("/api/v1/guides?q={q}")).await.status.as_u16();
        assert!(matches!(status, 200 | 422), "{q}: {status}");
        assert_eq!(app.get(&format!("/guides?q={q}")).await.status, 200, "a citizen is never refused: {q}");
    }
    for path in ["/guides/%00", "/guides/%ff", "/guides/a%2Fb", "/requests/%3Cscript%3E", "/guides?region=%ff&page=-1"]
    {
        let page = app.get(path).await;
        assert!(matches!(page.status.as_u16(), 200 | 400 | 404), "{path}: {}", page.status);
        assert!(!page.text().contains("<script>\""), "{path}");
    }
}
