//! Whether the process lives, and what it serves.

use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde_json::json;
use store::StoreState;

use super::reading;
use crate::{app::App, problem::ApiError};

/// Answers as long as the process does.
pub async fn alive() -> Response {
    ([(header::CACHE_CONTROL, "no-store")], "ok\n").into_response()
}

/// Says what is served. Reading works when the store is gone, so a gone store is told and is no reason to be skipped.
pub async fn ready(State(app): State<App>) -> Result<Response, ApiError> {
    let live = app.slot.load();
    let meta = live.snapshot.meta();
    let store = match app.store.state() {
        StoreState::Ready => "ready",
        StoreState::ReadOnly(_) => "read_only",
        StoreState::Gone(_) => "gone",
    };
    let mut response = reading::json(&json!({
        "status": "ready",
        "snapshot": {
            "checksum": meta.checksum,
            "data_date": meta.data_date,
            "built_at": meta.built_at,
            "sample": meta.sample,
            "items": meta.counts.items,
            "publications": meta.counts.publications,
        },
        "store": store,
        "build": env!("CARGO_PKG_VERSION"),
    }))?;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
