//! Other origins that may use the API: static bundles served by an app platform, as configured and no others.

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::Response,
};

use crate::config::PublicUrl;

/// What the API may tell a page of another origin.
pub struct Cross {
    api: bool,
    allowed: Option<HeaderValue>,
}

impl Cross {
    /// Looks at where a request comes from.
    pub fn of(allow: &[PublicUrl], request: &Request) -> Self {
        let api = !allow.is_empty() && request.uri().path().starts_with("/api/");
        let origin = request.headers().get(header::ORIGIN).filter(|_| api);
        let allowed = origin.filter(|origin| allow.iter().any(|a| a.origin().as_bytes() == origin.as_bytes()));
        Self { api, allowed: allowed.cloned() }
    }

    /// The answer to a browser that asks before it sends.
    pub fn preflight(&self, request: &Request) -> Option<Response> {
        let asks = *request.method() == Method::OPTIONS
            && request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
        if !asks || self.allowed.is_none() {
            return None;
        }
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NO_CONTENT;
        let headers = response.headers_mut();
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, POST"));
        let allowed = HeaderValue::from_static("content-type, idempotency-key, x-request-code");
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, allowed);
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("7200"));
        Some(response)
    }

    /// Marks an answer as readable for the allowed origin, and its cached copy as for that origin alone.
    pub fn apply(&self, headers: &mut HeaderMap) {
        if !self.api {
            return;
        }
        headers.append(header::VARY, HeaderValue::from_static("origin"));
        if let Some(origin) = &self.allowed {
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
            headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("etag, x-request-id"));
        }
    }
}
