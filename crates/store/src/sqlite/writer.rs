//! The one writer: jobs that wait together are committed together.
//!
//! A flush costs milliseconds whatever it carries, so the writer takes every job that has arrived
//! while the last flush ran, gives each its own savepoint, and answers all after one commit.

use std::{
    sync::{Arc, Mutex, mpsc},
    thread,
};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tokio::sync::oneshot;

use crate::{StoreError, StoreState};

/// Jobs of one commit: bounds how long the first of them waits.
const BATCH: usize = 512;

/// Jobs that may wait; past it, callers are told to come back instead of piling up.
const QUEUE: usize = 4096;

/// Tells the caller how its commit went.
type Reply = Box<dyn FnOnce(Result<(), StoreError>) + Send>;

/// Runs in the transaction, or learns why there is none; returns what to send after the commit.
type Job = Box<dyn FnOnce(Result<&Transaction<'_>, StoreError>) -> Reply + Send>;

/// Handle of the writer thread; it ends when the handle is dropped and the queue is empty.
pub struct Writer {
    queue: Option<mpsc::SyncSender<Job>>,
    state: Arc<Mutex<StoreState>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread that owns the connection.
    pub fn start(connection: Connection) -> Self {
        let (queue, jobs) = mpsc::sync_channel(QUEUE);
        let state = Arc::new(Mutex::new(StoreState::Ready));
        let seen = Arc::clone(&state);
        let thread = thread::spawn(move || write_all(connection, &jobs, &seen));
        Self { queue: Some(queue), state, thread: Some(thread) }
    }

    /// How the last commit went.
    pub fn state(&self) -> StoreState {
        self.state.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).clone()
    }

    /// Runs `work` in the next commit and answers when that commit is on disk.
    pub async fn run<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |tx| {
            let done = tx.and_then(|tx| Ok(in_savepoint(tx, work)?));
            Box::new(move |commit| {
                // The caller may have gone away; then nobody waits for the answer.
                let _ = answer.send(commit.and(done));
            })
        });
        let queue = self.queue.as_ref().ok_or_else(|| StoreError::Unavailable("the writer has stopped".into()))?;
        queue.try_send(job).map_err(|full| StoreError::Unavailable(full.to_string()))?;
        answered.await.map_err(|_| StoreError::Unavailable("the writer has stopped".into()))?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.queue.take();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A failed job leaves nothing behind and does not spoil its neighbours.
fn in_savepoint<T>(tx: &Transaction<'_>, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> rusqlite::Result<T> {
    tx.execute_batch("SAVEPOINT job")?;
    let done = work(tx);
    tx.execute_batch(if done.is_ok() { "RELEASE job" } else { "ROLLBACK TO job; RELEASE job" })?;
    done
}

fn write_all(mut connection: Connection, jobs: &mpsc::Receiver<Job>, state: &Mutex<StoreState>) {
    while let Ok(first) = jobs.recv() {
        let batch: Vec<Job> = std::iter::once(first).chain(jobs.try_iter().take(BATCH - 1)).collect();
        let outcome = commit(&mut connection, batch);
        let now = match outcome {
            Ok(()) => StoreState::Ready,
            Err(StoreError::ReadOnly(cause)) => StoreState::ReadOnly(cause),
            Err(cause) => StoreState::Gone(cause.to_string()),
        };
        let mut last = state.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if *last != now {
            tracing::warn!(state = ?now, "the store's state changed");
            *last = now;
        }
    }
}

/// Commits one batch and tells every job how it went.
fn commit(connection: &mut Connection, batch: Vec<Job>) -> Result<(), StoreError> {
    let (replies, outcome) = match connection.transaction_with_behavior(TransactionBehavior::Immediate) {
        Ok(tx) => {
            let replies: Vec<Reply> = batch.into_iter().map(|job| job(Ok(&tx))).collect();
            (replies, tx.commit().map_err(StoreError::from))
        }
        Err(cause) => {
            let cause = StoreError::from(cause);
            (batch.into_iter().map(|job| job(Err(cause.clone()))).collect(), Err(cause))
        }
    };
    for reply in replies {
        reply(outcome.clone());
    }
    outcome
}
