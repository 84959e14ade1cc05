//! What surrounds the tree: data, choices of the citizen, and what the server wants to know afterwards.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    backend::{Backend, Fresh, SharedBackend},
    head::{Head, Status},
    prefs::Prefs,
};

/// Provides everything that [`crate::App`] expects. Call it under an owner, before rendering.
///
/// On the server, keep clones of `head` and `status` and read them when the page is rendered;
/// `fresh` carries what a plain form has just done (a report received, a report looked up).
pub fn provide(backend: Arc<dyn Backend>, prefs: Prefs, fresh: Fresh, head: Head, status: Status) {
    provide_context(SharedBackend(backend));
    provide_context(RwSignal::new(prefs));
    provide_context(fresh);
    provide_context(head);
    provide_context(status);
}

/// Mode and region as chosen, and as they change.
pub fn prefs() -> RwSignal<Prefs> {
    use_context().unwrap_or_else(|| RwSignal::new(Prefs::default()))
}
