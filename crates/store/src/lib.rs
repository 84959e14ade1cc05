//! What citizens write, kept durably.
//!
//! One trait, [`Store`], stands between the API and a database. An answer means that the data is
//! on disk: nothing is acknowledged before its transaction is committed and flushed. Reading what
//! is published never needs this crate.

mod receipt;
pub mod sqlite;

use std::{future::Future, pin::Pin};

use domain::wire::{NewRequest, RequestReceipt, RequestView};
pub use sqlite::SqliteStore;

/// Why a store could not do what was asked. Nothing was written.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// The database is gone, locked or broken; trying again later may help.
    #[error("the store is unavailable: {0}")]
    Unavailable(String),
    /// The disk is full or read-only; reading goes on.
    #[error("the store takes no writes: {0}")]
    ReadOnly(String),
    /// The database belongs to a newer version of this program.
    #[error("the store has schema {found}, this program knows {known}")]
    Newer {
        /// The schema of the file.
        found: i64,
        /// The newest schema this program knows.
        known: i64,
    },
}

/// Whether the store takes writes, for the readiness check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreState {
    /// Reads and writes.
    Ready,
    /// Reads only; the cause for the operator.
    ReadOnly(String),
    /// Neither; the cause for the operator.
    Gone(String),
}

/// The answer of a store, when it comes.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// A database of what citizens write. All implementations pass one conformance suite.
pub trait Store: Send + Sync {
    /// Keeps a report; returns once it is durable. `received_at` is RFC 3339.
    fn put_request(&self, request: NewRequest, received_at: String) -> Answer<'_, RequestReceipt>;

    /// Finds a report by its number and its secret code; a wrong code finds nothing.
    fn find_request(&self, id: String, code: String) -> Answer<'_, Option<RequestView>>;

    /// Whether the store takes writes now.
    fn state(&self) -> StoreState;
}
