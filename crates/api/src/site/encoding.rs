//! Which precompressed twin of a file a browser takes.

use axum::http::{HeaderMap, header};

/// How a file is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// As it is.
    Plain,
    /// Its .br twin.
    Brotli,
    /// Its .gz twin.
    Gzip,
}

/// The smallest form that the browser takes and we have.
pub fn best(request: &HeaderMap, brotli: bool, gzip: bool) -> Encoding {
    let accepts = |name: &str| {
        let lists = request.get_all(header::ACCEPT_ENCODING).into_iter().filter_map(|value| value.to_str().ok());
        lists.flat_map(|list| list.split(',')).any(|entry| {
            let (coding, weight) = entry.split_once(';').unwrap_or((entry, ""));
            let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.parse::<f32>() == Ok(0.0));
            coding.trim().eq_ignore_ascii_case(name) && !refused
        })
    };
    if brotli && accepts("br") {
        Encoding::Brotli
    } else if gzip && accepts("gzip") {
        Encoding::Gzip
    } else {
        Encoding::Plain
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn the_best_form_that_both_sides_know_is_sent() {
        let accepting = |text| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(text));
            headers
        };
        assert_eq!(best(&accepting("gzip, deflate, br"), true, true), Encoding::Brotli);
        assert_eq!(best(&accepting("gzip, br"), false, true), Encoding::Gzip);
        assert_eq!(best(&accepting("br;q=0, gzip;q=0.5"), true, true), Encoding::Gzip);
        assert_eq!(best(&HeaderMap::new(), true, true), Encoding::Plain);
    }
}
