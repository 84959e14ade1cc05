//! The headers that every answer carries.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

use crate::config::FrameAncestor;

/// Nearness to a place is computed on the device, so the position is ours alone; all else is off.
const PERMISSIONS: &str = "geolocation=(self), camera=(), microphone=(), payment=(), usb=()";

static PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

/// Headers worked out once.
#[derive(Debug, Clone)]
pub struct SafetyHeaders {
    ancestors: String,
    data_policy: HeaderValue,
}

impl SafetyHeaders {
    /// Works them out from the configuration.
    pub fn new(ancestors: &[FrameAncestor]) -> Self {
        let ancestors = match ancestors {
            [] => "'none'".to_owned(),
            some => some.iter().map(|a| a.0.as_str()).collect::<Vec<_>>().join(" "),
        };
        let policy = format!("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}");
        let data_policy = HeaderValue::try_from(policy)
            .unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"));
        Self { ancestors, data_policy }
    }

    /// The sources of `frame-ancestors`.
    pub fn ancestors(&self) -> &str {
        &self.ancestors
    }

    /// Adds what an answer lacks; a page has brought its own policy.
    pub fn apply(&self, status: StatusCode, headers: &mut HeaderMap) {
        // Room for all at once: a map that grows moves what it has.
        headers.reserve(8);
        // The headers of a 304 replace those of the page that the browser kept: its policy must not be touched.
        if status != StatusCode::NOT_MODIFIED {
            headers.entry(header::CONTENT_SECURITY_POLICY).or_insert_with(|| self.data_policy.clone());
        }
        // same-origin, not no-referrer: plain forms must send an Origin.
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        headers.insert(&PERMISSIONS_POLICY, HeaderValue::from_static(PERMISSIONS));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_without_its_own_policy_may_load_nothing() {
        let mut headers = HeaderMap::new();
        SafetyHeaders::new(&[]).apply(StatusCode::OK, &mut headers);
        let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && policy.ends_with("frame-ancestors 'none'"), "{policy}");
    }

    #[test]
    fn a_page_keeps_its_own_policy() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("x"));
        SafetyHeaders::new(&[]).apply(StatusCode::OK, &mut headers);
        assert_eq!(headers[header::CONTENT_SECURITY_POLICY], "x");
    }
}
