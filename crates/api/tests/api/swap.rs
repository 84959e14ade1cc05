use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use api::live::watch::Watcher;
use axum::{body::Body, http::Request};
use catalogue::snapshot::{Snapshot, previous_of};
use domain::wire::About;
use tower::ServiceExt;

use crate::{fixture, harness::TestApp};

async fn served(app: &TestApp) -> String {
    app.read::<About>("/api/v1/about").await.sources.concat()
}

#[tokio::test]
async fn a_renamed_snapshot_is_served_and_the_old_one_kept() {
    let mut app = TestApp::start();
    let before = app.get("/api/v1/guides").await.header("etag").to_owned();
    let next = app.file("next.snapshot");
    fixture::write(&next, "second");
    fs::rename(&next, &app.snapshot).unwrap();
    assert!(app.watcher.look());
    assert!(served(&app).await.starts_with("second"));
    let kept = Snapshot::open(&previous_of(&app.snapshot)).unwrap();
    assert_eq!(kept.meta().sources[0].file, "first.tsv");
    assert_ne!(app.get("/api/v1/guides").await.header("etag"), before);
    assert!(!app.watcher.look(), "looking again changes nothing");
}

#[tokio::test]
async fn a_half_written_snapshot_is_refused_and_the_old_one_goes_on() {
    let mut app = TestApp::start();
    let whole = fs::read(&app.snapshot).unwrap();
    // Copied over the live file, as people do: the very bytes that are being served would be torn.
    fs::write(&app.snapshot, &whole[..whole.len() / 2]).unwrap();
    assert!(!app.watcher.look());
    assert!(served(&app).await.starts_with("first"));
    let guide = app.get("/api/v1/guides/t-sfz-bl").await;
    assert_eq!(guide.status, 200, "cold records are still there");
    // What was served is kept, so that there is a way back.
    let kept = Snapshot::open(&previous_of(&app.snapshot)).unwrap();
    assert_eq!(kept.meta().sources[0].file, "first.tsv");
}

#[tokio::test]
async fn a_damaged_snapshot_is_refused_and_a_later_whole_one_taken() {
    let mut app = TestApp::start();
    fixture::write(&app.file("next.snapshot"), "second");
    let mut bytes = fs::read(app.file("next.snapshot")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&app.snapshot, &bytes).unwrap();
    assert!(!app.watcher.look());
    assert!(served(&app).await.starts_with("first"));
    fs::rename(app.file("next.snapshot"), &app.snapshot).unwrap();
    assert!(app.watcher.look());
    assert!(served(&app).await.starts_with("second"));
}

#[tokio::test]
async fn a_restart_on_a_damaged_snapshot_serves_the_one_kept_before_it() {
    let mut app = TestApp::start();
    fs::write(&app.snapshot, "half a snap").unwrap();
    assert!(!app.watcher.look());
    let again = Watcher::open(&app.snapshot).unwrap();
    assert_eq!(again.slot().load().snapshot.meta().sources[0].file, "first.tsv");
    fs::remove_file(previous_of(&app.snapshot)).unwrap();
    let Err(refused) = Watcher::open(&app.snapshot) else { panic!("there is nothing left to serve") };
    assert!(refused.to_string().contains("live.snapshot is "), "{refused}");
}

#[tokio::test]
async fn nothing_is_left_beside_the_snapshot() {
    let mut app = TestApp::start();
    fixture::write(&app.file("next.snapshot"), "second");
    fs::rename(app.file("next.snapshot"), &app.snapshot).unwrap();
    assert!(app.watcher.look());
    let names = fs::read_dir(app.file("")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut snapshots: Vec<String> = names.filter(|name| name.contains("snapshot")).collect();
    snapshots.sort();
    assert_eq!(snapshots, ["live.snapshot", "live.snapshot.prev"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_request_fails_while_snapshots_are_swapped() {
    let mut app = TestApp::start();
    let (stop, done) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let clients: Vec<_> = (0..8)
        .map(|n| {
            let (router, stop, done) = (app.router.clone(), stop.clone(), done.clone());
            tokio::spawn(async move {
                let paths =
                    ["/api/v1/guides?q=身份证&facets=1", "/api/v1/guides/t-sfz-bl?region=210102", "/api/v1/about"];
                let mut failed = 0;
                while !stop.load(Ordering::Relaxed) {
                    let request = Request::get(paths[n % paths.len()]).body(Body::empty()).unwrap();
                    let response = router.clone().oneshot(request).await.unwrap();
                    failed += usize::from(response.status() != 200);
                    done.fetch_add(1, Ordering::Relaxed);
                    tokio::task::yield_now().await;
                }
                failed
            })
        })
        .collect();
    let before = done.load(Ordering::Relaxed);
    for round in 0..6 {
        let next = app.file("next.snapshot");
        fixture::write(&next, &format!("round-{round}"));
        fs::rename(&next, &app.snapshot).unwrap();
        app = tokio::task::spawn_blocking(move || {
            assert!(app.watcher.look());
            app
        })
        .await
        .unwrap();
    }
    stop.store(true, Ordering::Relaxed);
    let mut failed = 0;
    for client in clients {
        failed += client.await.unwrap();
    }
    assert!(done.load(Ordering::Relaxed) > before + 8, "requests ran meanwhile");
    assert_eq!(failed, 0);
}
