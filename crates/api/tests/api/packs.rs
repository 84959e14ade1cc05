mod everyday;

use std::fs;

use domain::wire::{GuidePage, Suggestions};
use search::Lexicon;
use shelf::{Answer, Pack, answer, delta};

use crate::{
    fixture::{self, HEPING},
    harness::{self, TestApp},
};

const EVERYWHERE: [&str; 5] = ["210000000000", "210100000000", HEPING, "210102001000", "210102001001"];

async fn pack(app: &TestApp, region: &str) -> (Pack, harness::Answer) {
    let sent = app.get(&format!("/api/v1/packs/{region}")).await;
    assert_eq!((sent.status.as_u16(), sent.header("content-type")), (200, "application/vnd.banshi.pack"));
    let pack = Pack::open(&sent.body, words(app).await).unwrap();
    assert_eq!(sent.header("etag"), format!("\"{}\"", pack.checksum()));
    (pack, sent)
}

/// The words that all packs of the served snapshot are searched by.
async fn words(app: &TestApp) -> Lexicon {
    Lexicon::from_bytes(&app.get("/api/v1/packs/words").await.body).unwrap()
}

/// Puts another snapshot in the place of the served one.
fn swap(app: &mut TestApp, mark: &str) {
    let next = app.file("next.snapshot");
    fixture::write(&next, mark);
    fs::rename(&next, &app.snapshot).unwrap();
    assert!(app.watcher.look());
}

#[tokio::test]
async fn a_phone_answers_with_the_bytes_of_the_server() {
    let app = TestApp::start();
    let queries = [
        "q=%E8%BA%AB%E4%BB%BD%E8%AF%81",
        "q=身份证丢了咋整&facets=1",
        "",
        "facets=1&size=2&page=2",
        "audience=legal&facets=1",
        "theme=户籍证件&size=1",
        "channel=web&facets=1",
        "level=county",
        "q=氦氖氩氪",
        "q=沈阳身份证",
        "q=临时救助",
        "kind=01",
    ];
    let mut same = 0;
    for region in EVERYWHERE.iter().map(|region| format!("&region={region}")).chain([String::new()]) {
        let (pack, _) = pack(&app, if region.is_empty() { EVERYWHERE[0] } else { &region["&region=".len()..] }).await;
        for query in queries {
            for path in ["guides", "suggest", "places"] {
                let address = format!("/{path}?{query}{region}");
                let served = app.get(&format!("/api/v1{address}")).await;
                // Kinds of matters are no kinds of places; a city is not in the pack of the province.
                let elsewhere = query.contains("沈阳") && (region.is_empty() || region.ends_with(EVERYWHERE[0]));
                if served.status == 200 && !(elsewhere && path == "guides") {
                    assert_eq!(answer(&pack, &address), Answer::Body(served.text()), "{address}");
                    same += 1;
                }
            }
        }
    }
    assert!(same > 150, "{same}");
}

#[tokio::test]
async fn the_shared_writer_writes_what_the_types_say() {
    let app = TestApp::start();
    let page = app.get("/api/v1/guides?q=身份证&facets=1").await.text();
    assert_eq!(page, serde_json::to_string(&serde_json::from_str::<GuidePage>(&page).unwrap()).unwrap());
    let found = app.get("/api/v1/suggest?q=身").await.text();
    assert_eq!(found, serde_json::to_string(&serde_json::from_str::<Suggestions>(&found).unwrap()).unwrap());
}

#[tokio::test]
async fn what_the_phone_has_is_not_sent_again() {
    let app = TestApp::start();
    let path = format!("/api/v1/packs/{HEPING}");
    let (pack, first) = pack(&app, HEPING).await;
    assert_eq!(first.header("cache-control"), "no-cache");
    let known = app.get_with(&path, "if-none-match", first.header("etag")).await;
    assert_eq!((known.status.as_u16(), known.body.len(), known.header("etag")), (304, 0, first.header("etag")));
    let known = app.get(&format!("{path}?have={}", pack.checksum())).await;
    assert_eq!((known.status.as_u16(), known.body.len()), (304, 0));
    let metrics = app.get("/metrics").await.text();
    assert!(metrics.contains("banshi_packs_sent_total{kind=\"unchanged\"} 2\n"), "{metrics}");
    assert!(metrics.contains("banshi_packs_made_total 2\n") && metrics.contains("banshi_packs_kept 2\n"), "{metrics}");
}

