//! Figures for Prometheus.

use std::fmt::Write;

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
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4"), (header::CACHE_CONTROL, "no-store")], text).into_response()
}
