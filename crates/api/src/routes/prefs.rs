//! Choices that work without any script: a link sets the cookie and leads back.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use portal::routes::safe_back;

use super::pages::prefs_of;
use crate::{app::App, params};

/// Makes the choices of the address and leads back to a page of ours, never elsewhere.
pub async fn choose(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    let mut prefs = prefs_of(&headers);
    let params = params::of(&uri);
    for key in ["mode", "size", "region"] {
        if let Some(value) = params.raw(key) {
            prefs.apply(key, value);
        }
    }
    let live = app.slot.load();
    prefs.region = prefs.region.filter(|code| live.snapshot.regions().find(code).is_some());
    let back = encoded(&safe_back(params.raw("back").map(str::to_owned)));
    let mut response = StatusCode::SEE_OTHER.into_response();
    let to = response.headers_mut();
    to.insert(header::LOCATION, HeaderValue::try_from(back).unwrap_or(HeaderValue::from_static("/")));
    if let Ok(cookie) = HeaderValue::try_from(prefs.to_cookie()) {
        to.insert(header::SET_COOKIE, cookie);
    }
    to.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A header holds no Chinese and no blanks: what is not plain in an address is percent-encoded.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'!' | b'#'..=b';' | b'=' | b'?'..=b'[' | b']' | b'_' | b'a'..=b'z' | b'~' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_back_is_encoded_once() {
        assert_eq!(encoded("/guides?q=身 a&b=%20"), "/guides?q=%E8%BA%AB%20a&b=%20");
        assert_eq!(encoded("/a\"<>\\"), "/a%22%3C%3E%5C");
    }
}
