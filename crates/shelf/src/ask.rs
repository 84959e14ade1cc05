//! The questions behind the addresses `/guides` and `/suggest`, read alike by server and phone.

use domain::{
    Audience, Channel, ItemKind, Level, RegionCode,
    place::PlaceKind,
    wire::{FieldProblem, GuideQuery},
};

use crate::{Params, json::digits};

/// Reads the question behind a result list from a query string.
pub fn guide_query(text: &str) -> Result<GuideQuery, Vec<FieldProblem>> {
    let mut params = Params::parse(text.as_bytes());
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
        params.wrong("page", ["只能翻到第 ", &digits(GuideQuery::MAX_DEPTH), " 条，请换更具体的词。"].concat());
    }
    params.finish()?;
    Ok(query)
}

/// What is typed so far, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestQuery {
    /// The words.
    pub q: String,
    /// The citizen's region.
    pub region: Option<RegionCode>,
}

/// Reads the question behind suggestions from a query string.
pub fn suggest_query(text: &str) -> Result<SuggestQuery, Vec<FieldProblem>> {
    let mut params = Params::parse(text.as_bytes());
    let q = params.words("q", GuideQuery::MAX_WORDS).unwrap_or_default();
    let region = params.region("region");
    params.finish()?;
    Ok(SuggestQuery { q, region })
}

/// Where places are looked for, and of which kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceQuery {
    /// The citizen's region.
    pub region: Option<RegionCode>,
    /// The kind; `None` is any.
    pub kind: Option<PlaceKind>,
}

/// Reads the question behind a list of places from a query string.
pub fn place_query(text: &str) -> Result<PlaceQuery, Vec<FieldProblem>> {
    let mut params = Params::parse(text.as_bytes());
    let (region, kind) = (params.region("region"), params.code("kind", PlaceKind::from_code));
    params.finish()?;
    Ok(PlaceQuery { region, kind })
}

/// What is asked of the list of regions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegionQuery {
    /// The regions right below this one.
    pub parent: Option<RegionCode>,
    /// The regions that these words may mean; wins over `parent`.
    pub q: Option<String>,
}

/// Reads the question behind a list of regions from a query string.
pub fn region_query(text: &str) -> Result<RegionQuery, Vec<FieldProblem>> {
    let mut params = Params::parse(text.as_bytes());
    let query = RegionQuery { parent: params.region("parent"), q: params.words("q", 40) };
    params.finish()?;
    Ok(query)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_is_bounded_as_a_product() {
        assert!(guide_query("page=50&size=100").is_ok());
        assert!(guide_query("page=51&size=100").is_err());
    }

    #[test]
    fn every_parameter_is_read() {
        let text =
            "q=%E8%BA%AB&region=2101&audience=natural&kind=20&theme=t&channel=web&level=city&page=2&size=10&facets=1";
        let query = guide_query(text).unwrap();
        assert_eq!((query.q.as_str(), query.page, query.size, query.facets), ("身", 2, 10, true));
        assert_eq!(query.region.unwrap().as_str(), "210100000000");
        assert_eq!((query.audience, query.kind), (Some(Audience::Natural), Some(ItemKind::PublicService)));
        assert_eq!((query.channel, query.level), (Some(Channel::Web), Some(Level::City)));
    }

    #[test]
    fn what_is_typed_so_far_has_the_bounds_of_a_search() {
        assert_eq!(suggest_query("q=%E8%BA%AB&colour=red").unwrap().q, "身");
        let fields = suggest_query(&format!("q={}&region=x", "a".repeat(101))).unwrap_err();
        assert_eq!(fields.len(), 2);
    }
}
