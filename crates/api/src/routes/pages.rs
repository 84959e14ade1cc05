//! The portal's pages, rendered on the server.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, Uri, header},
    response::{IntoResponse, Response},
};
use portal::{backend::Fresh, prefs::Prefs};

use crate::{
    app::App,
    front::etag::ETag,
    problem::ApiError,
    ssr::{self, Taking, Visit},
};

/// Asked for again each time, and answered by 304 unless something changed.
const CACHE: &str = "no-cache";

/// Renders the page of an address for this visitor's choices.
pub async fn show(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    let prefs = prefs_of(&headers);
    let live = app.slot.load();
    let tag = ETag::of_address(live.checksum(), &uri, &[app.pages.version(), prefs.to_value().as_bytes()].concat());
    if let Some(mut unchanged) = tag.not_modified(&headers, CACHE) {
        unchanged.headers_mut().insert(header::VARY, HeaderValue::from_static("cookie, accept-encoding"));
        return unchanged;
    }
    let mut response = render(&app, &uri, prefs).await;
    if response.status().is_success() {
        tag.put(response.headers_mut(), CACHE);
    }
    response
}

/// The page without content, into which the portal draws itself when there is no network.
pub async fn shell(State(app): State<App>, headers: HeaderMap) -> Response {
    let Some(mut response) = app.site.show("/shell.html", &headers) else { return ApiError::NoRoute.into_response() };
    if let Ok(policy) = HeaderValue::try_from(app.pages.full.policy(None, app.safety.ancestors())) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// Renders a page that nobody may keep: a person's own report is looked at here.
pub async fn show_unkept(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    render(&app, &uri, prefs_of(&headers)).await
}

/// Renders an address that may not exist; the portal then says so with 404.
pub async fn render(app: &App, uri: &Uri, prefs: Prefs) -> Response {
    let address = uri.path_and_query().map_or("/", |p| p.as_str());
    ssr::page(app, Visit { address, prefs, fresh: Fresh::Nothing }, Taking::Hydrated).await
}

/// The visitor's choices.
pub fn prefs_of(headers: &HeaderMap) -> Prefs {
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|cookie| cookie.to_str().ok());
    Prefs::from_cookies(&cookies.collect::<Vec<_>>().join("; "))
}
