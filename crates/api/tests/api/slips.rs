use api::keys;
use domain::wire::{KeyList, SignedList};
use slip::{PublicKey, Slip, SlipError, Verdict};

use crate::{fixture::HEPING, harness::TestApp};

const SIGN: &str = "/api/v1/checklists/sign";

/// A server with a folder of keys, which lives as long as the second value.
fn signing() -> (TestApp, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    keys::create(folder.path(), "2026-01-01".parse().unwrap()).unwrap();
    (TestApp::with(&["--keys", folder.path().to_str().unwrap()]), folder)
}

fn ask(facts: &str, include: &str) -> String {
    format!(r#"{{"items":["t-sfz-bl"],"region":"{HEPING}","facts":{facts},"include":{include}}}"#)
}

async fn public(app: &TestApp) -> Vec<PublicKey> {
    let list: KeyList = app.read("/api/v1/keys").await;
    PublicKey::parse_all(&keys::lines(&list))
}

#[tokio::test]
async fn a_list_is_computed_signed_and_opens_with_the_published_key() {
    let (app, _keys) = signing();
    let answer = app.post_json(SIGN, &ask(r#"{"papers_elsewhere":true,"by_agent":false}"#, "[]")).await;
    assert_eq!((answer.status.as_u16(), answer.header("cache-control")), (200, "no-store"), "{}", answer.text());
    let signed: SignedList = answer.parse();
    assert_eq!(signed.url, format!("https://banshi.example/verify#{}", signed.slip));
    let (slip, key) = Slip::open(&signed.slip, &public(&app).await).unwrap();
    assert_eq!(key.to_string(), signed.key_id);
    assert_eq!((slip.region.as_str(), slip.region_name.ends_with("和平区")), (HEPING, true));
    assert_eq!(slip.matters[0].code, "t-sfz-bl");
    assert_eq!(slip.papers.len(), 4);
    assert!(slip.papers.iter().any(|paper| paper.name == "居民户口簿" && paper.verdict == Verdict::Bring));
    assert!(slip.told.is_empty(), "no answer is told that was not ticked");
}

#[tokio::test]
async fn only_ticked_answers_stand_in_the_list() {
    let (app, _keys) = signing();
    let facts = r#"{"papers_elsewhere":true,"by_agent":false}"#;
    let signed: SignedList = app.post_json(SIGN, &ask(facts, r#"["by_agent","married"]"#)).await.parse();
    let (slip, _) = Slip::open(&signed.slip, &public(&app).await).unwrap();
    assert_eq!(slip.told.len(), 1, "an answer that was not given cannot be told");
    assert!(slip.told[0].question.contains("替您") && slip.told[0].answer == "不是");
    let problem = app.post_json(SIGN, &ask(facts, r#"["shoe_size"]"#)).await.problem();
    assert_eq!((problem.code.as_str(), problem.fields[0].field.as_str()), ("invalid_input", "include"));
}

#[tokio::test]
async fn a_list_of_a_retired_key_still_opens_and_one_of_another_server_does_not() {
    let (app, folder) = signing();
    let signed: SignedList = app.post_json(SIGN, &ask("{}", "[]")).await.parse();
    keys::rotate(folder.path(), api::clock::today()).unwrap();
    let rotated = TestApp::with(&["--keys", folder.path().to_str().unwrap()]);
    assert!(Slip::open(&signed.slip, &public(&rotated).await).is_ok());
    let next: SignedList = rotated.post_json(SIGN, &ask("{}", "[]")).await.parse();
    assert_ne!(next.key_id, signed.key_id);
    let (other, _keys) = signing();
    assert_eq!(Slip::open(&signed.slip, &public(&other).await), Err(SlipError::UnknownKey));
}

#[tokio::test]
async fn without_keys_nothing_is_signed_and_the_citizen_is_told_what_else_to_do() {
    let app = TestApp::start();
    let problem = app.post_json(SIGN, &ask("{}", "[]")).await.problem();
    assert_eq!((problem.status, problem.code.as_str()), (503, "signing_off"));
    assert_eq!(app.read::<KeyList>("/api/v1/keys").await, KeyList::default());
}

#[tokio::test]
async fn what_a_checklist_refuses_is_not_signed_either() {
    let (app, _keys) = signing();
    let body = r#"{"items":["none"],"region":"990000000000"}"#;
    assert_eq!(app.post_json(SIGN, body).await.problem().fields.len(), 2);
    assert_eq!(app.post_json(SIGN, &ask(r#"{"shoe_size":42}"#, "[]")).await.problem().code, "unknown_fact");
    assert_eq!(app.post_json(SIGN, "{").await.problem().code, "unreadable");
    assert_eq!(app.get(SIGN).await.status, 405);
}

fn form(more: &str) -> String {
    format!("item=t-sfz-bl&region={HEPING}&a.papers_elsewhere=yes&a.by_agent=no{more}")
}

/// The list in a page that shows one.
fn list_in(page: &str) -> String {
    let rest = page.split_once("/verify#").unwrap().1;
    rest.split_once('"').unwrap().0.to_owned()
}

#[tokio::test]
async fn the_plain_form_signs_and_its_page_holds_code_link_and_list() {
    let (app, _keys) = signing();
    let answer = app.post_form("/checklist/sign", &form("&include=by_agent&do=sign")).await;
    let page = answer.text();
    assert_eq!((answer.status.as_u16(), answer.header("cache-control")), (200, "no-store"), "{page}");
    assert!(page.contains("<svg class=\"slip__code\"") && page.contains("居民户口簿") && !page.contains(" style="));
    assert!(!page.contains("<script"), "a plain page");
    let (slip, _) = Slip::open(&list_in(&page), &public(&app).await).unwrap();
    assert_eq!((slip.told.len(), slip.papers.len()), (1, 4));
    assert!(page.contains(&slip.told[0].question));
    assert_eq!(app.get("/checklist/sign").await.header("location"), "/checklist");
}

#[tokio::test]
async fn a_form_that_cannot_be_signed_comes_back_as_a_page_that_says_why() {
    let off = TestApp::start().post_form("/checklist/sign", &form("")).await;
    assert_eq!(off.status, 503);
    assert!(off.text().contains("没有签成") && off.text().contains("还没有开通"));
    let (app, _keys) = signing();
    let empty = app.post_form("/checklist/sign", "item=").await;
    assert_eq!(empty.status, 422);
    assert!(empty.text().contains("没有签成"));
}

#[tokio::test]
async fn a_list_is_checked_by_the_server_where_there_is_no_script() {
    let (app, _keys) = signing();
    let page = app.get("/verify").await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains("<title>核对清单") && page.text().contains(" ed25519 "), "{}", page.text());
    let signed: SignedList = app.post_json(SIGN, &ask("{}", "[]")).await.parse();
    let check = |code: String| {
        let body: String =
            code.chars().flat_map(|c| format!("%{:02X}", u32::from(c)).chars().collect::<Vec<_>>()).collect();
        let app = &app;
        async move { app.post_form("/verify", &format!("code={body}")).await.text() }
    };
    for code in [signed.slip.clone(), signed.url.clone()] {
        let page = check(code).await;
        assert!(page.contains("data-slip=\"valid\"") && page.contains("居民身份证补领"), "{page}");
    }
    let mut flipped = signed.slip.clone();
    let other = if flipped.ends_with('0') { "1" } else { "0" };
    flipped.replace_range(flipped.len() - 1.., other);
    for code in [flipped, String::new(), "<script>".into()] {
        let page = check(code).await;
        assert!(page.contains("data-slip=\"invalid\"") && !page.contains("data-slip=\"valid\""), "{page}");
    }
}
