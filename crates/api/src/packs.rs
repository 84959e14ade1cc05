//! The packs that phones take along: made when first asked for, kept while there is room, never on the thread of a
//! request.
//!
//! A fresh pack goes out quickly packed; the smallest form is worked out behind, one at a time, and takes its place.
//! Packs of the snapshot before stay in the same room, so that most phones can be sent what changed and no more.

mod made;
mod what;

use std::{
    collections::VecDeque,
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use catalogue::snapshot::{Snapshot, checksum_of, previous_of};
use search::RegionSearch;
use shelf::delta;
use tokio::{
    sync::Semaphore,
    task::{spawn, spawn_blocking},
};

use self::what::Held;
pub use self::{made::Made, what::What};
use crate::{
    live::Live,
    problem::{ApiError, internal},
};

/// No more than this is kept, as it is sent.
const ROOM: usize = 24 << 20;
/// So many packs wait for their smallest form; the others are sent as they are until they are asked for again.
const WAITING: usize = 32;

/// All packs of this process.
#[derive(Debug)]
pub struct Packs {
    kept: Mutex<VecDeque<Arc<Made>>>,
    making: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    squeezing: Arc<Semaphore>,
    snapshot: Option<PathBuf>,
    /// Packs and deltas made, and answers by kind.
    pub figures: Figures,
}

/// What is counted of packs.
#[derive(Debug, Default)]
pub struct Figures {
    /// Packs and deltas made.
    pub made: AtomicU64,
    /// Whole packs sent.
    pub whole: AtomicU64,
    /// Deltas sent.
    pub delta: AtomicU64,
    /// Packs that the phone had already.
    pub unchanged: AtomicU64,
}

impl Packs {
    /// None yet. Beside the served snapshot lies the one before, from which old packs are made again.
    pub fn new(snapshot: Option<PathBuf>) -> Self {
        Self {
            kept: Mutex::default(),
            making: Arc::new(Semaphore::new(1)),
            waiting: Arc::new(Semaphore::new(WAITING)),
            squeezing: Arc::new(Semaphore::new(1)),
            snapshot,
            figures: Figures::default(),
        }
    }

    /// What the served snapshot makes of this.
    pub async fn current(&self, live: &Arc<Live>, what: &What) -> Result<Arc<Made>, ApiError> {
        let (source, wanted) = (live.clone(), what.clone());
        let make = move || wanted.write(&source.snapshot, || Held::Lent(&source.region_search));
        self.get(what.key(live.checksum()), make).await
    }

    /// A pack by its checksum, as long as it is kept.
    pub fn by_checksum(&self, checksum: &str) -> Option<Arc<Made>> {
        self.find(|made| made.is_pack() && made.checksum() == checksum)
    }

    /// What makes the new pack of one that the phone has; `None` when that is unknown or nothing is won.
    pub async fn delta(&self, live: &Live, what: &What, have: &str, new: &Arc<Made>) -> Option<Arc<Made>> {
        let key = format!("delta {have} {}", new.checksum());
        let made = match self.find(|made| made.key() == key) {
            Some(made) => made,
            None => {
                let old = match self.by_checksum(have) {
                    Some(old) => old,
                    None => self.before(live, what).await.filter(|old| old.checksum() == have)?,
                };
                let new = new.clone();
                self.get(key, move || Ok(delta::make(&old.plain(), &new.plain()))).await.ok()?
            }
        };
        (made.packed().len() < new.packed().len()).then_some(made)
    }

    /// What the snapshot before made of this.
    async fn before(&self, live: &Live, what: &What) -> Option<Arc<Made>> {
        let path = previous_of(self.snapshot.as_ref()?);
        let checksum = checksum_of(&path).filter(|checksum| checksum != live.checksum())?;
        let (wanted, key) = (what.clone(), what.key(&checksum));
        let make = move || {
            let snapshot = Snapshot::open(&path).map_err(|_| ApiError::PackGone)?;
            let search = || RegionSearch::for_queries(snapshot.regions(), &snapshot.lexicon());
            wanted.write(&snapshot, || Held::Own(Box::new(search())))
        };
        self.get(key, make).await.ok()
    }

    /// What is kept under a key, or else is made now; one at a time, since each takes a core.
    async fn get(
        &self,
        key: String,
        make: impl FnOnce() -> Result<Vec<u8>, ApiError> + Send + 'static,
    ) -> Result<Arc<Made>, ApiError> {
        if let Some(made) = self.find(|made| made.key() == key) {
            return Ok(made);
        }
        let _turn = self.making.acquire().await.map_err(internal)?;
        if let Some(made) = self.find(|made| made.key() == key) {
            return Ok(made);
        }
        let made = spawn_blocking(move || make().map(|bytes| Made::new(key, &bytes))).await.map_err(internal)??;
        let made = Arc::new(made);
        self.figures.made.fetch_add(1, Ordering::Relaxed);
        self.keep(made.clone());
        self.squeeze(made.clone());
        Ok(made)
    }

    /// Works out the smallest form behind.
    fn squeeze(&self, made: Arc<Made>) {
        let Ok(place) = self.waiting.clone().try_acquire_owned() else { return };
        let squeezing = self.squeezing.clone();
        spawn(async move {
            let _place = place;
            let Ok(_turn) = squeezing.acquire().await else { return };
            if let Err(cause) = spawn_blocking(move || made.squeeze()).await {
                tracing::error!(%cause, "a pack was not squeezed");
            }
        });
    }

    fn keep(&self, made: Arc<Made>) {
        let mut kept = self.kept();
        kept.push_front(made);
        let mut room = ROOM;
        let fits = kept.iter().take_while(|made| {
            let left = room.checked_sub(made.packed().len());
            room = left.unwrap_or_default();
            left.is_some()
        });
        let fits = fits.count().max(1);
        kept.truncate(fits);
    }

    /// Finds what is kept; what was asked for last is dropped last.
    fn find(&self, wanted: impl Fn(&Made) -> bool) -> Option<Arc<Made>> {
        let mut kept = self.kept();
        let at = kept.iter().position(|made| wanted(made))?;
        let made = kept.remove(at)?;
        kept.push_front(made.clone());
        Some(made)
    }

    fn kept(&self) -> MutexGuard<'_, VecDeque<Arc<Made>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many are kept, and their bytes.
    pub fn room(&self) -> (usize, usize) {
        let kept = self.kept();
        (kept.len(), kept.iter().map(|made| made.packed().len()).sum())
    }
}
