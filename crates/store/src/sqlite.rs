//! The embedded store: SQLite in WAL mode with full flushes, one writer thread, group commit.

mod requests;
mod schema;
mod writer;

use std::{
    path::Path,
    sync::{Arc, Mutex},
};

use domain::wire::{NewRequest, RequestReceipt, RequestView};
use rusqlite::{Connection, ErrorCode, OpenFlags};
use writer::Writer;

use crate::{Answer, Store, StoreError, StoreState};

/// A store in one file.
pub struct SqliteStore {
    writer: Writer,
    reader: Arc<Mutex<Connection>>,
}

impl SqliteStore {
    /// Opens the file, creating it and bringing its schema up to date.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let mut connection = Connection::open(path)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // FULL: a commit is acknowledged only after the log is flushed to the disk.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.busy_timeout(std::time::Duration::from_secs(5))?;
        schema::migrate(&mut connection)?;
        let reader =
            Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        Ok(Self { writer: Writer::start(connection), reader: Arc::new(Mutex::new(reader)) })
    }

    /// Runs a read off the async threads.
    async fn read<T, F>(&self, query: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    {
        let reader = Arc::clone(&self.reader);
        tokio::task::spawn_blocking(move || {
            // A reader that panicked left no half-done write behind: the connection is still good.
            let connection = reader.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            Ok(query(&connection)?)
        })
        .await
        .map_err(|cause| StoreError::Unavailable(cause.to_string()))?
    }
}

impl Store for SqliteStore {
    fn put_request(&self, request: NewRequest, received_at: String) -> Answer<'_, RequestReceipt> {
        Box::pin(self.writer.run(move |tx| requests::insert(tx, &request, &received_at)))
    }

    fn find_request(&self, id: String, code: String) -> Answer<'_, Option<RequestView>> {
        Box::pin(self.read(move |connection| requests::find(connection, &id, &code)))
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
