//! Result lists and guides.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
};
use domain::{
    Audience, Channel, ItemCode, ItemKind, Level,
    wire::{GuideDetail, GuidePage, GuideQuery, Problem},
};

use super::reading::read;
use crate::{app::App, params::Params, problem::ApiError, service};

/// Lists guides for a citizen's words.
#[utoipa::path(get, path = "/api/v1/guides", tag = "guides",
    params(
        ("q" = Option<String>, Query, description = "Words; empty lists by popularity", max_length = 100),
        ("region" = Option<String>, Query, description = "Region code; without it the whole snapshot is searched"),
        ("audience" = Option<Audience>, Query, description = "Whom it serves"),
        ("kind" = Option<ItemKind>, Query, description = "Type"),
        ("theme" = Option<String>, Query, description = "Theme, verbatim"),
        ("channel" = Option<Channel>, Query, description = "Where it can be handled"),
        ("level" = Option<Level>, Query, description = "Level of the nearest publication"),
        ("page" = Option<u32>, Query, description = "From 1; page x size is at most 5000", minimum = 1),
        ("size" = Option<u32>, Query, description = "Hits a page, 20 unless given", minimum = 1, maximum = 100),
        ("facets" = Option<u8>, Query, description = "1 counts facets", maximum = 1),
    ),
    responses(
        (status = 200, description = "A page of results", body = GuidePage),
        (status = 304, description = "As the reader has it"),
        (status = 422, description = "Wrong values, all of them", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn list_guides(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    let query = read_query(uri.query())?;
    read(&app, &uri, &headers, |live| Ok(service::list_guides(live, &query)?))
}

/// Shows a guide as it holds in a region.
#[utoipa::path(get, path = "/api/v1/guides/{code}", tag = "guides",
    params(
        ("code" = String, Path, description = "Our code, or the code as imported"),
        ("region" = Option<String>, Query, description = "Region code; the nearest publication wins"),
    ),
    responses(
        (status = 200, description = "The guide", body = GuideDetail),
        (status = 304, description = "As the reader has it"),
        (status = 404, description = "No such item", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Wrong values", body = Problem, content_type = "application/problem+json"),
    ))]
pub async fn show_guide(
    State(app): State<App>,
    Path(code): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let mut params = Params::of(&uri);
    let region = params.region("region");
    params.finish()?;
    let code = ItemCode::parse(&code).map_err(|_| ApiError::NotFound("没有这个事项代码的指南。"))?;
    read(&app, &uri, &headers, |live| Ok(service::show_guide(live, &code, region.as_ref())?))
}

/// Reads the question behind a result list.
fn read_query(text: Option<&str>) -> Result<GuideQuery, ApiError> {
    let mut params = Params::parse(text.unwrap_or_default().as_bytes());
    let query = GuideQuery {
        q: params.words("q", GuideQuery::MAX_WORDS).unwrap_or_default(),
        region: params.region("region"),
        audience: params.code("audience", Audience::from_code),
        kind: params.code("kind", ItemKind::from_code),
        theme: params.words("theme", 40),
        channel: params.code("channel", Channel::from_code),
        level: params.code("level", Level::from_code),
        page: params.number("page", 1, GuideQuery::MAX_DEPTH, 1),
        size: params.number("size", 1, GuideQuery::MAX_SIZE, GuideQuery::SIZE),
        facets: params.flag("facets"),
    };
    if query.page * query.size > GuideQuery::MAX_DEPTH {
        params.wrong("page", format!("只能翻到第 {} 条，请换更具体的词。", GuideQuery::MAX_DEPTH));
    }
    params.finish()?;
    Ok(query)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_is_bounded_as_a_product() {
        assert!(read_query(Some("page=50&size=100")).is_ok());
        assert!(read_query(Some("page=51&size=100")).is_err());
    }

    #[test]
    fn every_parameter_is_read() {
        let text =
            "q=%E8%BA%AB&region=2101&audience=natural&kind=20&theme=t&channel=web&level=city&page=2&size=10&facets=1";
        let query = read_query(Some(text)).unwrap();
        assert_eq!((query.q.as_str(), query.page, query.size, query.facets), ("身", 2, 10, true));
        assert_eq!(query.region.unwrap().as_str(), "210100000000");
        assert_eq!((query.audience, query.kind), (Some(Audience::Natural), Some(ItemKind::PublicService)));
        assert_eq!((query.channel, query.level), (Some(Channel::Web), Some(Level::City)));
    }
}
