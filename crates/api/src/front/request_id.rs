//! A short id for each request, to find its log line.

use std::sync::{
    LazyLock,
    atomic::{AtomicU64, Ordering},
};

use axum::http::{HeaderMap, HeaderValue};

/// An id of letters, digits and hyphens.
#[derive(Debug, Clone)]
pub struct RequestId(HeaderValue);

static PROCESS: LazyLock<u32> = LazyLock::new(rand::random);
static NEXT: AtomicU64 = AtomicU64::new(1);

/// The id that a proxy of ours gave the request, when it is a sane one, or a new one: what clients write here could be
/// anything, and would stand in the log.
pub fn of(by_proxy: bool, headers: &HeaderMap) -> RequestId {
    match headers.get("x-request-id") {
        Some(given) if by_proxy && is_sane(given.as_bytes()) => RequestId(given.clone()),
        _ => RequestId::next(),
    }
}

impl RequestId {
    fn next() -> Self {
        let text = format!("{:08x}-{:x}", *PROCESS, NEXT.fetch_add(1, Ordering::Relaxed));
        Self(HeaderValue::try_from(text).unwrap_or_else(|_| HeaderValue::from_static("none")))
    }

    /// The text of the id.
    pub fn as_str(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }
}

impl From<&RequestId> for HeaderValue {
    fn from(id: &RequestId) -> Self {
        id.0.clone()
    }
}

fn is_sane(given: &[u8]) -> bool {
    (8..=64).contains(&given.len()) && given.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_would_write_into_the_log_is_replaced() {
        let mut headers = HeaderMap::new();
        headers.insert("x-request-id", HeaderValue::from_static("0123abcd-77"));
        assert_eq!(of(true, &headers).as_str(), "0123abcd-77");
        assert_ne!(of(false, &headers).as_str(), "0123abcd-77");
        headers.insert("x-request-id", HeaderValue::from_static("12345678 level=error"));
        assert!(!of(true, &headers).as_str().contains(' '));
    }
}
