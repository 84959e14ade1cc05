//! Entity tags from what an answer depends on, so that an unchanged page costs neither work nor bytes.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

use crate::build_id::build_id;

const HEX: &[u8; 16] = b"0123456789abcdef";

/// A weak tag: the same content in any encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ETag(String);

impl ETag {
    /// The tag of an answer that depends on these parts and on nothing else.
    pub fn of(parts: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        let digest = hash.finalize();
        let mut tag = String::with_capacity(28);
        tag.push_str("W/\"");
        for byte in digest.iter().take(12) {
            tag.push(HEX[usize::from(byte >> 4)] as char);
            tag.push(HEX[usize::from(byte & 15)] as char);
        }
        tag.push('"');
        Self(tag)
    }

    /// The tag of an answer about a snapshot: its checksum, the address, and this build.
    pub fn of_address(checksum: &str, uri: &Uri, extra: &[u8]) -> Self {
        let address = uri.path_and_query().map_or("", |p| p.as_str());
        Self::of(&[build_id(), checksum.as_bytes(), address.as_bytes(), extra])
    }

    /// 304 when the browser has this already.
    pub fn not_modified(&self, request: &HeaderMap, cache: &'static str) -> Option<Response> {
        let known = request.get(header::IF_NONE_MATCH)?.to_str().ok()?;
        // Weak comparison, as RFC 9110 asks for If-None-Match.
        let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        let same = known.trim() == "*" || known.split(',').any(|tag| bare(tag) == bare(&self.0));
        same.then(|| {
            let mut response = StatusCode::NOT_MODIFIED.into_response();
            self.put(response.headers_mut(), cache);
            response
        })
    }

    /// Writes the tag and how long it may be trusted.
    pub fn put(&self, headers: &mut HeaderMap, cache: &'static str) {
        if let Ok(value) = HeaderValue::try_from(&self.0) {
            headers.insert(header::ETAG, value);
        }
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(ETag::of(&[b"ab", b"c"]), ETag::of(&[b"a", b"bc"]));
    }

    #[test]
    fn a_known_tag_is_found_among_others_strong_or_weak() {
        let tag = ETag::of(&[b"x"]);
        let mut headers = HeaderMap::new();
        let strong = tag.0.trim_start_matches("W/").to_owned();
        headers.insert(header::IF_NONE_MATCH, HeaderValue::try_from(format!("\"other\", {strong}")).unwrap());
        assert_eq!(tag.not_modified(&headers, "no-cache").unwrap().status(), 304);
        headers.insert(header::IF_NONE_MATCH, HeaderValue::from_static("\"other\""));
        assert!(tag.not_modified(&headers, "no-cache").is_none());
    }
}
