use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use crate::{
    fixture::HEPING,
    harness::{Answer, TestApp},
};

const PAGES: [&str; 7] = [
    "/",
    "/guides?q=身份证&facets=1",
    "/guides/t-sfz-bl?region=210102",
    "/regions",
    "/regions?q=和平",
    "/about",
    "/requests",
];

/// Everything between `<name …>` and its end tag, with the start tag.
fn inline<'a>(page: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let (start, end) = (format!("<{name}"), format!("</{name}>"));
    let parts = page.split(&start).skip(1);
    parts
        .filter_map(|part| part.split_once('>'))
        .filter_map(|(tag, rest)| Some((tag, rest.split_once(&end)?.0)))
        .collect()
}

#[tokio::test]
async fn every_page_is_readable_before_any_script() {
    let app = TestApp::start();
    for path in PAGES {
        let page = app.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
        let html = page.text();
        assert!(html.contains("data-arrived=\"plain\" data-mode=\"standard\""), "{path}");
        assert_eq!(html.matches("<h1").count(), 1, "{path}: one heading");
        assert_eq!(html.matches("<title>").count(), 1, "{path}: one title");
        assert!(!html.contains("<div id=\"app\"></div>"), "{path}: content");
    }
}

#[tokio::test]
async fn the_policy_names_every_inline_script_and_style_and_nothing_else() {
    let app = TestApp::start();
    for path in PAGES {
        let page = app.get(path).await;
        let (html, policy) = (page.text(), page.header("content-security-policy").to_owned());
        let scripts =
            inline(&html, "script").into_iter().filter(|(tag, _)| !tag.contains("src=") && !tag.contains("json"));
        let texts: Vec<&str> = scripts.chain(inline(&html, "style")).map(|(_, text)| text).collect();
        assert!(texts.len() >= 2, "{path}: data and style");
        for text in &texts {
            let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
            assert!(policy.contains(&hash), "{path}: {hash} is not in {policy}");
        }
        assert_eq!(policy.matches("sha256-").count(), texts.len(), "{path}: {policy}");
        assert!(!policy.contains("unsafe-inline"), "{policy}");
        assert!(!html.contains(" style=\""), "{path}: style attributes are refused by the policy");
        assert!(!html.contains(" onclick=") && !html.contains(" onsubmit="), "{path}");
    }
}

