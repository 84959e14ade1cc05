//! Plain forms: what works without any script. The answer is a page; a report's code never stands in an address.
//! A refused form comes back with everything that stood in it.

use axum::{
    body::{Bytes, to_bytes},
    extract::{Request, State, rejection::BytesRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::wire::{NewRequest, RequestKind};
use portal::{
    backend::{FetchError, Fresh, Written},
    routes::{REQUEST_LOOKUP, REQUESTS},
};

use super::pages::prefs_of;
use crate::{
    app::App,
    params::Params,
    problem::ApiError,
    service::requests as service,
    ssr::{self, Taking, Visit, backend::refusal},
};

/// Longer than a report may be: whoever wrote too much gets it back to shorten it.
pub const FORM_LIMIT: usize = 64 * 1024;

type Form = Result<Bytes, BytesRejection>;

/// Keeps a report and shows its receipt.
pub async fn send_request(State(app): State<App>, headers: HeaderMap, body: Form) -> Response {
    let body = match form(&headers, body) {
        Ok(body) => body,
        Err(error) => return refused(&app, &headers, &error, Written::Nothing).await,
    };
    let (request, read) = report(&body);
    let kept = match read {
        Ok(()) => service::send_request(&app, request.clone()).await,
        Err(error) => Err(error),
    };
    match kept {
        Ok(receipt) => page(&app, &headers, Fresh::Received(receipt), StatusCode::OK).await,
        Err(error) => refused(&app, &headers, &error, Written::Report(request)).await,
    }
}

/// Finds a report by its number and code and shows it.
pub async fn find_request(State(app): State<App>, headers: HeaderMap, body: Form) -> Response {
    let body = match form(&headers, body) {
        Ok(body) => body,
        Err(error) => return refused(&app, &headers, &error, Written::Nothing).await,
    };
    let (id, code) = keys(&body);
    match service::find_request(&app, &id, &code).await {
        Ok(found) => page(&app, &headers, Fresh::Found(found), StatusCode::OK).await,
        Err(error) => refused(&app, &headers, &error, Written::Lookup(id, code)).await,
    }
}

/// Refuses a write before its handler: a form by a page with what stood in it, everything else by a problem document.
pub async fn turn_away(app: &App, request: Request, error: ApiError) -> Response {
    let written: fn(&[u8]) -> Written = match request.uri().path() {
        REQUESTS => |body| Written::Report(report(body).0),
        REQUEST_LOOKUP => |body| {
            let (id, code) = keys(body);
            Written::Lookup(id, code)
        },
        _ => return error.into_response(),
    };
    let (parts, body) = request.into_parts();
    let written = match error {
        // What another site's page has put into a form is not shown on ours.
        ApiError::ForeignOrigin => Written::Nothing,
        _ => to_bytes(body, FORM_LIMIT).await.map_or(Written::Nothing, |body| written(&body)),
    };
    refused(app, &parts.headers, &error, written).await
}

/// The form's own address is no page: whoever comes back to it gets the form.
pub async fn to_lookup() -> Redirect {
    Redirect::to(REQUESTS)
}

/// The report in a form, and whether all of it could be read.
fn report(body: &[u8]) -> (NewRequest, Result<(), ApiError>) {
    let mut params = Params::parse(body);
    let own = |text: Option<&str>| text.map(str::to_owned);
    let request = NewRequest {
        kind: params.code("kind", RequestKind::from_code).unwrap_or(RequestKind::Correction),
        item: own(params.text("item")),
        region: own(params.text("region")),
        part: own(params.text("part")),
        // Forms send two characters for the end of a line, of which the field has counted one.
        text: params.text("text").unwrap_or_default().replace("\r\n", "\n"),
    };
    (request, params.finish().map_err(ApiError::from))
}

/// The number and the code in a form.
fn keys(body: &[u8]) -> (String, String) {
    let params = Params::parse(body);
    let text = |name| params.text(name).unwrap_or_default().to_owned();
    (text("id"), text("code"))
}

/// The body of a form of ours.
pub fn form(headers: &HeaderMap, body: Form) -> Result<Bytes, ApiError> {
    let is_form = |kind: &HeaderValue| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded");
    if !headers.get(header::CONTENT_TYPE).is_some_and(is_form) {
        return Err(ApiError::MediaType("请用本网站的表单提交。"));
    }
    body.map_err(|_| ApiError::TooLarge)
}

async fn refused(app: &App, headers: &HeaderMap, error: &ApiError, mut written: Written) -> Response {
    if let Written::Report(request) = &mut written {
        // What no page can hold was refused; the rest need not be written again.
        request.text.retain(|c| !c.is_control() || matches!(c, '\n' | '\t'));
        if let ApiError::Invalid(fields) = error {
            // Nobody can mend what no field shows, so it is left out of what is sent again.
            let is_wrong = |name: &str| fields.iter().any(|field| field.field == name);
            request.item.take_if(|_| is_wrong("item"));
            request.region.take_if(|_| is_wrong("region"));
        }
    }
    let why = match error {
        ApiError::TooLarge => FetchError::Refused("写得太长了，没有收到。最多 500 个字。".into()),
        other => refusal(other),
    };
    page(app, headers, Fresh::Refused(why, written), error.status()).await
}

async fn page(app: &App, headers: &HeaderMap, fresh: Fresh, status: StatusCode) -> Response {
    let visit = Visit { address: REQUESTS, prefs: prefs_of(headers), fresh };
    let mut response = ssr::page(app, visit, Taking::Plain).await;
    *response.status_mut() = status;
    response
}
