//! What every store must do, asked through the trait.

use domain::wire::{NewRequest, RequestKind};
use store::{SqliteStore, Store, StoreError, StoreState};

fn correction(text: &str) -> NewRequest {
    NewRequest {
        kind: RequestKind::Correction,
        item: Some("ln-sfz-bl".into()),
        region: Some("210102000000".into()),
        part: Some("materials".into()),
        text: text.into(),
    }
}

const NOW: &str = "2026-11-22T12:00:00+08:00";

#[tokio::test]
async fn a_report_is_found_by_its_code_and_by_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("banshi.db")).unwrap();
    let receipt = store.put_request(correction("材料少写了一项"), NOW.into()).await.unwrap();
    let found = store.find_request(receipt.id.clone(), receipt.code.clone()).await.unwrap().unwrap();
    assert_eq!(found.request, correction("材料少写了一项"));
    assert_eq!((found.received_at.as_str(), found.state.as_str()), (NOW, "received"));
    assert!(store.find_request(receipt.id, "0000000000000000".into()).await.unwrap().is_none());
    assert!(store.find_request("nobody".into(), receipt.code).await.unwrap().is_none());
    assert_eq!(store.state(), StoreState::Ready);
}

#[tokio::test]
async fn a_report_is_still_there_after_the_store_was_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("banshi.db");
    let store = SqliteStore::open(&path).unwrap();
    let receipt = store.put_request(correction("电话打不通"), NOW.into()).await.unwrap();
    drop(store);
    let again = SqliteStore::open(&path).unwrap();
    assert!(again.find_request(receipt.id, receipt.code).await.unwrap().is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn reports_sent_at_once_are_all_kept() {
    let folder = tempfile::tempdir().unwrap();
    let store = std::sync::Arc::new(SqliteStore::open(&folder.path().join("banshi.db")).unwrap());
    let sent: Vec<_> = (0..300)
        .map(|n| {
            let store = store.clone();
            tokio::spawn(async move { store.put_request(correction(&n.to_string()), NOW.into()).await })
        })
        .collect();
    for one in sent {
        let receipt = one.await.unwrap().unwrap();
        assert!(store.find_request(receipt.id, receipt.code).await.unwrap().is_some());
    }
}

#[test]
fn a_code_is_not_kept_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("banshi.db");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let store = SqliteStore::open(&path).unwrap();
    let receipt = runtime.block_on(store.put_request(correction("x"), NOW.into())).unwrap();
    drop(store);
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(receipt.code.len()).any(|w| w == receipt.code.as_bytes()));
    }
}

#[test]
fn a_file_of_a_newer_program_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("banshi.db");
    rusqlite::Connection::open(&path).unwrap().pragma_update(None, "user_version", 9999).unwrap();
    assert!(matches!(SqliteStore::open(&path), Err(StoreError::Newer { found: 9999, .. })));
}
