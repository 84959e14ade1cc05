//! Which members the API's types have.

use chrono::NaiveDate;
use domain::{
    Audience, Channel, Handling, ItemCode, ItemKind, Level, RegionCode, RegionKind,
    guide::{Basis, Faq, PathStep, RedLine, ResultDocument, Step},
    material::{Material, MaterialFormat, MaterialSource, Necessity, Tolerance},
    place::{Place, PlaceKind},
    provenance::{FieldOrigin, Origin, Provenance, Repair},
    terms::{Fee, FeeRow, Limits, ShownLimit, TimeSpan, TimeUnit},
    wire::*,
};

use super::{FromJson, Json};
use crate::backend::FetchError;

/// A member that is missing here, or named otherwise, does not compile.
macro_rules! objects {
    ($($type:ident { $($member:ident),* $(,)? })*) => { $(
        impl FromJson for $type {
            fn from_json(mut json: Json) -> Option<Self> {
                Some(Self { $($member: json.member(stringify!($member))?,)* })
            }
        }
    )* };
}

objects! {
    GuidePage { total, page, size, items, facets, understood, nearest, data_date }
    GuideHit {
        code, source_code, name, plain_name, aliases, department, kind, audience, promised_days, limit, visits, fee, region,
        level, sample, matched, same,
    }
    Matched { field, text }
    SameItem { code, source_code, name }
    Understood { query, region, elsewhere, dropped, corrected }
    Correction { from, to }
    Facets { level, audience, kind, theme, channel }
    FacetCount { value, label, count }
    GuideDetail {
        code, source_code, name, plain_name, aliases, department, kind, audience, themes, summary, scenario,
        publication, also_at, handling, limits, visits, visits_note, fee, channels, online_url, area, conditions,
        steps, materials, path, red_lines, basis, faq, result, if_refused, provenance, sample, data_date,
    }
    PublicationView { region, source_code, organ, places, hours, phones, complain_phones, provenance }
    Suggestions { items }
    Suggestion { text, code }
    RegionBrief { code, name, full_name, kind, level, parent }
    RegionList { items }
    RequestReceipt { id, code }
    NewRequest { kind, item, region, part, text }
    About { data_date, checksum, sample, counts, sources, figures }
    Counts { items, publications, regions, places }
    Figure { key, label, value, unit, as_of, source, verbatim, note }
    Limits { legal, promise, note }
    ShownLimit { amount, unit, legal }
    TimeSpan { amount, unit }
    Fee { charged, rows }
    FeeRow { name, amount_fen, standard, basis, reduction }
    Step { name, text, time }
    PathStep { actor, action, at }
    RedLine { text, basis, tags }
    Basis { law, article, text, source }
    Faq { question, answer }
    ResultDocument { name, delivery, validity }
    Material { name, necessity, source, format, copies, issuer, note, when, tolerance, any_of }
    Tolerance { makeup, ways, overdue }
    Place { name, kind, address, window, hours, phones, sample }
    Provenance { origin, fields, repairs }
    Origin { file, row, date, approver }
    FieldOrigin { field, origin }
    Repair { field, code, original }
}

macro_rules! code_tables {
    ($($type:ident),* $(,)?) => { $(
        impl FromJson for $type {
            fn from_json(json: Json) -> Option<Self> {
                Self::from_code(&json.text()?)
            }
        }
    )* };
}
code_tables!(
    Audience,
    Channel,
    Handling,
    ItemKind,
    Level,
    MaterialFormat,
    MaterialSource,
    Necessity,
    PlaceKind,
    RegionKind,
    RequestKind,
    TimeUnit,
);

impl FromJson for ItemCode {
    fn from_json(json: Json) -> Option<Self> {
        Self::parse(&json.text()?).ok()
    }
}

impl FromJson for RegionCode {
    fn from_json(json: Json) -> Option<Self> {
        Self::parse(&json.text()?).ok()
    }
}

impl FromJson for NaiveDate {
    fn from_json(json: Json) -> Option<Self> {
        let text = json.text()?;
        let mut parts = text.splitn(3, '-');
        let mut part = || parts.next();
        Self::from_ymd_opt(part()?.parse().ok()?, part()?.parse().ok()?, part()?.parse().ok()?)
    }
}

impl FromJson for RegionDetail {
    /// The region's own members stand beside `children`.
    fn from_json(mut json: Json) -> Option<Self> {
        Some(Self { children: json.member("children")?, region: RegionBrief::from_json(json)? })
    }
}

impl FromJson for RequestView {
    /// The report's own members stand beside what became of it.
    fn from_json(mut json: Json) -> Option<Self> {
        let (id, received_at, state) = (json.member("id")?, json.member("received_at")?, json.member("state")?);
        Some(Self { id, request: NewRequest::from_json(json)?, received_at, state })
    }
}

impl FromJson for FetchError {
    fn from_json(mut json: Json) -> Option<Self> {
        if let Some(detail) = json.take("Refused").text() {
            return Some(Self::Refused(detail));
        }
        [Self::Offline, Self::Timeout, Self::NotFound, Self::Busy, Self::Broken]
            .into_iter()
            .find(|error| json == Json::Text(error.name().into()))
    }
}

#[cfg(test)]
mod tests;