#[tokio::test]
async fn results_and_guides_are_in_the_page() {
    let app = TestApp::start();
    let results = app.get("/guides?q=身份证补领").await.text();
    assert!(results.contains("data-results") && results.contains("居民身份证补领"), "{results}");
    let guide = app.get(&format!("/guides/t-sfz-bl?region={HEPING}")).await.text();
    assert!(guide.contains("居民户口簿") && guide.contains("样例"));
    let (_, json) = inline(&guide, "script").into_iter().find(|(tag, _)| tag.contains("ld+json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(json["@type"], "GovernmentService");
}

#[tokio::test]
async fn the_same_visit_gives_the_same_page_and_an_unchanged_one_is_not_sent_again() {
    let app = TestApp::start();
    for path in ["/", "/guides?q=身份证", "/guides/t-sfz-bl"] {
        let first = app.get(path).await;
        assert_eq!(first.text(), app.get(path).await.text(), "{path}");
        assert_eq!((first.header("cache-control"), first.header("vary")), ("no-cache", "cookie, accept-encoding"));
        let again = app.get_with(path, "if-none-match", first.header("etag")).await;
        assert_eq!((again.status.as_u16(), again.header("vary")), (304, "cookie, accept-encoding"));
        // Browsers take over the headers of a 304: another policy would block the kept page.
        assert_eq!(again.header("content-security-policy"), "");
    }
}

#[tokio::test]
async fn a_page_varies_by_the_choices_in_the_cookie() {
    let app = TestApp::start();
    let cookie = format!("a=b; banshi_prefs=mode=elder&region={HEPING}");
    let elder = app.get_with("/guides/t-sfz-bl", "cookie", &cookie).await;
    assert!(elder.text().contains("data-mode=\"elder\""));
    assert!(elder.text().contains("3 号窗口"), "the nearest publication is shown");
    assert_ne!(elder.header("etag"), app.get("/guides/t-sfz-bl").await.header("etag"));
    // A region that went away is as if none were chosen.
    let old = app.get_with("/guides?q=护照", "cookie", "banshi_prefs=mode=standard&region=990000000000").await;
    assert!(old.status == 200 && old.text().contains("普通护照签发"));
}

#[tokio::test]
async fn what_does_not_exist_is_a_page_with_404() {
    let app = TestApp::start();
    let guide = app.get("/guides/none").await;
    assert_eq!((guide.status.as_u16(), guide.header("cache-control")), (404, "no-store"));
    let page = app.get_with("/no-such-page", "accept", "text/html,*/*").await;
    assert_eq!((page.status.as_u16(), page.header("content-type")), (404, "text/html; charset=utf-8"));
    assert_eq!(app.get("/pkg/app-old.js").await.problem().code, "no_such_address");
}

#[tokio::test]
async fn a_choice_is_kept_in_the_cookie_and_leads_back() {
    let app = TestApp::start();
    let path = "/prefs?mode=elder&back=%2Fguides%3Fq%3D%E8%BA%AB";
    let answer = app.get_with(path, "cookie", &format!("banshi_prefs=mode=standard&region={HEPING}")).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/guides?q=%E8%BA%AB"));
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with(&format!("banshi_prefs=mode=elder&region={HEPING}; ")), "{cookie}");
    assert!(cookie.contains("SameSite=Lax") && cookie.contains("Path=/"));
    let unknown = app.get("/prefs?region=990000000000&back=/").await;
    assert!(!unknown.header("set-cookie").contains("region"));
}

#[tokio::test]
async fn a_way_back_never_leads_to_another_site() {
    let app = TestApp::start();
    for back in ["https://evil.example/", "//evil.example", "/%5Cevil.example", "%2F%0Devil", "evil", ""] {
        let answer = app.get(&format!("/prefs?mode=elder&back={back}")).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/"), "{back}");
    }
}

#[tokio::test]
async fn a_report_by_a_plain_form_is_answered_with_its_receipt() {
    let app = TestApp::start();
    let body = format!("kind=extra_paper&item=t-sfz-bl&region={HEPING}&part=&text=%E8%BF%98%E8%A6%81");
    let page = app.post_form("/requests", &body).await;
    assert_eq!((page.status.as_u16(), page.header("cache-control"), page.header("location")), (200, "no-store", ""));
    let html = page.text();
    assert!(!html.contains("<script"), "nothing may take over a page whose address is the form's");
    let (id, code) = receipt(&page);
    let found = app.post_form("/requests/lookup", &format!("id={id}&code={code}")).await;
    assert_eq!(found.status, 200);
    assert!(found.text().contains("还要"), "{}", found.text());
    assert_eq!(app.get("/requests/lookup").await.header("location"), "/requests");
    let wrong = app.post_form("/requests/lookup", &format!("id={id}&code=wrong")).await;
    assert_eq!(wrong.status, 404);
    assert!(!wrong.text().contains("还要"));
}

/// Number and code, as a person reads them from the page.
fn receipt(page: &Answer) -> (String, String) {
    let html = page.text();
    let plain: String =
        html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| format!("{text} ")).collect();
    let after = |label: &str| {
        let rest = plain.split_once(label).unwrap_or_else(|| panic!("no {label} in {plain}")).1;
        rest.split_whitespace().find(|word| word.is_ascii()).unwrap().to_owned()
    };
    (after("编号"), after("查询码"))
}

#[tokio::test]
async fn a_guide_has_a_picture_of_its_public_address() {
    let app = TestApp::start();
    let picture = app.get("/guides/t-sfz-bl/qr.svg?region=210102").await;
    assert_eq!((picture.status.as_u16(), picture.header("content-type")), (200, "image/svg+xml"));
    assert_ne!(picture.text(), app.get("/guides/t-sfz-bl/qr.svg").await.text());
    assert_eq!(app.get("/guides/none/qr.svg").await.status, 404);
}
