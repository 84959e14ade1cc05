//! A page of results as it lies on the shelf: names are borrowed, so that writing it copies nothing.

use chrono::NaiveDate;
use domain::{
    Audience, ItemCode, ItemKind, Level, RegionCode,
    terms::ShownLimit,
    wire::{Facets, GuideHit, GuidePage, Matched, SameItem, Understood},
};

use crate::ItemHead;

/// A page of results; its text is that of [`GuidePage`].
#[derive(Debug, Clone)]
pub struct ShownPage<'a> {
    /// Hits in all.
    pub total: u32,
    /// From 1.
    pub page: u32,
    /// Hits a page.
    pub size: u32,
    /// The hits of this page.
    pub items: Vec<ShownHit<'a>>,
    /// Counts, when asked for.
    pub facets: Option<Facets>,
    /// What was understood.
    pub understood: Understood,
    /// The nearest matters, when there are no hits.
    pub nearest: Vec<ShownHit<'a>>,
    /// The date of the data.
    pub data_date: NaiveDate,
}

/// One hit; its text is that of [`GuideHit`].
#[derive(Debug, Clone)]
pub struct ShownHit<'a> {
    /// Our code.
    pub code: &'a ItemCode,
    /// The code verbatim as imported.
    pub source_code: &'a str,
    /// The official name.
    pub name: &'a str,
    /// What people call it.
    pub plain_name: Option<&'a str>,
    /// Other names.
    pub aliases: &'a [String],
    /// The organ in charge here.
    pub department: &'a str,
    /// The type.
    pub kind: ItemKind,
    /// Whom it serves.
    pub audience: &'a [Audience],
    /// The promise in days; `None` is unpublished, or published in another unit.
    pub promised_days: Option<u16>,
    /// The promise in its own unit, or what the law allows where no promise is published.
    pub limit: Option<ShownLimit>,
    /// Visits in person; `None` is unpublished.
    pub visits: Option<u8>,
    /// Whether it costs anything; `None` is unpublished.
    pub fee: Option<bool>,
    /// The region of the nearest publication.
    pub region: Option<&'a RegionCode>,
    /// The level of the nearest publication.
    pub level: Option<Level>,
    /// Sample content.
    pub sample: bool,
    /// Why it is here.
    pub matched: Vec<Matched>,
    /// Near-duplicates that stand under this hit.
    pub same: Vec<ShownSame<'a>>,
}

/// A near-duplicate; its text is that of [`SameItem`].
#[derive(Debug, Clone, Copy)]
pub struct ShownSame<'a> {
    /// Our code.
    pub code: &'a ItemCode,
    /// The code verbatim as imported.
    pub source_code: &'a str,
    /// The official name.
    pub name: &'a str,
}

impl<'a> ShownSame<'a> {
    /// A near-duplicate by its head.
    pub fn of(head: &'a ItemHead) -> Self {
        Self { code: &head.code, source_code: &head.source_code, name: &head.name }
    }
}

impl From<ShownPage<'_>> for GuidePage {
    fn from(page: ShownPage<'_>) -> Self {
        let ShownPage { total, page, size, items, facets, understood, nearest, data_date } = page;
        let owned = |hits: Vec<ShownHit<'_>>| hits.into_iter().map(GuideHit::from).collect();
        Self { total, page, size, items: owned(items), facets, understood, nearest: owned(nearest), data_date }
    }
}

impl From<ShownHit<'_>> for GuideHit {
    fn from(hit: ShownHit<'_>) -> Self {
        let same = |same: ShownSame<'_>| SameItem {
            code: same.code.clone(),
            source_code: same.source_code.into(),
            name: same.name.into(),
        };
        Self {
            code: hit.code.clone(),
            source_code: hit.source_code.into(),
            name: hit.name.into(),
            plain_name: hit.plain_name.map(str::to_owned),
            aliases: hit.aliases.to_vec(),
            department: hit.department.into(),
            kind: hit.kind,
            audience: hit.audience.to_vec(),
            promised_days: hit.promised_days,
            limit: hit.limit,
            visits: hit.visits,
            fee: hit.fee,
            region: hit.region.cloned(),
            level: hit.level,
            sample: hit.sample,
            matched: hit.matched,
            same: hit.same.into_iter().map(same).collect(),
        }
    }
}
