//! Figures for Prometheus.

use std::{
    fmt::Write,
    sync::atomic::{AtomicU64, Ordering},
};

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use store::StoreState;

use crate::app::App;

/// All figures as text.
pub async fn metrics(State(app): State<App>) -> Response {
    let mut text = app.metrics.render();
    let live = app.slot.load();
    let meta = live.snapshot.meta();
    let busy = app.config.max_in_flight.saturating_sub(app.gate.available_permits());
    let ready = u8::from(app.store.state() == StoreState::Ready);
    let _ = writeln!(text, "# TYPE banshi_in_flight gauge\nbanshi_in_flight {busy}");
    let _ = writeln!(text, "# TYPE banshi_store_ready gauge\nbanshi_store_ready {ready}");
    let _ = writeln!(text, "# TYPE banshi_snapshot_items gauge\nbanshi_snapshot_items {}", meta.counts.items);
    let _ = writeln!(
        text,
        "# TYPE banshi_snapshot_info gauge\nbanshi_snapshot_info{{checksum=\"{}\",data_date=\"{}\"}} 1",
        meta.checksum, meta.data_date
    );
    let (kept, bytes) = app.packs.room();
    let figures = &app.packs.figures;
    let count = |figure: &AtomicU64| figure.load(Ordering::Relaxed);
    let _ = writeln!(text, "# TYPE banshi_packs_kept gauge\nbanshi_packs_kept {kept}");
    let _ = writeln!(text, "# TYPE banshi_packs_kept_bytes gauge\nbanshi_packs_kept_bytes {bytes}");
    let _ = writeln!(text, "# TYPE banshi_packs_made_total counter\nbanshi_packs_made_total {}", count(&figures.made));
    let _ = writeln!(text, "# TYPE banshi_packs_sent_total counter");
    for (kind, figure) in [("whole", &figures.whole), ("delta", &figures.delta), ("unchanged", &figures.unchanged)] {
        let _ = writeln!(text, "banshi_packs_sent_total{{kind=\"{kind}\"}} {}", count(figure));
    }
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4"), (header::CACHE_CONTROL, "no-store")], text).into_response()
}
