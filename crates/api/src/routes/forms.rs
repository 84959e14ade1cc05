//! Plain forms: what works without any script. The answer is a page; a report's code never stands in an address.

use axum::{
    body::Bytes,
    extract::{State, rejection::BytesRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Redirect, Response},
};
use domain::wire::{NewRequest, RequestKind};
use portal::{backend::Fresh, routes::REQUESTS};

use super::pages::prefs_of;
use crate::{
    app::App,
    params::Params,
    problem::ApiError,
    service::requests as service,
    ssr::{self, Taking, Visit, backend::refusal},
};

type Form = Result<Bytes, BytesRejection>;

/// Keeps a report and shows its receipt.
pub async fn send_request(State(app): State<App>, headers: HeaderMap, body: Form) -> Response {
    let done = keep(&app, &headers, body).await.map(Fresh::Received);
    answer(&app, &headers, done).await
}

/// Finds a report by its number and code and shows it.
pub async fn find_request(State(app): State<App>, headers: HeaderMap, body: Form) -> Response {
    let done = find(&app, &headers, body).await.map(Fresh::Found);
    answer(&app, &headers, done).await
}

/// The form's own address is no page: whoever comes back to it gets the form.
pub async fn to_lookup() -> Redirect {
    Redirect::to(REQUESTS)
}

async fn keep(app: &App, headers: &HeaderMap, body: Form) -> Result<domain::wire::RequestReceipt, ApiError> {
    let body = form(headers, body)?;
    let mut params = Params::parse(&body);
    let own = |text: Option<&str>| text.map(str::to_owned);
    let request = NewRequest {
        kind: params.code("kind", RequestKind::from_code).unwrap_or(RequestKind::Correction),
        item: own(params.text("item")),
        region: own(params.text("region")),
        part: own(params.text("part")),
        text: own(params.text("text")).unwrap_or_default(),
    };
    params.finish()?;
    service::send_request(app, request).await
}

async fn find(app: &App, headers: &HeaderMap, body: Form) -> Result<domain::wire::RequestView, ApiError> {
    let body = form(headers, body)?;
    let params = Params::parse(&body);
    let text = |name| params.text(name).unwrap_or_default();
    service::find_request(app, text("id"), text("code")).await
}

fn form(headers: &HeaderMap, body: Form) -> Result<Bytes, ApiError> {
    let is_form = |kind: &HeaderValue| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded");
    if !headers.get(header::CONTENT_TYPE).is_some_and(is_form) {
        return Err(ApiError::MediaType("请用本网站的表单提交。"));
    }
    body.map_err(|_| ApiError::TooLarge)
}

async fn answer(app: &App, headers: &HeaderMap, done: Result<Fresh, ApiError>) -> Response {
    let (fresh, status) = match done {
        Ok(fresh) => (fresh, StatusCode::OK),
        Err(error) => (Fresh::Failed(refusal(&error)), error.status()),
    };
    let visit = Visit { address: REQUESTS, prefs: prefs_of(headers), fresh };
    let mut response = ssr::page(app, visit, Taking::Plain).await;
    *response.status_mut() = status;
    response
}
