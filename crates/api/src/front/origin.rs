//! Writes come from our own pages, or from no page at all (a program), never from another site's page.

use axum::{
    extract::Request,
    http::{HeaderMap, header},
};

use crate::config::ServeArgs;

/// Whether a write may go on.
pub fn is_ours(config: &ServeArgs, request: &Request) -> bool {
    let headers = request.headers();
    let Some(origin) = text(headers, header::ORIGIN.as_str()) else {
        // Old engines send no Sec-Fetch-Site and programs send neither; a newer engine's word counts.
        return matches!(text(headers, "sec-fetch-site"), None | Some("same-origin" | "none"));
    };
    let host = text(headers, header::HOST.as_str()).or_else(|| request.uri().authority().map(|a| a.as_str()));
    // "null", as a sandboxed frame sends, has no authority and is nobody's.
    let authority = origin.split_once("://").map(|(_, authority)| authority);
    let same = authority.is_some() && authority == host;
    same || config.public_url.iter().chain(&config.allow_origin).any(|own| own.origin() == origin)
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
