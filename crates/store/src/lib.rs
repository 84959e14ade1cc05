//! What citizens write, kept durably.
//!
//! One trait, [`Store`], stands between the API and a database. An answer means that the data is
//! on disk: nothing is acknowledged before its transaction is committed and flushed. Reading what
//! is published never needs this crate.

mod closed;
mod log;
mod ratings;
mod receipt;
pub mod sqlite;

use std::{future::Future, pin::Pin};

pub use closed::ClosedStore;
use domain::wire::{NewRequest, RequestReceipt, RequestView};
use ledger::{Head, SignedHead};
pub use log::{Entry, Proven};
pub use ratings::{
    Added, AdditionRow, AdditionWrite, Axis, Counts, RatingRow, RatingWrite, SummaryAsk, Summed, Written,
};
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
    /// More waits to be written than is good; trying again soon helps.
    #[error("the store is busy")]
    Busy,
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

    /// Keeps a rating, uses its ticket up, and appends its leaf to the log: all of it or nothing. The same key with the
    /// same body gets the same receipt however often it comes.
    fn put_rating(&self, rating: RatingWrite) -> Answer<'_, Written>;

    /// Keeps the one addition of a rating and appends its leaf.
    fn put_addition(&self, addition: AdditionWrite) -> Answer<'_, Added>;

    /// Erases the words of the rating or addition at a place of the log, and appends a leaf that says so. False when
    /// there are no words there.
    fn erase_text(&self, index: u64, received_at: String) -> Answer<'_, bool>;

    /// Finds a rating by its receipt.
    fn find_rating(&self, receipt: String) -> Answer<'_, Option<RatingRow>>;

    /// Figures along one axis.
    fn sum_ratings(&self, ask: SummaryAsk) -> Answer<'_, Summed>;

    /// What the log holds now. `at` is the moment that the head names.
    fn log_head(&self, at: String) -> Answer<'_, Head>;

    /// Closes every day before `today` that has leaves or follows one that has, and tells all heads that nobody has
    /// signed yet.
    fn close_days(&self, today: String) -> Answer<'_, Vec<Head>>;

    /// Keeps signatures of heads of days; a head that is signed already stays as it is.
    fn put_signatures(&self, heads: Vec<SignedHead>) -> Answer<'_, ()>;

    /// Signed heads of days, the newest first, at most so many.
    fn signed_heads(&self, most: u32) -> Answer<'_, Vec<SignedHead>>;

    /// The leaf of a receipt with its way to the root.
    fn prove_rating(&self, receipt: String) -> Answer<'_, Option<Proven>>;

    /// The roots of two sizes and the proof that one begins with the other; none when the log is not as long.
    fn prove_growth(&self, from: u64, to: u64) -> Answer<'_, Option<(Head, Head, Vec<ledger::Hash>)>>;

    /// Leaves from a place on, at most so many. Those of an organ and item with fewer ratings than `small_n` come as
    /// their hash alone.
    fn read_log(&self, from: u64, most: u32, small_n: u64) -> Answer<'_, Vec<Entry>>;

    /// Whether the store takes writes now.
    fn state(&self) -> StoreState;
}
