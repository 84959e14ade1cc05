//! The embedded store passes the suite of all stores, and keeps what only a file can promise.

// Helpers of tests may fail as tests do.
#![allow(clippy::unwrap_used, clippy::panic)]

mod suite;

use std::{path::Path, sync::Arc};

use store::{ClosedStore, RatingWrite, SqliteStore, Store, StoreError, StoreState, sqlite};
use suite::{NOON, conformance, keep, rating, requests::correction};

fn open(folder: &Path) -> Arc<dyn Store> {
    Arc::new(SqliteStore::open(&folder.join("banshi.db")).unwrap())
}

fn fresh() -> (Arc<dyn Store>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (open(folder.path()), folder)
}

conformance!(fresh());

#[tokio::test]
async fn a_rating_is_still_there_after_the_store_was_closed() {
    let (store, folder) = fresh();
    let receipt = keep(&*store, rating(1)).await;
    drop(store);
    let again = open(folder.path());
    assert!(again.find_rating(receipt.receipt.clone()).await.unwrap().is_some());
    assert_eq!(keep(&*again, rating(1)).await, receipt);
}

#[test]
fn neither_codes_nor_erased_words_are_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let store = open(folder.path());
    let request = runtime.block_on(store.put_request(correction("x"), NOON.into())).unwrap();
    let words = "只此一处的话";
    let told = RatingWrite { text: Some(words.into()), ..rating(1) };
    let receipt = runtime.block_on(keep(&*store, told)).receipt;
    runtime.block_on(store.erase_text(0, NOON.into())).unwrap();
    drop(store);
    let code = receipt.rsplit('-').next().unwrap().to_owned();
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        for secret in [request.code.as_str(), &receipt, &code, words] {
            assert!(!bytes.windows(secret.len()).any(|part| part == secret.as_bytes()), "{secret}");
        }
    }
}

#[test]
fn a_file_of_a_newer_program_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("banshi.db");
    rusqlite::Connection::open(&path).unwrap().pragma_update(None, "user_version", 9999).unwrap();
    assert!(matches!(SqliteStore::open(&path), Err(StoreError::Newer { found: 9999, .. })));
}

#[tokio::test]
async fn a_file_of_an_older_program_is_brought_up_to_date_and_keeps_its_reports() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("banshi.db");
    let old = rusqlite::Connection::open(&path).unwrap();
    old.execute_batch(
        "CREATE TABLE request (id TEXT PRIMARY KEY, code_hash BLOB NOT NULL, received_at TEXT NOT NULL,
             state TEXT NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
         CREATE INDEX request_by_time ON request (received_at);
         INSERT INTO request VALUES ('one', x'00', 'then', 'received', '{}');
         PRAGMA user_version = 1;",
    )
    .unwrap();
    drop(old);
    let store = SqliteStore::open(&path).unwrap();
    keep(&store, rating(1)).await;
    drop(store);
    let kept: i64 = rusqlite::Connection::open(&path)
        .unwrap()
        .query_row("SELECT count(*) FROM request", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, 1);
}

#[tokio::test]
async fn a_copy_made_while_writing_holds_what_was_acknowledged_and_can_be_put_back() {
    let (store, folder) = fresh();
    let database = folder.path().join("banshi.db");
    let (copy, other) = (folder.path().join("copy.db"), folder.path().join("other.db"));
    let mut receipts = Vec::new();
    for n in 0..40 {
        receipts.push(keep(&*store, rating(n)).await);
    }
    assert_eq!(sqlite::backup(&database, &copy).unwrap(), 40);
    assert!(sqlite::backup(&database, &copy).is_err(), "a copy is never written over");
    keep(&*store, rating(40)).await;
    drop(store);
    assert_eq!(sqlite::restore(&copy, &database).unwrap(), 40);
    assert_eq!(sqlite::restore(&copy, &other).unwrap(), 40);
    for file in [&database, &other] {
        let again = SqliteStore::open(file).unwrap();
        assert!(again.find_rating(receipts[39].receipt.clone()).await.unwrap().is_some());
        assert_eq!(again.log_head(NOON.into()).await.unwrap().size, 40);
    }
    let before = SqliteStore::open(&folder.path().join("banshi.db.before")).unwrap();
    assert_eq!(before.log_head(NOON.into()).await.unwrap().size, 41, "what was there is kept beside it");
    std::fs::write(&copy, b"no database at all").unwrap();
    assert!(sqlite::restore(&copy, &database).is_err());
}

#[tokio::test]
async fn a_database_that_was_moved_away_takes_no_writes_that_nobody_would_find() {
    let (store, folder) = fresh();
    let receipt = keep(&*store, rating(1)).await;
    let (path, away) = (folder.path().join("banshi.db"), folder.path().join("away.db"));
    std::fs::rename(&path, &away).unwrap();
    assert!(matches!(store.put_rating(rating(2)).await, Err(StoreError::Unavailable(_))));
    assert!(matches!(store.state(), StoreState::Gone(_)));
    assert!(store.find_rating(receipt.receipt).await.unwrap().is_some(), "reading goes on");
    std::fs::rename(&away, &path).unwrap();
    keep(&*store, rating(2)).await;
    assert_eq!(store.state(), StoreState::Ready);
}

#[tokio::test]
async fn a_store_that_is_not_there_says_so() {
    let store = ClosedStore("no such folder".into());
    assert!(matches!(store.put_rating(rating(1)).await, Err(StoreError::Unavailable(_))));
    assert_eq!(store.state(), StoreState::Gone("no such folder".into()));
}
