//! Filters as links: each adds one condition or takes it away, with or without script.

use domain::{
    Audience, Channel, ItemKind, Level,
    wire::{FacetCount, Facets, GuideQuery},
};
use leptos::prelude::*;

use crate::{routes, text::results as words};

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
pub fn chosen_facets(query: &GuideQuery) -> AnyView {
    let chosen = ALL
        .iter()
        .filter_map(|facet| {
            let name = facet.chosen(query)?;
            let href = routes::guides(&facet.set(query, None));
            Some(
                view! {
                    <li><a class="chip" href=href><span class="sr-only">{words::REMOVE}" "</span>{name}
                        <span class="chip__cross" aria-hidden="true">"×"</span></a></li>
                }
                .into_any(),
            )
        })
        .collect::<Vec<_>>();
    if chosen.is_empty() {
        return ().into_any();
    }
    view! { <ul class="chips" aria-label=words::FILTERS_ON>{chosen}</ul> }.into_any()
}

/// The filters that can be set, with how many hits each leaves.
pub fn facet_links(query: &GuideQuery, facets: Facets) -> AnyView {
    let groups = [
        (Facet::Audience, facets.audience),
        (Facet::Channel, facets.channel),
        (Facet::Level, facets.level),
        (Facet::Theme, facets.theme),
        (Facet::Kind, facets.kind),
    ];
    let groups = groups
        .into_iter()
        // A filter that is set stands above the list; one with a single value would change nothing.
        .filter(|(facet, counts)| counts.len() > 1 && facet.chosen(query).is_none())
        .map(|(facet, counts)| group(query, facet, counts))
        .collect::<Vec<_>>();
    if groups.is_empty() {
        return ().into_any();
    }
    view! {
        <details class="facets">
            <summary>{words::FILTERS}</summary>
            <div class="facets__groups">{groups}</div>
        </details>
    }
    .into_any()
}

fn group(query: &GuideQuery, facet: Facet, counts: Vec<FacetCount>) -> AnyView {
    let links = counts
        .into_iter()
        .map(|count| {
            let href = routes::guides(&facet.set(query, Some(&count.value)));
            view! { <li><a href=href rel="nofollow">{count.label}</a>" "<span class="facets__count">{count.count}</span></li> }
                .into_any()
        })
        .collect::<Vec<_>>();
    view! {
        <section class="facets__group">
            <h2 class="facets__name">{facet.name()}</h2>
            <ul>{links}</ul>
        </section>
    }
    .into_any()
}
