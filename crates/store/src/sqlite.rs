//! The embedded store: SQLite in WAL mode with full flushes, one writer thread, group commit.

mod backup;
mod export;
mod log;
mod ratings;
mod requests;
mod schema;
mod totals;
mod writer;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

pub use backup::{backup, restore};
use domain::wire::{NewRequest, RequestReceipt, RequestView};
use ledger::{Hash, Head, SignedHead};
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, params};
use writer::{File, Writer};

use crate::{
    Added, AdditionWrite, Answer, Entry, Proven, RatingRow, RatingWrite, Store, StoreError, StoreState, SummaryAsk,
    Summed, Written,
};

/// Connections that read at once.
const READERS: usize = 3;
/// Statements that stay prepared in each connection.
const STATEMENTS: usize = 64;
/// Steps of summing that a question for figures waits for; what is left is summed behind it.
const STEPS: usize = 4;
/// Pages of the log file before they are moved into the database: rarer than by default, since the writer does it.
const CHECKPOINT: i64 = 4_000;

/// A store in one file.
pub struct SqliteStore {
    // Closed before the writer, which clears up behind itself when it is the last.
    readers: Arc<[Mutex<Connection>; READERS]>,
    next: AtomicUsize,
    writer: Writer,
    path: PathBuf,
}

impl SqliteStore {
    /// Opens the file, creating it and bringing its schema up to date.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::with_batches(path, writer::BATCH)
    }

    /// Opens the file with at most so many writes in one commit: one, to see what waiting together is worth.
    pub fn with_batches(path: &Path, batch: usize) -> Result<Self, StoreError> {
        let mut connection = Connection::open(path)?;
        set_up(&connection)?;
        schema::migrate(&mut connection)?;
        let reader = || -> Result<Mutex<Connection>, StoreError> {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let reader = Connection::open_with_flags(path, flags)?;
            reader.set_prepared_statement_cache_capacity(STATEMENTS);
            // Opens what a first read opens, as long as all files are under their names.
            log::size(&reader)?;
            Ok(Mutex::new(reader))
        };
        let readers = Arc::new([reader()?, reader()?, reader()?]);
        let writer = Writer::start(connection, File::of(path), batch);
        Ok(Self { readers, next: AtomicUsize::new(0), writer, path: path.to_owned() })
    }

    /// How many transactions were committed, to see how many writes share one.
    pub fn commits(&self) -> u64 {
        self.writer.commits()
    }

    /// Runs a read off the async threads.
    async fn read<T, F>(&self, query: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    {
        let readers = Arc::clone(&self.readers);
        let own = self.next.fetch_add(1, Ordering::Relaxed) % READERS;
        tokio::task::spawn_blocking(move || {
            // A reader that panicked left no half-done write behind: the connection is still good.
            let connection = readers[own].lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            Ok(query(&connection)?)
        })
        .await
        .map_err(|cause| StoreError::Unavailable(cause.to_string()))?
    }

    /// Moves SQLite's own log into the database and empties it: what was erased must not stay there.
    async fn empty_log_file(&self) {
        let path = self.path.clone();
        let emptied = tokio::task::spawn_blocking(move || {
            let connection = Connection::open(path)?;
            set_up(&connection)?;
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0))
        });
        match emptied.await {
            Ok(Ok(0)) => {}
            // It is emptied when the store is closed.
            Ok(told) => tracing::warn!(?told, "the log file of the store still holds what was erased"),
            Err(cause) => tracing::warn!(%cause, "the log file of the store still holds what was erased"),
        }
    }

    /// Brings the sums up to date, unless the store takes no writes: then those that are there are told.
    async fn sum_up(&self) {
        let steps = |connection: &Connection| (0..STEPS).try_for_each(|_| totals::step(connection).map(drop));
        let behind = self.read(totals::is_behind).await.unwrap_or(false);
        if behind && let Err(cause) = self.writer.run(steps).await {
            tracing::warn!(%cause, "figures of ratings are not brought up to date");
        }
    }
}

/// How every connection that writes is set.
fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // FULL: a commit is acknowledged only after the log is flushed to the disk.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT)?;
    // Words that were erased are overwritten, not only unlinked.
    connection.pragma_update(None, "secure_delete", "ON")?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(())
}

