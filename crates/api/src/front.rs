//! What happens to every request before and after its handler: bounds, safety headers, figures, one log line.
//!
//! One layer instead of a stack of small ones: each layer costs an allocation a request.

pub mod client;
pub mod cors;
pub mod etag;
pub mod origin;
pub mod pace;
pub mod request_id;

use std::{
    any::Any,
    panic::AssertUnwindSafe,
    time::{Duration, Instant},
};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, Method},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures::FutureExt;

use crate::{
    app::App,
    metrics::Seen,
    problem::{ApiError, internal},
    routes::forms,
};

/// The longest a request may take, its body included.
const TIME_LIMIT: Duration = Duration::from_secs(15);
/// A read slower than this is worth a line in the log.
const SLOW: Duration = Duration::from_secs(1);
static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// No address that we know is longer.
const MAX_URL: usize = 4096;

/// Answers one request within all bounds.
pub async fn front(State(app): State<App>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let id = request_id::of(client::by_proxy(&app.config.trusted_proxy, &request), request.headers());
    let cross = cors::Cross::of(&app.config.allow_origin, &request);

    let mut response = match app.gate.try_acquire() {
        Ok(_permit) => answer(&app, &cross, request, next).await,
        Err(_) => ApiError::Busy.into_response(),
    };

    let status = response.status();
    app.safety.apply(status, response.headers_mut());
    cross.apply(response.headers_mut());
    response.headers_mut().insert(&REQUEST_ID, HeaderValue::from(&id));
    let seen = Seen {
        route: route.as_ref().map_or("other", MatchedPath::as_str),
        method: &method,
        status: response.status(),
        took: started.elapsed(),
    };
    app.metrics.count(&seen);
    note(&seen, &id);
    response
}

async fn answer(app: &App, cross: &cors::Cross, request: Request, next: Next) -> Response {
    if request.uri().path_and_query().is_some_and(|p| p.as_str().len() > MAX_URL) {
        return ApiError::Unreadable("地址太长。").into_response();
    }
    if let Some(preflight) = cross.preflight(&request) {
        return preflight;
    }
    let answered = async {
        match turned_away(app, &request) {
            Some(error) => forms::turn_away(app, request, error).await,
            None => next.run(request).await,
        }
    };
    // One bad request must not take the connection's other requests along.
    match tokio::time::timeout(TIME_LIMIT, AssertUnwindSafe(answered).catch_unwind()).await {
        Ok(Ok(response)) => response,
        Ok(Err(cause)) => panicked(&*cause).into_response(),
        Err(_) => ApiError::Slow.into_response(),
    }
}

fn panicked(cause: &(dyn Any + Send)) -> ApiError {
    let text = cause.downcast_ref::<&str>().copied().or_else(|| cause.downcast_ref::<String>().map(String::as_str));
    internal(text.unwrap_or("a panic without words"))
}

/// Not paced here: what is posted so that answers stay out of addresses and logs, and kept by nobody, is no more of a
/// burden than reading; ratings have a pace of their own, by ticket.
fn has_no_pace(path: &str) -> bool {
    matches!(path, "/api/v1/checklists" | "/api/v1/eligibility" | "/checklist" | "/benefits")
        || path.starts_with("/events/")
        || path.starts_with("/api/v1/ratings")
        || matches!(path, "/rate" | "/ratings")
}

/// Why a write goes no further, if it does not.
fn turned_away(app: &App, request: &Request) -> Option<ApiError> {
    if !is_write(request.method()) {
        None
    } else if !origin::is_ours(&app.config, request) {
        Some(ApiError::ForeignOrigin)
    } else if !has_no_pace(request.uri().path())
        && !app.pace.allows(client::of(&app.config.trusted_proxy, request), Instant::now())
    {
        Some(ApiError::TooOften)
    } else {
        None
    }
}

fn is_write(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// One line for what an operator may ask about; every request only when asked for. Never the query string.
fn note(seen: &Seen<'_>, id: &request_id::RequestId) {
    let (route, status, duration_ms) = (seen.route, seen.status.as_u16(), seen.took.as_secs_f64() * 1e3);
    let (method, request_id) = (seen.method, id.as_str());
    if seen.status.is_server_error() {
        tracing::warn!(%method, route, status, duration_ms, request_id, "a request was not served");
    } else if seen.took > SLOW || is_write(method) {
        tracing::info!(%method, route, status, duration_ms, request_id, "served");
    } else {
        tracing::debug!(%method, route, status, duration_ms, request_id, "served");
    }
}
