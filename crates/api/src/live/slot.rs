//! The place where the served snapshot stands; a swap is one pointer.

use std::sync::Arc;

use arc_swap::ArcSwap;

use super::Live;

/// Holds the served snapshot. A request takes one `Arc` and keeps to it, whatever is swapped meanwhile.
#[derive(Clone)]
pub struct Slot(Arc<ArcSwap<Live>>);

impl Slot {
    /// Starts with a first snapshot.
    pub fn new(live: Live) -> Self {
        Self(Arc::new(ArcSwap::from_pointee(live)))
    }

    /// What is served now.
    pub fn load(&self) -> Arc<Live> {
        self.0.load_full()
    }

    /// Serves another snapshot from now on and returns the one before.
    pub fn swap(&self, live: Live) -> Arc<Live> {
        self.0.swap(Arc::new(live))
    }
}
