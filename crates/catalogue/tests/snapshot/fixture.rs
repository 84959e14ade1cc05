//! A small province with a few items.

use catalogue::snapshot::{BuildMeta, SnapshotBuilder, Source};
use chrono::{DateTime, NaiveDate};
use domain::{
    Audience, Channel, Guide, Item, ItemCode, ItemKind, Level, Publication, Region, RegionCode, RegionKind,
    RegionTable,
    material::Material,
    place::{Place, PlaceKind},
    provenance::{Origin, Provenance},
    publication::LocalTerms,
    terms::{Fee, Limits, TimeSpan, TimeUnit},
};
use search::Lexicon;

pub const PROVINCE: &str = "210000000000";
pub const COUNTY: &str = "210102000000";
pub const VILLAGE: &str = "210102001002";

pub fn regions() -> RegionTable {
    let rows = [
        (PROVINCE, "辽宁省", RegionKind::Province, Level::Province, None),
        ("210100000000", "沈阳市", RegionKind::City, Level::City, Some(PROVINCE)),
        (COUNTY, "和平区", RegionKind::County, Level::County, Some("210100000000")),
        ("210102001000", "浑河湾街道", RegionKind::Township, Level::Township, Some(COUNTY)),
        (VILLAGE, "水源地社区", RegionKind::Village, Level::Village, Some("210102001000")),
    ];
    let region = |(code, name, kind, level, parent): (&str, &str, _, _, Option<&str>)| Region {
        code: region_code(code),
        name: name.into(),
        kind,
        level,
        parent: parent.map(region_code),
    };
    RegionTable::build(rows.into_iter().map(region).collect()).unwrap()
}

pub fn region_code(code: &str) -> RegionCode {
    RegionCode::parse(code).unwrap()
}

pub fn item_code(code: &str) -> ItemCode {
    ItemCode::parse(code).unwrap()
}

pub fn item(code: &str, name: &str) -> Item {
    Item {
        code: item_code(code),
        source_code: format!("SRC{code}"),
        name: name.into(),
        plain_name: Some(format!("办{name}")),
        aliases: vec!["别名".into()],
        department: "公安局".into(),
        kind: ItemKind::Confirmation,
        audience: vec![Audience::Natural],
        levels: vec![Level::County],
        themes: vec!["户籍证件".into()],
        popularity: 500,
        guide: Guide {
            limits: Limits { promise: Some(working_days(20)), ..Limits::default() },
            visits: Some(1),
            fee: Some(Fee { charged: true, rows: Vec::new() }),
            channels: vec![Channel::Window, Channel::Kiosk],
            materials: vec![Material::named("居民户口簿")],
            ..Guide::default()
        },
        sample: true,
        provenance: Provenance {
            origin: Origin { file: "items.tsv".into(), row: 3, date: Some(date()), approver: None },
            ..Provenance::default()
        },
    }
}

pub fn publication(code: &str, region: &str) -> Publication {
    Publication {
        item: item_code(code),
        region: region_code(region),
        source_code: None,
        organ: Some(format!("{region}公安局")),
        places: vec![place("样例办理点")],
        consult: vec!["12345".into()],
        complain: vec!["12345".into()],
        terms: LocalTerms::default(),
        provenance: Provenance::default(),
    }
}

pub fn place(name: &str) -> Place {
    Place {
        name: name.into(),
        kind: Some(PlaceKind::Window),
        address: None,
        window: None,
        hours: Some("工作日 9:00-16:00".into()),
        phones: vec!["12345".into()],
        sample: true,
    }
}

pub fn working_days(amount: u16) -> TimeSpan {
    TimeSpan { amount, unit: TimeUnit::WorkingDay }
}

pub fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

pub fn builder() -> SnapshotBuilder {
    let mut builder = SnapshotBuilder::new(
        regions(),
        BuildMeta {
            data_date: date(),
            built_at: DateTime::parse_from_rfc3339("2026-11-22T04:00:00+08:00").unwrap(),
            sources: vec![Source { file: "items.tsv".into(), rows: 3, date: Some(date()) }],
        },
    );
    // Opened again and again: rules would cost more than all else.
    builder.keep_papers(no_papers());
    // The words of the project are longer than the rest of these small files.
    builder.set_words(Lexicon::default().to_bytes());
    builder
}

/// Three items; a1 at every level, b2 at the county on terms of its own, c3 nowhere.
pub fn filled() -> SnapshotBuilder {
    let mut builder = builder();
    for (code, name) in [("a1", "居民身份证补领"), ("b2", "出生登记"), ("c3", "普通护照签发")] {
        builder.add_item(item(code, name));
    }
    for region in [PROVINCE, COUNTY, VILLAGE] {
        builder.add_publication(publication("a1", region));
    }
    builder.add_publication(own_terms());
    builder
}

pub fn own_terms() -> Publication {
    Publication {
        terms: LocalTerms {
            limits: Some(Limits { promise: Some(working_days(5)), ..Limits::default() }),
            visits: Some(0),
            fee: Some(Fee { charged: false, rows: Vec::new() }),
            channels: Some(vec![Channel::Web]),
            ..LocalTerms::default()
        },
        ..publication("b2", COUNTY)
    }
}

/// No rules about papers at all.
pub fn no_papers() -> bag::WorldSource {
    bag::WorldSource {
        rules: domain::papers::RulebookSource::default(),
        bundles: vec![],
        calendar: vec![],
        data_date: chrono::NaiveDate::MIN,
    }
}
