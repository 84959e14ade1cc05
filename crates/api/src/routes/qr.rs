//! A picture that carries a guide's address, to be shown on a screen and taken along on a phone.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, Uri, header},
    response::{IntoResponse, Response},
};
use domain::ItemCode;
use qrcode::{EcLevel, QrCode, render::svg};

use crate::{
    app::App,
    front::etag::ETag,
    params,
    problem::{ApiError, internal},
};

const CACHE: &str = "public, max-age=3600";
/// One dark square, in pixels; the picture scales.
const MODULE: u32 = 8;

/// The address of a guide in a region as a QR code.
pub async fn show_qr(
    State(app): State<App>,
    Path(code): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let mut params = params::of(&uri);
    let region = params.region("region");
    params.finish()?;
    let live = app.slot.load();
    let code = ItemCode::parse(&code).ok().filter(|code| live.snapshot.find_item(code).is_some());
    let code = code.ok_or(ApiError::NotFound("没有这个事项代码的指南。"))?;
    let mut address = format!("{}/guides/{code}", site_of(&app, &headers));
    if let Some(region) = region {
        address.push_str(&format!("?region={region}"));
    }
    let tag = ETag::of(&[env!("CARGO_PKG_VERSION").as_bytes(), address.as_bytes()]);
    if let Some(unchanged) = tag.not_modified(&headers, CACHE) {
        return Ok(unchanged);
    }
    let mut response = draw(&address)?.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("image/svg+xml"));
    tag.put(response.headers_mut(), CACHE);
    Ok(response)
}

/// The site's address as configured, or as this visitor reached it.
pub(super) fn site_of(app: &App, headers: &HeaderMap) -> String {
    match (&app.config.public_url, headers.get(header::HOST).and_then(|host| host.to_str().ok())) {
        (Some(public), _) => public.origin().to_owned(),
        (None, Some(host)) => format!("http://{host}"),
        (None, None) => format!("http://{}", app.config.listen),
    }
}

fn draw(address: &str) -> Result<String, ApiError> {
    let code = QrCode::with_error_correction_level(address.as_bytes(), EcLevel::M).map_err(internal)?;
    Ok(code.render::<svg::Color<'_>>().module_dimensions(MODULE, MODULE).quiet_zone(true).build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_needs_no_style_that_the_policy_would_refuse() {
        let picture = draw("https://banshi.example/guides/ln-sfz-bl?region=210102000000").unwrap();
        assert!(picture.contains("<svg") && !picture.contains("style="), "{picture}");
    }
}
