//! Filters as links: each adds one condition or takes it away, with or without script.

use crate::{
    routes,
    text::results as words,
    ui::{Node, el, link, list},
};
use domain::{
    Audience, Channel, ItemKind, Level,
    wire::{FacetCount, Facets, GuideQuery},
};

/// A kind of filter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Facet {
    Audience,
    Channel,
    Level,
    Theme,
    Kind,
}

impl Facet {
    fn name(self) -> &'static str {
        match self {
            Self::Audience => words::AUDIENCE,
            Self::Channel => words::CHANNEL,
            Self::Level => words::LEVEL,
            Self::Theme => words::THEME,
            Self::Kind => words::KIND,
        }
    }

    /// The query with this filter set, or without it.
    fn set(self, query: &GuideQuery, value: Option<&str>) -> GuideQuery {
        let mut query = GuideQuery { page: 1, ..query.clone() };
        match self {
            Self::Audience => query.audience = value.and_then(Audience::from_code),
            Self::Channel => query.channel = value.and_then(Channel::from_code),
            Self::Level => query.level = value.and_then(Level::from_code),
            Self::Theme => query.theme = value.map(str::to_owned),
            Self::Kind => query.kind = value.and_then(ItemKind::from_code),
        }
        query
    }

    /// The words of this filter when it is set.
    fn chosen(self, query: &GuideQuery) -> Option<String> {
        match self {
            Self::Audience => query.audience.map(|value| value.label().into()),
            Self::Channel => query.channel.map(|value| value.label().into()),
            Self::Level => query.level.map(|value| value.label().into()),
            Self::Theme => query.theme.clone(),
            Self::Kind => query.kind.map(|value| value.label().into()),
        }
    }
}

const ALL: [Facet; 5] = [Facet::Audience, Facet::Channel, Facet::Level, Facet::Theme, Facet::Kind];

/// Whether any filter is set.
pub fn is_filtered(query: &GuideQuery) -> bool {
    ALL.iter().any(|facet| facet.chosen(query).is_some())
}

/// The filters that are set, each a link that takes it away.
pub fn chosen_facets(query: &GuideQuery) -> Node {
    let chosen: Vec<Node> = ALL
        .iter()
        .filter_map(|facet| {
            let name = facet.chosen(query)?;
            let chip = el("a")
                .class("chip")
                .attr("href", routes::guides(&facet.set(query, None)))
                .child(el("span").class("sr-only").text(words::REMOVE).text(" "))
                .text(name)
                .child(el("span").attr("aria-hidden", "true").text(" ×"));
            Some(chip.into())
        })
        .collect();
    if chosen.is_empty() {
        return Node::nothing();
    }
    list("chips", chosen).attr("aria-label", words::FILTERS_ON).into()
}

/// The filters that can be set, with how many hits each leaves.
pub fn facet_links(query: &GuideQuery, facets: Facets) -> Node {
    let groups = [
        (Facet::Audience, facets.audience),
        (Facet::Channel, facets.channel),
        (Facet::Level, facets.level),
        (Facet::Theme, facets.theme),
        (Facet::Kind, facets.kind),
    ];
    let groups: Vec<Node> = groups
        .into_iter()
        // A filter that is set stands above the list; one with a single value would change nothing.
        .filter(|(facet, counts)| counts.len() > 1 && facet.chosen(query).is_none())
        .map(|(facet, counts)| group(query, facet, counts))
        .collect();
    if groups.is_empty() {
        return Node::nothing();
    }
    el("details")
        .class("facets")
        .child(el("summary").text(words::FILTERS))
        .child(el("div").class("facets__groups").all(groups))
        .into()
}

fn group(query: &GuideQuery, facet: Facet, counts: Vec<FacetCount>) -> Node {
    let links = counts.into_iter().map(|count| {
        let href = routes::guides(&facet.set(query, Some(&count.value)));
        el("li")
            .child(link(href, count.label).attr("rel", "nofollow"))
            .text(" ")
            .child(el("span").class("facets__count").text(count.count.to_string()))
            .into()
    });
    el("section")
        .class("facets__group")
        .child(el("h2").class("facets__name").text(facet.name()))
        .child(el("ul").all(links))
        .into()
}
