//! A plain form that is refused comes back as a page, with a sentence and with everything that stood in it.

use api::front::client::Peer;
use axum::{
    body::Body,
    http::{Request, header},
};

use crate::{
    fixture::HEPING,
    harness::{Answer, TestApp},
};

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

fn report(text: &str) -> String {
    format!("kind=extra_paper&item=t-sfz-bl&region={HEPING}&part=fee&text={}", encoded(text))
}

/// What stands in the text field of a page.
fn text_field(page: &str) -> &str {
    let (_, rest) = page.split_once("<textarea").expect("a text field");
    rest.split_once('>').and_then(|(_, rest)| rest.split_once("</textarea>")).expect("an end").0
}

/// The start tag of the field or choice that has this in it.
fn tag<'a>(page: &'a str, part: &str) -> &'a str {
    page.split('<').find(|tag| tag.contains(part)).unwrap_or_else(|| panic!("no {part} in {page}"))
}

/// What holds of every refused form.
fn is_refused(answer: &Answer, status: u16) -> String {
    assert_eq!((answer.status.as_u16(), answer.header("content-type")), (status, "text/html; charset=utf-8"));
    assert_eq!((answer.header("cache-control"), answer.header("location")), ("no-store", ""));
    let html = answer.text();
    assert!(html.contains("没有成功") && html.contains("role=\"alert\""), "{html}");
    assert!(!html.contains("<script"), "nothing may take over a page whose address is the form's");
    html
}

#[tokio::test]
async fn a_report_that_is_too_long_comes_back_whole_and_goes_through_once_it_is_shorter() {
    let app = TestApp::start();
    let long = format!("窗口<说>要\"照片\"&{}", "长".repeat(600));
    let html = is_refused(&app.post_form("/requests", &report(&long)).await, 422);
    assert!(html.contains(&format!("写了 {} 个字，最多 500 个字", long.chars().count())), "{html}");
    assert_eq!(text_field(&html), long.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
    assert!(tag(&html, "value=\"extra_paper\"").contains("checked"));
    assert!(tag(&html, "value=\"fee\"").contains("selected"));
    assert!(tag(&html, "name=\"item\"").contains("t-sfz-bl") && tag(&html, "name=\"region\"").contains(HEPING));
    assert!(html.contains(&format!("href=\"/guides/t-sfz-bl?region={HEPING}\"")), "the way back to the guide");
    assert_eq!(app.post_form("/requests", &report(&long.chars().take(400).collect::<String>())).await.status, 200);
}

#[tokio::test]
async fn an_empty_report_comes_back_with_its_choices() {
    let app = TestApp::start();
    let html = is_refused(&app.post_form("/requests", &report("  ")).await, 422);
    assert!(html.contains("请写明哪里不对"), "{html}");
    assert!(tag(&html, "value=\"extra_paper\"").contains("checked") && text_field(&html).is_empty());
}

#[tokio::test]
async fn lines_count_as_the_field_has_counted_them() {
    let app = TestApp::start();
    let text = "一行\r\n".repeat(166);
    assert_eq!(text.replace("\r\n", "\n").trim().chars().count(), 497);
    assert_eq!(app.post_form("/requests", &report(&text)).await.status, 200);
}

#[tokio::test]
async fn characters_that_no_page_can_hold_are_all_that_is_lost() {
    let app = TestApp::start();
    let html = is_refused(&app.post_form("/requests", &report("要\u{1}照片\r\n两张")).await, 422);
    assert!(html.contains("不能识别的字符"));
    assert_eq!(text_field(&html), "要照片\n两张");
}

#[tokio::test]
async fn a_guide_that_is_gone_does_not_hold_up_the_words_about_it() {
    let app = TestApp::start();
    let html = is_refused(&app.post_form("/requests", "item=gone&region=99&text=%E8%A6%81").await, 422);
    assert_eq!(text_field(&html), "要");
    assert!(!html.contains("name=\"item\"") && !html.contains("name=\"region\""), "{html}");
    assert_eq!(app.post_form("/requests", "kind=correction&text=%E8%A6%81").await.status, 200);
}

#[tokio::test]
async fn who_writes_too_often_gets_the_words_back() {
    let app = TestApp::with(&["--trusted-proxy", "10.0.0.0/8"]);
    let send = |path: &'static str, body: String| {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::HOST, "banshi.example")
            .header(header::ORIGIN, "https://banshi.example")
            .header("x-forwarded-for", "203.0.113.9");
        let mut request = request.body(Body::from(body)).unwrap();
        request.extensions_mut().insert(Peer("10.0.0.1:9".parse().unwrap()));
        app.send(request)
    };
    let mut last = send("/requests", report("还要照片")).await;
    for _ in 0..40 {
        last = send("/requests", report("还要照片")).await;
    }
    let html = is_refused(&last, 429);
    assert_eq!(text_field(&html), "还要照片");
    assert!(html.contains("12345"), "{html}");
    let html = is_refused(&send("/requests/lookup", "id=N1&code=SECRET".into()).await, 429);
    assert!(tag(&html, "name=\"id\"").contains("N1") && tag(&html, "name=\"code\"").contains("SECRET"));
}

#[tokio::test]
async fn a_lookup_that_finds_nothing_keeps_what_was_typed_and_tells_no_address() {
    let app = TestApp::start();
    let html = is_refused(&app.post_form("/requests/lookup", "id=N1&code=SECRET").await, 404);
    assert!(tag(&html, "name=\"id\"").contains("value=\"N1\"") && tag(&html, "name=\"code\"").contains("SECRET"));
    let addresses = html.split("href=\"").skip(1).chain(html.split("action=\"").skip(1));
    assert!(addresses.filter_map(|part| part.split('"').next()).all(|address| !address.contains("SECRET")));
}

#[tokio::test]
async fn what_another_site_has_written_is_refused_and_not_shown() {
    let app = TestApp::start();
    let request = Request::post("/requests").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let request = request.header(header::HOST, "banshi.example").header(header::ORIGIN, "https://evil.example");
    let html = is_refused(&app.send(request.body(Body::from(report("来加群"))).unwrap()).await, 403);
    assert!(!html.contains("来加群") && html.contains("请在本网站的页面上提交"), "{html}");
}

#[tokio::test]
async fn more_than_any_report_is_not_read_and_the_page_says_what_to_do() {
    let app = TestApp::start();
    let html = is_refused(&app.post_form("/requests", &report(&"长".repeat(10_000))).await, 413);
    assert!(html.contains("写得太长了") && html.contains("返回"), "{html}");
}
