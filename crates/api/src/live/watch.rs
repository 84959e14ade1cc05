//! Watching the snapshot's path: a new file is opened beside the live one and swapped in.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use catalogue::snapshot::previous_of;
use tokio::sync::Notify;

use super::{
    Live, Slot,
    copy::{KeptBytes, OpenError, PrivateCopy},
};

/// How often the path is looked at: a swap is promised within two seconds, opening included.
const EVERY: Duration = Duration::from_millis(500);

/// Serves what stands under a path.
pub struct Watcher {
    path: PathBuf,
    slot: Slot,
    kept: KeptBytes,
    seen: Option<Mark>,
}

/// What tells one state of a file from another without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    len: u64,
    modified: Option<SystemTime>,
    inode: u64,
}

impl Watcher {
    /// Opens the first snapshot; without one there is nothing to serve.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let seen = mark(path);
        let copy = match PrivateCopy::open(path) {
            // A restart must not turn a bad delivery into an outage: the one kept before it still serves.
            Err(cause @ OpenError::Refused { .. }) => match PrivateCopy::open(&previous_of(path)) {
                Ok(before) => {
                    tracing::error!(%cause, "the snapshot is refused; the one kept before it is served");
                    before
                }
                Err(_) => return Err(cause),
            },
            opened => opened?,
        };
        let (snapshot, kept) = copy.into_parts();
        let slot = Slot::new(Live::new(snapshot));
        Ok(Self { path: path.to_owned(), slot, kept, seen })
    }

    /// Where the served snapshot stands.
    pub fn slot(&self) -> Slot {
        self.slot.clone()
    }

    /// Watches for ever; `look_now` (SIGHUP) looks at once and takes even an unchanged file anew.
    pub async fn run(mut self, look_now: Arc<Notify>) {
        loop {
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                () = look_now.notified() => self.seen = None,
            }
            // Opening reads a whole file and builds an index: not on a thread that answers requests.
            match tokio::task::spawn_blocking(move || {
                self.look();
                self
            })
            .await
            {
                Ok(watcher) => self = watcher,
                Err(cause) => {
                    tracing::error!(%cause, "the snapshot watcher stopped; restart to load new snapshots");
                    return;
                }
            }
        }
    }

    /// Looks once; says whether another snapshot is served now.
    pub fn look(&mut self) -> bool {
        let now = mark(&self.path);
        // A missing file is not news: it is missing for a moment in any rename-less replacement.
        if now.is_none() || now == self.seen {
            return false;
        }
        self.seen = now;
        match PrivateCopy::open(&self.path) {
            Ok(copy) if copy.snapshot.meta().checksum == self.slot.load().checksum() => false,
            Ok(copy) => {
                self.take(copy);
                true
            }
            Err(cause) => {
                tracing::error!(%cause, "a new snapshot is refused; the old one goes on serving");
                // The refused file stands in the place of the served one: without this there is no way back.
                if let Err(cause) = self.kept.keep_as_previous(&self.path) {
                    tracing::warn!(%cause, "the served snapshot was not kept beside the refused one");
                }
                false
            }
        }
    }

    fn take(&mut self, copy: PrivateCopy) {
        let (snapshot, bytes) = copy.into_parts();
        let live = Live::new(snapshot);
        let (checksum, items) = (live.checksum().to_owned(), live.snapshot.heads().len());
        // Kept first: whoever sees the new one served may roll back at once.
        let kept = self.kept.keep_as_previous(&self.path);
        self.kept = bytes;
        self.slot.swap(live);
        match kept {
            Ok(kept) => tracing::info!(%checksum, items, kept = %kept.display(), "a new snapshot is served"),
            Err(cause) => {
                tracing::warn!(%checksum, items, %cause, "a new snapshot is served; the old one was not kept")
            }
        }
    }
}

fn mark(path: &Path) -> Option<Mark> {
    let meta = std::fs::metadata(path).ok()?;
    #[cfg(unix)]
    let inode = std::os::unix::fs::MetadataExt::ino(&meta);
    #[cfg(not(unix))]
    let inode = 0;
    Some(Mark { len: meta.len(), modified: meta.modified().ok(), inode })
}