#[tokio::test]
async fn a_pack_is_sent_in_the_smallest_form_that_the_engine_reads() {
    let app = TestApp::start();
    let path = format!("/api/v1/packs/{HEPING}");
    let (_, plain) = pack(&app, HEPING).await;
    let packed = app.get_with(&path, "accept-encoding", "gzip, br").await;
    assert_eq!((packed.header("content-encoding"), packed.header("vary")), ("br", "accept-encoding"));
    assert!(packed.body.len() < plain.body.len());
    assert_eq!(app.get_with(&path, "accept-encoding", "identity").await.body, plain.body);
}

#[tokio::test]
async fn a_named_version_never_changes_and_is_gone_when_it_is_gone() {
    let mut app = TestApp::start();
    let path = format!("/api/v1/packs/{HEPING}");
    let (pack, first) = pack(&app, HEPING).await;
    let named = format!("{path}?version={}", pack.checksum());
    let again = app.get(&named).await;
    assert!(again.header("cache-control").ends_with("immutable"));
    assert_eq!(again.body, first.body);
    swap(&mut app, "second");
    assert_eq!(app.get(&named).await.body, first.body, "a kept version outlives its snapshot");
    let other = app.get(&format!("/api/v1/packs/2102?version={}", pack.checksum())).await;
    assert_eq!(other.status, 404, "another region has other versions");
    let gone = app.get(&format!("{path}?version={}", "0".repeat(64))).await;
    assert_eq!((gone.status.as_u16(), gone.problem().code.as_str()), (404, "pack_gone"));
}

#[tokio::test]
async fn after_a_swap_only_what_changed_is_sent() {
    let mut app = TestApp::start();
    let (old, first) = pack(&app, HEPING).await;
    swap(&mut app, "second");
    updated(&app, &old, &first.body).await;
}

#[tokio::test]
async fn a_server_that_never_made_the_old_pack_makes_it_again_from_the_snapshot_before() {
    let mut app = TestApp::start();
    let (old, first) = pack(&app, HEPING).await;
    swap(&mut app, "second");
    let app = app.restart();
    updated(&app, &old, &first.body).await;
}

/// Brings a phone's old pack up to date by a delta.
async fn updated(app: &TestApp, old: &Pack, bytes: &[u8]) {
    let changed = app.get(&format!("/api/v1/packs/{HEPING}?have={}", old.checksum())).await;
    assert_eq!((changed.status.as_u16(), changed.header("content-type")), (200, "application/vnd.banshi.delta"));
    let (new, whole) = pack(app, HEPING).await;
    assert!(changed.body.len() < whole.body.len());
    assert_eq!(changed.header("etag"), whole.header("etag"));
    assert_eq!(delta::apply(bytes, &changed.body).unwrap(), whole.body);
    assert_ne!((old.checksum(), old.snapshot()), (new.checksum(), new.snapshot()));
}

#[tokio::test]
async fn who_moves_gets_the_difference_to_the_pack_of_the_old_home() {
    let app = TestApp::start();
    let (home, first) = pack(&app, HEPING).await;
    let moved = app.get(&format!("/api/v1/packs/2102?have={}", home.checksum())).await;
    assert_eq!(moved.header("content-type"), "application/vnd.banshi.delta");
    let pack = Pack::open(&delta::apply(&first.body, &moved.body).unwrap(), words(&app).await).unwrap();
    assert_eq!(pack.region().as_str(), "210200000000");
}

#[tokio::test]
async fn of_an_unknown_pack_or_region_nothing_is_guessed() {
    let app = TestApp::start();
    for have in ["0".repeat(64), "x".into(), "%22".into()] {
        let sent = app.get(&format!("/api/v1/packs/{HEPING}?have={have}")).await;
        assert_eq!((sent.status.as_u16(), sent.header("content-type")), (200, "application/vnd.banshi.pack"), "{have}");
    }
    for region in ["999999", "none", "%E8%AF%81"] {
        let answer = app.get(&format!("/api/v1/packs/{region}")).await;
        assert_eq!((answer.status.as_u16(), answer.problem().code.as_str()), (404, "not_found"), "{region}");
    }
    let long = app.get(&format!("/api/v1/packs/{HEPING}?have={}", "a".repeat(65))).await;
    assert_eq!(long.status, 422);
}

#[tokio::test]
async fn the_words_are_shared_and_named_by_their_checksum() {
    let app = TestApp::start();
    let words = app.get("/api/v1/packs/words").await;
    assert_eq!((words.status.as_u16(), words.header("content-type")), (200, "application/vnd.banshi.words"));
    let checksum = shelf::hex(&shelf::sha256(&words.body));
    assert_eq!(words.header("etag"), format!("\"{checksum}\""));
    assert_eq!(app.get(&format!("/api/v1/packs/words?have={checksum}")).await.status, 304);
    assert_eq!(app.get(&format!("/api/v1/packs/words?version={checksum}")).await.body, words.body);
}
