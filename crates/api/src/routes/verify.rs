//! Pages of signed lists, the same in every way of arriving: nothing of the portal's wasm is in them. `/verify` brings a
//! small module of its own, with which a list never leaves the device.

use axum::{
    body::Bytes,
    extract::{State, rejection::BytesRejection},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};

use super::{forms, pages::prefs_of, qr::site_of};
use crate::{
    app::App,
    clock, keys,
    problem::ApiError,
    service::slips,
    ssr::{self, Own},
};

const VERIFY: &str = "/verify";
const CHECKLIST: &str = "/checklist";

type Form = Result<Bytes, BytesRejection>;

/// The page that checks lists; what stands behind `#` stays with the browser.
pub async fn show(State(app): State<App>, headers: HeaderMap) -> Response {
    page(&app, &headers, "").await
}

/// The plain way: the list is sent, checked and forgotten.
pub async fn check(State(app): State<App>, headers: HeaderMap, body: Form) -> Response {
    let body = match forms::form(&headers, body) {
        Ok(body) => body,
        Err(error) => return error.into_response(),
    };
    let code = form_urlencoded::parse(&body).find(|(name, _)| name == "code");
    let keys = app.keys.as_ref().map(|keys| keys.public()).unwrap_or_default();
    let result = slip::page::check(code.as_ref().map_or("", |(_, code)| code), keys);
    page(&app, &headers, &result).await
}

async fn page(app: &App, headers: &HeaderMap, result: &str) -> Response {
    let keys = app.keys.as_ref().map(|keys| keys::lines(keys.list())).unwrap_or_default();
    let html = slip::page::checking(&keys, app.site.script("/pkg/verify-page-"), result);
    let title = slip::text::CHECK_TITLE;
    let own = Own { address: VERIFY, title, html: &html, status: StatusCode::OK, hidden: !result.is_empty() };
    ssr::own_page(app, own, prefs_of(headers)).await
}

/// Signs the list of a form and shows it.
pub async fn sign(State(app): State<App>, headers: HeaderMap, body: Form) -> Response {
    let signed = forms::form(&headers, body).and_then(|body| {
        let form = std::str::from_utf8(&body).map_err(|_| ApiError::Unreadable("表单里有不能识别的字符。"))?;
        let asked = bag::pages::sign::asked(&app.slot.load().world, form, clock::today()).ok_or(ApiError::Internal)?;
        slips::sign(&app, &asked.ask, &asked.include, &site_of(&app, &headers))
    });
    let (title, html, status) = match &signed {
        Ok(sealed) => {
            let picture = sealed.code.svg(slip::text::CODE_LABEL);
            let html = slip::page::signed(&sealed.slip, &sealed.list.key_id, &sealed.list.url, &picture);
            (slip::text::SIGNED_TITLE, html, StatusCode::OK)
        }
        Err(error) => {
            let document = error.document();
            let why = match document.fields.as_slice() {
                [] => document.detail,
                fields => fields.iter().map(|field| field.detail.as_str()).collect(),
            };
            (slip::text::NOT_SIGNED, slip::page::refused(&why), error.status())
        }
    };
    let own = Own { address: CHECKLIST, title, html: &html, status, hidden: true };
    ssr::own_page(&app, own, prefs_of(&headers)).await
}

/// A form's own address is no page: whoever comes back to it gets the check.
pub async fn to_checklist() -> Redirect {
    Redirect::to(CHECKLIST)
}
