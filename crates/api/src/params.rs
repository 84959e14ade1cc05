//! Parameters of an address; reading them is the same on a phone and stands in crates/shelf.

use axum::http::Uri;
pub use shelf::{Params, check_words};

/// Reads an address's query string.
pub fn of(uri: &Uri) -> Params<'_> {
    Params::parse(query_of(uri).as_bytes())
}

/// An address's query string; none is an empty one.
pub fn query_of(uri: &Uri) -> &str {
    uri.query().unwrap_or_default()
}
