//! The plain way of the check of papers.

use axum::{
    body::Body,
    http::{Request, header},
};

use crate::harness::TestApp;

#[tokio::test]
async fn a_matter_is_checked_question_by_question_without_scripts() {
    let app = TestApp::start();
    let first = app.get("/checklist?item=t-sfz-bl").await;
    assert_eq!(first.status, 200);
    assert!(first.text().contains("name=\"ask\" value=\"by_agent\"") && first.text().contains("会发到本网站的服务器"));
    let list = app.post_form("/checklist", "item=t-sfz-bl&a.by_agent=no&a.papers_elsewhere=no").await;
    assert_eq!(list.status, 200);
    assert_eq!(list.header("cache-control"), "no-store", "answers stay nowhere");
    assert!(list.header("content-security-policy").contains("form-action 'self'"));
    let page = list.text();
    assert!(page.contains("data-group=\"bring\"") && page.contains("data-group=\"phone\""), "{page}");
    assert!(!page.contains("<script"), "the answer to a form is not taken over");
}

#[tokio::test]
async fn a_list_becomes_a_calendar_file() {
    let app = TestApp::start();
    let file = app.post_form("/checklist", "item=t-sfz-bl&do=ics").await;
    assert_eq!(file.header("content-type"), "text/calendar; charset=utf-8");
    assert!(file.header("content-disposition").starts_with("attachment; filename=\"banshi-20"));
    assert!(file.text().starts_with("BEGIN:VCALENDAR\r\n"));
}

#[tokio::test]
async fn papers_and_occasions_have_pages_and_what_is_missing_is_404() {
    let app = TestApp::start();
    for path in [
        "/proofs",
        "/proofs?q=%E5%B1%85%E4%BD%8F%E8%AF%81%E6%98%8E",
        "/proofs/hukou-book",
        "/events",
        "/requests/new?item=t-sfz-bl",
    ] {
        assert_eq!(app.get(path).await.status, 200, "{path}");
    }
    for path in ["/proofs/nothing", "/events/nothing"] {
        assert_eq!(app.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_form_of_another_site_is_refused() {
    let app = TestApp::start();
    let request = Request::post("/checklist")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ORIGIN, "https://elsewhere.example")
        .body(Body::from("item=t-sfz-bl"))
        .unwrap();
    assert_eq!(app.send(request).await.status, 403);
}
