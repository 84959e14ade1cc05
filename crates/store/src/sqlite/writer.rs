//! The one writer: jobs that wait together are committed together.
//!
//! A flush costs milliseconds whatever it carries, so the writer takes every job that has arrived
//! while the last flush ran, gives each its own savepoint, and answers all after one commit.
//! When nobody waits it brings the figures of ratings up to date.

mod file;

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
        mpsc::{self, RecvTimeoutError, TrySendError},
    },
    thread,
    time::Duration,
};

pub use file::File;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use tokio::sync::oneshot;

use super::totals;
use crate::{StoreError, StoreState};

/// Jobs of one commit: bounds how long the first of them waits.
pub const BATCH: usize = 512;

/// Jobs that may wait; past it, callers are told to come back instead of piling up.
const QUEUE: usize = 4096;

/// Nobody has written for so long: time for the sums.
const IDLE: Duration = Duration::from_millis(100);

/// Under lasting load, sums follow after so many jobs.
const LAG: usize = 20_000;

/// Tells the caller how its commit went.
type Reply = Box<dyn FnOnce(Result<(), StoreError>) + Send>;

/// Runs in the transaction, or learns why there is none; returns what to send after the commit.
type Job = Box<dyn FnOnce(Result<&Transaction<'_>, StoreError>) -> Reply + Send>;

/// Handle of the writer thread; it ends when the handle is dropped and the queue is empty.
pub struct Writer {
    queue: Option<mpsc::SyncSender<Job>>,
    state: Arc<Mutex<StoreState>>,
    commits: Arc<AtomicU64>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread that owns the connection; one commit holds at most so many jobs.
    pub fn start(connection: Connection, file: File, batch: usize) -> Self {
        let (queue, jobs) = mpsc::sync_channel(QUEUE);
        let state = Arc::new(Mutex::new(StoreState::Ready));
        let commits = Arc::new(AtomicU64::new(0));
        let (seen, count) = (Arc::clone(&state), Arc::clone(&commits));
        let thread = thread::spawn(move || Loop { connection, file, batch, behind: LAG, count }.run(&jobs, &seen));
        Self { queue: Some(queue), state, commits, thread: Some(thread) }
    }

    /// How the last commit went.
    pub fn state(&self) -> StoreState {
        self.state.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).clone()
    }

    /// How many transactions of jobs were committed.
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
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
        let stopped = || StoreError::Unavailable("the writer has stopped".into());
        let queue = self.queue.as_ref().ok_or_else(stopped)?;
        queue.try_send(job).map_err(|refused| match refused {
            TrySendError::Full(_) => StoreError::Busy,
            TrySendError::Disconnected(_) => stopped(),
        })?;
        answered.await.map_err(|_| stopped())?
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
    tx.prepare_cached("SAVEPOINT job")?.execute([])?;
    let done = work(tx);
    if done.is_err() {
        tx.execute_batch("ROLLBACK TO job")?;
    }
    tx.prepare_cached("RELEASE job")?.execute([])?;
    done
}

/// What the thread owns.
struct Loop {
    connection: Connection,
    file: File,
    batch: usize,
    /// Jobs since the sums were last brought up to date; none when they are.
    behind: usize,
    count: Arc<AtomicU64>,
}

impl Loop {
    fn run(mut self, jobs: &mpsc::Receiver<Job>, state: &Mutex<StoreState>) {
        loop {
            let first = match self.behind {
                0 => jobs.recv().map_err(|_| RecvTimeoutError::Disconnected),
                _ => jobs.recv_timeout(IDLE),
            };
            match first {
                Ok(first) => {
                    let batch: Vec<Job> = std::iter::once(first).chain(jobs.try_iter().take(self.batch - 1)).collect();
                    self.behind += batch.len();
                    self.commit(batch, state);
                    if self.behind > LAG {
                        self.sum();
                        self.behind = 1;
                    }
                }
                Err(RecvTimeoutError::Timeout) => self.behind = usize::from(self.sum()),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// One step of summing; true when there is more to do. A step that fails is tried again after the next write.
    fn sum(&mut self) -> bool {
        let step = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).and_then(|tx| {
            let more = totals::step(&tx)?;
            tx.commit().map(|()| more)
        });
        step.unwrap_or_else(|cause| {
            tracing::warn!(%cause, "figures of ratings are not brought up to date");
            false
        })
    }

    /// Commits one batch and tells every job how it went.
    fn commit(&mut self, batch: Vec<Job>, state: &Mutex<StoreState>) {
        // A file that was moved away would take writes that nobody ever finds again.
        let begun = self
            .file
            .check()
            .and_then(|()| Ok(self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?));
        let (replies, outcome) = match begun {
            Ok(tx) => {
                let replies: Vec<Reply> = batch.into_iter().map(|job| job(still_open(&tx))).collect();
                let outcome = still_open(&tx).map(drop).and_then(|()| Ok(tx.commit()?));
                (replies, outcome)
            }
            Err(cause) => (batch.into_iter().map(|job| job(Err(cause.clone()))).collect(), Err(cause)),
        };
        self.count.fetch_add(1, Ordering::Relaxed);
        // Before anyone is answered: who was refused finds the reason in the state.
        note(state, &outcome);
        for reply in replies {
            reply(outcome.clone());
        }
    }
}

/// SQLite gives a whole transaction up when it can write no more; what came after that would stand alone.
fn still_open<'a, 'b>(tx: &'a Transaction<'b>) -> Result<&'a Transaction<'b>, StoreError> {
    if tx.is_autocommit() { Err(StoreError::ReadOnly("the transaction was given up".into())) } else { Ok(tx) }
}

fn note(state: &Mutex<StoreState>, outcome: &Result<(), StoreError>) {
    let now = match outcome {
        Ok(()) => StoreState::Ready,
        Err(StoreError::ReadOnly(cause)) => StoreState::ReadOnly(cause.clone()),
        Err(cause) => StoreState::Gone(cause.to_string()),
    };
    let mut last = state.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    if *last != now {
        tracing::warn!(state = ?now, "the store's state changed");
        *last = now;
    }
}
