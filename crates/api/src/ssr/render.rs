//! Rendering the tree to HTML, with the data that the browser needs to take it over.

use std::sync::Arc;

use futures::StreamExt;
use hydration_context::{SharedContext, SsrSharedContext};
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use portal::{
    context,
    head::{Head, HeadContent, Status},
};

use super::{Visit, backend::InProcess};

/// A rendered page.
pub struct Rendered {
    /// The content of `#app`.
    pub html: String,
    /// The script that carries what the server knew.
    pub data: String,
    /// What the page says of itself.
    pub head: HeadContent,
    /// The HTTP status.
    pub status: u16,
}

/// Renders one visit. All of a page comes from one snapshot, whatever is swapped meanwhile.
pub async fn render(app: &crate::app::App, visit: Visit<'_>) -> Rendered {
    let shared: Arc<dyn SharedContext + Send + Sync> = Arc::new(SsrSharedContext::new());
    let owner = Owner::new_root(Some(shared.clone()));
    let (head, status) = (Head::default(), Status::default());
    let backend = Arc::new(InProcess::new(app));
    let stream = owner.with(|| {
        provide_context(RequestUrl::new(visit.address));
        context::provide(backend, visit.prefs, visit.fresh, head.clone(), status.clone());
        portal::App().into_any().to_html_stream_in_order()
    });
    let html: String = stream.collect().await;
    while let Some(pending) = shared.await_deferred() {
        pending.await;
    }
    let data = match shared.pending_data() {
        Some(chunks) => chunks.collect::<Vec<_>>().await.join(";"),
        None => String::new(),
    };
    owner.unset_with_forced_cleanup();
    Rendered { html, data, head: head.content(), status: status.code() }
}
