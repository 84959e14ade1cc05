//! Which members the API's types have, in the order of their declaration.

use chrono::{Datelike, NaiveDate};
use domain::{
    Audience, ItemCode, ItemKind, Level, RegionCode, RegionKind,
    place::{Place, PlaceKind},
    terms::{ShownLimit, TimeUnit},
    wire::*,
};

use super::{Present, ToJson, put_digits, put_name};
use crate::{ShownHit, ShownPage, ShownSame};

/// Whom to ring about an item: what a phone tells when it has no guide.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// Our code.
    pub code: ItemCode,
    /// The official name.
    pub name: String,
    /// The organ; `None` is unpublished.
    pub organ: Option<String>,
    /// The region of the nearest publication.
    pub region: RegionBrief,
    /// Phones for questions.
    pub phones: Vec<String>,
}

/// `member if present` is left out when it is `None` or empty.
macro_rules! objects {
    ($($type:ident $(<$life:lifetime>)? { $($member:ident $(if $rule:ident)?),* $(,)? })*) => { $(
        impl $(<$life>)? ToJson for $type $(<$life>)? {
            fn put(&self, out: &mut String) {
                out.push('{');
                $(if true $(&& self.$member.$rule())? {
                    put_name(stringify!($member), out);
                    self.$member.put(out);
                })*
                out.push('}');
            }
        }
    )* };
}

objects! {
    ShownPage<'a> { total, page, size, items, facets if present, understood, nearest if present, data_date }
    ShownHit<'a> {
        code, source_code, name, plain_name, aliases, department, kind, audience, promised_days,
        limit if present, visits, fee, region, level, sample, matched, same,
    }
    ShownLimit { amount, unit, legal }
    Matched { field, text }
    ShownSame<'a> { code, source_code, name }
    Understood { query, region if present, elsewhere if present, dropped, corrected }
    Correction { from, to }
    Facets { level, audience, kind, theme, channel }
    FacetCount { value, label, count }
    Suggestions { items }
    Suggestion { text, code if present }
    RegionBrief { code, name, full_name, kind, level, parent }
    RegionList { items }
    PlaceList { items }
    Contact { code, name, organ, region, phones }
}

impl ToJson for RegionDetail {
    /// The region's own members stand beside its children.
    fn put(&self, out: &mut String) {
        self.region.put(out);
        out.pop();
        put_name("children", out);
        self.children.put(out);
        out.push('}');
    }
}

impl ToJson for PlaceView {
    /// The place's own members stand beside its region.
    fn put(&self, out: &mut String) {
        let Place { name, kind, address, window, hours, phones, sample } = &self.place;
        out.push('{');
        put_name("name", out);
        name.put(out);
        put_name("kind", out);
        kind.put(out);
        for (member, value) in [("address", address), ("window", window), ("hours", hours)] {
            put_name(member, out);
            value.put(out);
        }
        put_name("phones", out);
        phones.put(out);
        put_name("sample", out);
        sample.put(out);
        put_name("region", out);
        self.region.put(out);
        out.push('}');
    }
}

macro_rules! code_tables {
    ($($type:ident),* $(,)?) => { $(
        impl ToJson for $type {
            fn put(&self, out: &mut String) {
                self.code().put(out);
            }
        }
    )* };
}
code_tables!(Audience, ItemKind, Level, PlaceKind, RegionKind, TimeUnit);

impl ToJson for ItemCode {
    fn put(&self, out: &mut String) {
        self.as_str().put(out);
    }
}

impl ToJson for RegionCode {
    fn put(&self, out: &mut String) {
        self.as_str().put(out);
    }
}

impl ToJson for NaiveDate {
    fn put(&self, out: &mut String) {
        let year = self.year();
        out.push('"');
        if (0..=9999).contains(&year) {
            put_digits(year.unsigned_abs(), 4, out);
        } else {
            out.push(if year < 0 { '-' } else { '+' });
            put_digits(year.unsigned_abs(), 4, out);
        }
        for part in [self.month(), self.day()] {
            out.push('-');
            put_digits(part, 2, out);
        }
        out.push('"');
    }
}
