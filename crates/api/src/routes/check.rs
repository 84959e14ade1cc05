//! The plain way of the check of papers: a form with answers comes, a page or a calendar goes, and nothing is kept.

use axum::{
    body::{Body, Bytes},
    extract::{State, rejection::BytesRejection},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use bag::pages::{CALENDAR, File, Turn};
use portal::backend::Fresh;

use super::{forms, pages::prefs_of};
use crate::{
    app::App,
    problem::ApiError,
    service::check,
    ssr::{self, Taking, Visit},
};

/// Answers a form of the check.
pub async fn turn(
    State(app): State<App>,
    uri: Uri,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let body = match forms::form(&headers, body) {
        Ok(body) => body,
        Err(error) => return error.into_response(),
    };
    let Ok(form) = std::str::from_utf8(&body) else {
        return ApiError::Unreadable("表单里有不能识别的字符。").into_response();
    };
    match check::answer(&app.slot.load(), uri.path(), form) {
        Turn::Page(page) => {
            let fresh = Fresh::Written(check::fragment(page));
            ssr::page(&app, Visit { address: uri.path(), prefs: prefs_of(&headers), fresh }, Taking::Plain).await
        }
        Turn::File(file) => download(file),
        Turn::Needs(_) => ApiError::Internal.into_response(),
    }
}

/// A file that the browser keeps instead of showing it.
fn download(file: File) -> Response {
    let mut response = Response::new(Body::from(file.text));
    *response.status_mut() = StatusCode::OK;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(CALENDAR));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Names of our files are letters, digits and hyphens.
    if let Ok(name) = HeaderValue::try_from(["attachment; filename=\"", &file.name, "\""].concat()) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