impl Store for SqliteStore {
    fn put_request(&self, request: NewRequest, received_at: String) -> Answer<'_, RequestReceipt> {
        Box::pin(self.writer.run(move |tx| requests::insert(tx, &request, &received_at)))
    }

    fn find_request(&self, id: String, code: String) -> Answer<'_, Option<RequestView>> {
        Box::pin(self.read(move |connection| requests::find(connection, &id, &code)))
    }

    fn put_rating(&self, rating: RatingWrite) -> Answer<'_, Written> {
        Box::pin(self.writer.run(move |tx| ratings::insert(tx, &rating)))
    }

    fn put_addition(&self, addition: AdditionWrite) -> Answer<'_, Added> {
        Box::pin(self.writer.run(move |tx| ratings::add(tx, &addition)))
    }

    fn erase_text(&self, index: u64, received_at: String) -> Answer<'_, bool> {
        Box::pin(async move {
            let erased = self.writer.run(move |tx| ratings::erase(tx, index, &received_at)).await?;
            if erased {
                self.empty_log_file().await;
            }
            Ok(erased)
        })
    }

    fn find_rating(&self, receipt: String) -> Answer<'_, Option<RatingRow>> {
        Box::pin(self.read(move |connection| ratings::find(connection, &receipt)))
    }

    fn sum_ratings(&self, ask: SummaryAsk) -> Answer<'_, Summed> {
        Box::pin(async move {
            self.sum_up().await;
            self.read(move |connection| totals::ask(connection, &ask)).await
        })
    }

    fn log_head(&self, at: String) -> Answer<'_, Head> {
        Box::pin(self.read(move |connection| log::head(connection, log::size(connection)?, at)))
    }

    fn close_days(&self, today: String) -> Answer<'_, Vec<Head>> {
        Box::pin(self.writer.run(move |tx| log::close_days(tx, &today)))
    }

    fn put_signatures(&self, heads: Vec<SignedHead>) -> Answer<'_, ()> {
        Box::pin(self.writer.run(move |tx| {
            let mut sign = tx.prepare_cached(
                "UPDATE log_head SET key_id = ?1, signature = ?2 WHERE day = ?3 AND size = ?4 AND signature IS NULL",
            )?;
            heads.iter().try_for_each(|signed| {
                sign.execute(params![signed.key, signed.signature, signed.head.at, signed.head.size]).map(drop)
            })
        }))
    }

    fn signed_heads(&self, most: u32) -> Answer<'_, Vec<SignedHead>> {
        Box::pin(self.read(move |connection| {
            let mut find = connection.prepare_cached(
                "SELECT day, size, root, key_id, signature FROM log_head WHERE signature IS NOT NULL
                 ORDER BY day DESC LIMIT ?1",
            )?;
            let found = find.query_map([most], |row| {
                let head = Head { at: row.get(0)?, size: row.get(1)?, root: Hash(row.get(2)?) };
                Ok(SignedHead { head, key: row.get(3)?, signature: row.get(4)? })
            })?;
            found.collect()
        }))
    }

    fn prove_rating(&self, receipt: String) -> Answer<'_, Option<Proven>> {
        Box::pin(self.read(move |connection| {
            let Some((index, _)) = ratings::opened(connection, &receipt)? else { return Ok(None) };
            let size = log::size(connection)?;
            Ok(Some(Proven {
                index,
                leaf: log::leaf(connection, index)?,
                text_salt: ratings::text_salt(connection, index)?,
                path: ledger::inclusion(&log::Rows(connection), index, size)?,
                head: log::head(connection, size, String::new())?,
            }))
        }))
    }

    fn prove_growth(&self, from: u64, to: u64) -> Answer<'_, Option<(Head, Head, Vec<Hash>)>> {
        Box::pin(self.read(move |connection| {
            if from > to || to > log::size(connection)? {
                return Ok(None);
            }
            let head = |size| log::head(connection, size, String::new());
            Ok(Some((head(from)?, head(to)?, ledger::consistency(&log::Rows(connection), from, to)?)))
        }))
    }

    fn read_log(&self, from: u64, most: u32, small_n: u64) -> Answer<'_, Vec<Entry>> {
        Box::pin(async move {
            if from == 0 {
                self.sum_up().await;
            }
            self.read(move |connection| export::read(connection, from, most, small_n)).await
        })
    }

    fn state(&self) -> StoreState {
        self.writer.state()
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull | ErrorCode::ReadOnly | ErrorCode::SystemIoFailure) => {
                Self::ReadOnly(error.to_string())
            }
            _ => Self::Unavailable(error.to_string()),
        }
    }
}

/// Whether a pragma that tells faults in rows tells none.
fn is_sound(connection: &Connection) -> rusqlite::Result<bool> {
    let told: Option<String> = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).optional()?;
    Ok(told.as_deref() == Some("ok"))
}
