use domain::{Audience, ItemCode, ItemKind, Level, RegionCode, RegionKind, place::*, terms::*, wire::*};
use proptest::prelude::*;
use serde::Serialize;

use super::*;
use crate::{ShownHit, ShownPage, ShownSame};

fn is_serdes_form<T: ToJson + Serialize>(value: &T) {
    assert_eq!(to_json(value), serde_json::to_string(value).unwrap());
}

fn region() -> RegionBrief {
    RegionBrief {
        code: RegionCode::parse("210102").unwrap(),
        name: "和平区".into(),
        full_name: "辽宁省 沈阳市 和平区".into(),
        kind: RegionKind::County,
        level: Level::County,
        parent: None,
    }
}

/// What the hits of a page borrow from.
struct Behind {
    code: ItemCode,
    region: RegionCode,
    aliases: Vec<String>,
}

fn behind(text: &str) -> Behind {
    let aliases = vec![text.into(), String::new()];
    Behind { code: ItemCode::parse("a-1").unwrap(), region: region().code, aliases }
}

fn hit<'a>(behind: &'a Behind, text: &'a str) -> ShownHit<'a> {
    ShownHit {
        code: &behind.code,
        source_code: text,
        name: text,
        plain_name: Some(text),
        aliases: &behind.aliases,
        department: "公安局",
        kind: ItemKind::PublicService,
        audience: &[Audience::Legal, Audience::Natural],
        promised_days: Some(65534),
        limit: Some(ShownLimit { amount: 9, unit: TimeUnit::Month, legal: true }),
        visits: Some(0),
        fee: Some(false),
        region: Some(&behind.region),
        level: Some(Level::Village),
        sample: true,
        matched: vec![Matched { field: "name".into(), text: text.into() }],
        same: vec![ShownSame { code: &behind.code, source_code: text, name: text }],
    }
}

fn page<'a>(behind: &'a Behind, text: &'a str, n: u32, full: bool) -> ShownPage<'a> {
    let count = || FacetCount { value: "01".into(), label: text.into(), count: n };
    let bare = ShownHit {
        plain_name: None,
        promised_days: None,
        limit: None,
        visits: None,
        fee: None,
        region: None,
        level: None,
        ..hit(behind, text)
    };
    ShownPage {
        total: n,
        page: 1,
        size: 20,
        items: vec![hit(behind, text), bare],
        facets: full.then(|| Facets { level: vec![count(), count()], ..Facets::default() }),
        understood: Understood {
            query: text.into(),
            region: full.then(region),
            elsewhere: full.then_some(true),
            dropped: vec![text.into()],
            corrected: vec![Correction { from: text.into(), to: text.into() }],
        },
        nearest: if full { vec![hit(behind, text)] } else { Vec::new() },
        data_date: chrono::NaiveDate::from_ymd_opt(2026, 1, 9).unwrap(),
    }
}

#[test]
fn places_and_suggestions_are_written_as_serde_writes_them() {
    let place = Place {
        name: "大厅".into(),
        kind: Some(PlaceKind::Centre),
        address: None,
        window: Some("3 号".into()),
        hours: None,
        phones: vec!["024-1".into()],
        sample: false,
    };
    is_serdes_form(&PlaceList { items: vec![PlaceView { place, region: region() }] });
    is_serdes_form(&PlaceList::default());
    let named = Suggestion { text: "身份证".into(), code: Some(ItemCode::parse("x").unwrap()) };
    is_serdes_form(&Suggestions { items: vec![named, Suggestion { text: "\u{1}\u{1f}\u{7f}".into(), code: None }] });
}

#[test]
fn a_date_of_any_year_is_written_as_serde_writes_it() {
    for (year, month, day) in [(2026, 11, 2), (33, 1, 1), (0, 12, 31), (12345, 6, 7), (-7, 6, 7), (-12345, 1, 1)] {
        is_serdes_form(&DateOnly(chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap()));
    }
}

/// A date by itself.
#[derive(Serialize)]
#[serde(transparent)]
struct DateOnly(chrono::NaiveDate);

impl ToJson for DateOnly {
    fn put(&self, out: &mut String) {
        self.0.put(out);
    }
}

proptest! {
    #[test]
    fn a_page_is_written_as_serde_writes_it(text in any::<String>(), n in any::<u32>(), full in any::<bool>()) {
        let behind = behind(&text);
        let page = page(&behind, &text, n, full);
        prop_assert_eq!(to_json(&page), serde_json::to_string(&GuidePage::from(page)).unwrap());
    }

    #[test]
    fn every_text_is_escaped_as_serde_escapes_it(text in "[\\x00-\\x7f\u{80}-\u{2100}]{0,40}") {
        is_serdes_form(&text);
    }
}
