//! A small snapshot: six regions, five items, two of them near-duplicates.

use std::path::Path;

use catalogue::snapshot::{BuildMeta, SnapshotBuilder, Source};
use chrono::{DateTime, NaiveDate};
use domain::{
    Audience, Channel, Guide, Item, ItemCode, ItemKind, Level, Publication, Region, RegionCode, RegionKind,
    RegionTable,
    material::{Material, Necessity},
    place::{Place, PlaceKind},
    policy::BookParts,
    provenance::Provenance,
    publication::LocalTerms,
    terms::{Fee, Limits, TimeSpan, TimeUnit},
};

/// 和平区, where the tests live.
pub const HEPING: &str = "210102000000";

/// Writes the snapshot; `mark` tells one from another.
pub fn write(path: &Path, mark: &str) {
    let meta = BuildMeta {
        data_date: NaiveDate::from_ymd_opt(2026, 11, 1).unwrap(),
        built_at: DateTime::parse_from_rfc3339("2026-11-02T08:00:00+08:00").unwrap(),
        sources: vec![Source { file: format!("{mark}.tsv"), rows: 5, date: None }],
    };
    let mut builder = SnapshotBuilder::new(RegionTable::build(regions()).unwrap(), meta);
    builder.set_policies(policies());
    for item in items(mark) {
        builder.add_item(item);
    }
    for publication in publications() {
        builder.add_publication(publication);
    }
    builder.write(path).unwrap();
}

/// Two policies: one for firms, one for old people.
fn policies() -> BookParts {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../catalogue/src/policies/tests");
    catalogue::policies::load(Path::new(folder)).unwrap().parts
}

fn regions() -> Vec<Region> {
    let region = |code: &str, name: &str, kind, level, parent: Option<&str>| Region {
        code: RegionCode::parse(code).unwrap(),
        name: name.into(),
        kind,
        level,
        parent: parent.map(|p| RegionCode::parse(p).unwrap()),
    };
    vec![
        region("21", "辽宁省", RegionKind::Province, Level::Province, None),
        region("2101", "沈阳市", RegionKind::City, Level::City, Some("21")),
        region("2102", "大连市", RegionKind::City, Level::City, Some("21")),
        region("210102", "和平区", RegionKind::County, Level::County, Some("2101")),
        region("210102001", "浑河湾街道", RegionKind::Township, Level::Township, Some("210102")),
        region("210102001001", "振兴社区", RegionKind::Village, Level::Village, Some("210102001")),
    ]
}

fn items(mark: &str) -> Vec<Item> {
    let item = |code: &str, name: &str, department: &str, popularity| Item {
        code: ItemCode::parse(code).unwrap(),
        source_code: format!("112100000001{code}"),
        name: name.into(),
        plain_name: None,
        aliases: Vec::new(),
        department: department.into(),
        kind: ItemKind::PublicService,
        audience: vec![Audience::Natural],
        themes: vec!["户籍证件".into()],
        popularity,
        levels: Vec::new(),
        guide: Guide::default(),
        sample: true,
        provenance: Provenance::default(),
    };
    let mut card = item("t-sfz-bl", "居民身份证补领", "公安局", 900);
    card.plain_name = Some("补办身份证".into());
    card.aliases = vec![mark.to_owned()];
    card.guide = Guide {
        summary: Some("身份证丢了，补办一张。".into()),
        limits: Limits { promise: Some(span(20)), ..Limits::default() },
        visits: Some(1),
        fee: Some(Fee { charged: true, rows: Vec::new() }),
        channels: vec![Channel::Window],
        materials: materials(),
        ..Guide::default()
    };
    let mut firm = item("t-gs-sl", "公司设立登记", "市场监督管理局", 500);
    firm.kind = ItemKind::License;
    firm.audience = vec![Audience::Legal];
    firm.themes = vec!["设立变更".into()];
    let mut passport = item("t-hz-qf", "普通护照签发", "公安局", 700);
    passport.guide.limits.legal = Some(span(7));
    vec![
        card,
        firm,
        passport,
        item("t-lsjz", "临时救助给付", "民政局", 300),
        item("t-lsjz-2", "临时救助给付", "民政局", 200),
    ]
}

/// A paper that a rule replaces, one that nobody drops, one for some people only, and a name that says nothing.
fn materials() -> Vec<Material> {
    let required = |name: &str| Material { necessity: Some(Necessity::Required), ..Material::named(name) };
    vec![
        required("居民户口簿"),
        required("居民身份证领取凭证"),
        Material { when: Some("请人代办时".into()), ..required("授权委托书") },
        required("其他材料"),
    ]
}

fn publications() -> Vec<Publication> {
    let publication = |item: &str, region: &str| Publication {
        item: ItemCode::parse(item).unwrap(),
        region: RegionCode::parse(region).unwrap(),
        source_code: None,
        organ: None,
        places: Vec::new(),
        consult: vec!["12345".into()],
        complain: Vec::new(),
        terms: LocalTerms::default(),
        provenance: Provenance::default(),
    };
    let mut near = publication("t-sfz-bl", HEPING);
    near.organ = Some("和平区公安分局（样例）".into());
    near.terms.limits = Some(Limits { promise: Some(span(10)), ..Limits::default() });
    near.terms.channels = Some(vec![Channel::Window, Channel::Web]);
    near.places = vec![Place {
        name: "和平区政务服务中心（样例）".into(),
        kind: Some(PlaceKind::Centre),
        address: None,
        window: Some("3 号窗口".into()),
        hours: Some("工作日 9:00-17:00".into()),
        phones: Vec::new(),
        sample: true,
    }];
    vec![
        near,
        publication("t-sfz-bl", "21"),
        publication("t-hz-qf", "2101"),
        publication("t-hz-qf", "2102"),
        publication("t-gs-sl", "2102"),
        publication("t-lsjz", "21"),
        publication("t-lsjz-2", "21"),
    ]
}

fn span(days: u16) -> TimeSpan {
    TimeSpan { amount: days, unit: TimeUnit::WorkingDay }
}
