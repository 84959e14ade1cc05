//! Result lists, guides, suggestions.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::RegionBrief;
use crate::{
    Audience, Channel, Handling, ItemCode, ItemKind, Level, RegionCode,
    guide::{Basis, Faq, PathStep, RedLine, ResultDocument, Step},
    material::Material,
    place::Place,
    provenance::Provenance,
    terms::{Fee, Limits, ShownLimit},
};

/// A page of results.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GuidePage {
    /// Hits in all.
    pub total: u32,
    /// This page, from 1.
    pub page: u32,
    /// Hits a page.
    pub size: u32,
    /// The hits of this page, best first.
    pub items: Vec<GuideHit>,
    /// Counts by facet, when asked for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub facets: Option<Facets>,
    /// How the words were understood.
    pub understood: Understood,
    /// What to try when nothing or little was found: nearest matters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<GuideHit>,
    /// The date of the data.
    pub data_date: NaiveDate,
}

/// One hit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GuideHit {
    /// Our code.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub code: ItemCode,
    /// The code verbatim as imported.
    pub source_code: String,
    /// The official name.
    pub name: String,
    /// What people call it.
    pub plain_name: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// The organ in charge here.
    pub department: String,
    /// The type.
    pub kind: ItemKind,
    /// Whom it serves.
    pub audience: Vec<Audience>,
    /// The promise in days; `None` is unpublished, or published in another unit.
    pub promised_days: Option<u16>,
    /// The promise in its own unit, or what the law allows where no promise is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<ShownLimit>,
    /// Visits in person; `None` is unpublished.
    pub visits: Option<u8>,
    /// Whether it costs anything; `None` is unpublished.
    pub fee: Option<bool>,
    /// The region of the nearest publication.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub region: Option<RegionCode>,
    /// The level of the nearest publication.
    pub level: Option<Level>,
    /// Sample content.
    pub sample: bool,
    /// Why it is here.
    pub matched: Vec<Matched>,
    /// Near-duplicates that stand under this hit.
    pub same: Vec<SameItem>,
}

/// A field that matched and the words in it that did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Matched {
    /// The field: name, plain_name, alias, department, theme, keyword.
    pub field: String,
    /// The words.
    pub text: String,
}

/// A near-duplicate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SameItem {
    /// Our code.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub code: ItemCode,
    /// The code verbatim as imported.
    pub source_code: String,
    /// The official name.
    pub name: String,
}

/// How a query was understood.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Understood {
    /// The words that were searched for.
    pub query: String,
    /// The region named in the words, when one was.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub region: Option<RegionBrief>,
    /// Set when the named region is known by name only, and the words were searched for in the citizen's own
    /// region: a phone without network.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub elsewhere: Option<bool>,
    /// Words left out: question phrases, fillers.
    pub dropped: Vec<String>,
    /// Words read as other words.
    pub corrected: Vec<Correction>,
}

/// A word that was read as another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Correction {
    /// As typed.
    pub from: String,
    /// As read.
    pub to: String,
}

/// Counts by facet; a value that no hit has is left out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Facets {
    /// By level of the nearest publication.
    pub level: Vec<FacetCount>,
    /// By audience.
    pub audience: Vec<FacetCount>,
    /// By type.
    pub kind: Vec<FacetCount>,
    /// By theme.
    pub theme: Vec<FacetCount>,
    /// By channel.
    pub channel: Vec<FacetCount>,
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FacetCount {
    /// The value as it stands in a query.
    pub value: String,
    /// The words a citizen reads.
    pub label: String,
    /// How many hits have it.
    pub count: u32,
}

/// A guide as it holds in one region.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GuideDetail {
    /// Our code.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub code: ItemCode,
    /// The code verbatim as imported.
    pub source_code: String,
    /// The official name.
    pub name: String,
    /// What people call it.
    pub plain_name: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// The kind of organ in charge.
    pub department: String,
    /// The type.
    pub kind: ItemKind,
    /// Whom it serves.
    pub audience: Vec<Audience>,
    /// Themes.
    pub themes: Vec<String>,
    /// What it is, in plain words.
    pub summary: Option<String>,
    /// Who needs it and when.
    pub scenario: Option<String>,
    /// The nearest publication; `None` when no region of the scope publishes it.
    pub publication: Option<PublicationView>,
    /// Other levels of the scope that publish it, nearest first.
    pub also_at: Vec<RegionBrief>,
    /// At once or promised.
    pub handling: Option<Handling>,
    /// Time limits.
    pub limits: Limits,
    /// Visits in person.
    pub visits: Option<u8>,
    /// Why one must go in person.
    pub visits_note: Option<String>,
    /// What it costs.
    pub fee: Option<Fee>,
    /// Channels.
    pub channels: Vec<Channel>,
    /// Online service, verbatim as published.
    pub online_url: Option<String>,
    /// Area in which any window takes it.
    pub area: Option<String>,
    /// Conditions.
    pub conditions: Vec<String>,
    /// Steps.
    pub steps: Vec<Step>,
    /// Materials.
    pub materials: Vec<Material>,
    /// Path to the window.
    pub path: Vec<PathStep>,
    /// Red lines.
    pub red_lines: Vec<RedLine>,
    /// The law.
    pub basis: Vec<Basis>,
    /// Questions and answers.
    pub faq: Vec<Faq>,
    /// What one gets in the end.
    pub result: Option<ResultDocument>,
    /// What to do when refused.
    pub if_refused: Vec<String>,
    /// Where the item comes from.
    pub provenance: Provenance,
    /// Sample content.
    pub sample: bool,
    /// The date of the data.
    pub data_date: NaiveDate,
}

/// The publication that a guide shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicationView {
    /// The publishing region.
    pub region: RegionBrief,
    /// This region's own code, when it differs.
    pub source_code: Option<String>,
    /// The organ.
    pub organ: Option<String>,
    /// Where to go.
    pub places: Vec<Place>,
    /// Opening hours, when all places share them.
    pub hours: Option<String>,
    /// Phones for questions.
    pub phones: Vec<String>,
    /// Phones for complaints.
    pub complain_phones: Vec<String>,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// Suggestions while typing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Suggestions {
    /// Best first.
    pub items: Vec<Suggestion>,
}

/// One suggestion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Suggestion {
    /// What to show and search for.
    pub text: String,
    /// The item, when it names exactly one.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub code: Option<ItemCode>,
}

/// Places of a region.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlaceList {
    /// The places, nearest level first.
    pub items: Vec<PlaceView>,
}

/// A place and the region it serves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlaceView {
    /// The place.
    #[serde(flatten)]
    pub place: Place,
    /// The region it serves.
    pub region: RegionBrief,
}
