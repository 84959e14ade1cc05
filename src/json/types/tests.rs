use super::*;
use crate::json::read;

fn is_read_as_written<T: FromJson + serde::Serialize + PartialEq + std::fmt::Debug>(value: T) {
    let text = serde_json::to_string(&value).unwrap();
    assert_eq!(read::<T>(&text).as_ref(), Some(&value), "{text}");
}

fn region() -> RegionBrief {
    RegionBrief {
        code: RegionCode::parse("210102").unwrap(),
        name: "和平区".into(),
        full_name: "辽宁省 沈阳市 和平区".into(),
        kind: RegionKind::County,
        level: Level::County,
        parent: RegionCode::parse("2101").ok(),
    }
}

fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn provenance() -> Provenance {
    let origin = Origin { file: "a.xlsx".into(), row: 7, date: Some(date()), approver: Some("审核人".into()) };
    Provenance {
        origin: origin.clone(),
        fields: vec![FieldOrigin { field: "fee".into(), origin }],
        repairs: vec![Repair { field: "name".into(), code: "traditional".into(), original: "證".into() }],
    }
}

fn material() -> Material {
    Material {
        necessity: Some(Necessity::Later),
        source: Some(MaterialSource::Government),
        format: Some(MaterialFormat::AutomaticOrSubmit),
        copies: Some(2),
        issuer: Some("公安".into()),
        note: Some("“原件”\n带上".into()),
        when: Some("委托时".into()),
        tolerance: Some(Tolerance {
            makeup: Some(TimeSpan { amount: 5, unit: TimeUnit::WorkingDay }),
            ways: vec!["现场".into()],
            overdue: Some("退回".into()),
        }),
        any_of: Some("住址".into()),
        ..Material::named("身份证")
    }
}

fn detail() -> GuideDetail {
    let place = Place {
        name: "样例中心".into(),
        kind: Some(PlaceKind::Centre),
        address: Some("路".into()),
        window: Some("1".into()),
        hours: Some("8:30".into()),
        phones: vec!["12345".into()],
        sample: true,
    };
    let row = FeeRow {
        name: "工本费".into(),
        amount_fen: Some(4000),
        standard: Some("每证".into()),
        basis: Some("文".into()),
        reduction: Some("免".into()),
    };
    GuideDetail {
        code: ItemCode::parse("ln-sfz-bl").unwrap(),
        source_code: "000109001000".into(),
        name: "居民身份证补领".into(),
        plain_name: Some("身份证丢了".into()),
        aliases: vec!["补证".into()],
        department: "公安局".into(),
        kind: ItemKind::Confirmation,
        audience: Audience::ALL.to_vec(),
        themes: vec!["户籍证件".into()],
        summary: Some("补".into()),
        scenario: None,
        publication: Some(PublicationView {
            region: region(),
            source_code: Some("1".into()),
            organ: Some("分局".into()),
            places: vec![place],
            hours: None,
            phones: vec!["12345".into()],
            complain_phones: vec!["12345".into()],
            provenance: provenance(),
        }),
        also_at: vec![region()],
        handling: Some(Handling::Promised),
        limits: Limits {
            legal: Some(TimeSpan { amount: 60, unit: TimeUnit::Day }),
            promise: None,
            note: Some("n".into()),
        },
        visits: Some(1),
        visits_note: Some("v".into()),
        fee: Some(Fee { charged: true, rows: vec![row] }),
        channels: Channel::ALL.to_vec(),
        online_url: Some("/online".into()),
        area: Some("全省".into()),
        conditions: vec!["c".into()],
        steps: vec![Step { name: "申请".into(), text: "t".into(), time: Some("1".into()) }],
        materials: vec![material(), Material::named("照片")],
        path: vec![PathStep { actor: "您".into(), action: "去".into(), at: Some("窗口".into()) }],
        red_lines: vec![RedLine { text: "r".into(), basis: Some("b".into()), tags: vec!["108".into()] }],
        basis: vec![Basis {
            law: "法".into(),
            article: Some("一".into()),
            text: Some("x".into()),
            source: Some("s".into()),
        }],
        faq: vec![Faq { question: "q".into(), answer: "a".into() }],
        result: Some(ResultDocument {
            name: "证".into(), delivery: Some("寄".into()), validity: Some("十年".into())
        }),
        if_refused: vec!["f".into()],
        provenance: provenance(),
        sample: true,
        data_date: date(),
    }
}

fn page() -> GuidePage {
    let hit = GuideHit {
        code: ItemCode::parse("a").unwrap(),
        source_code: "1".into(),
        name: "n".into(),
        plain_name: None,
        aliases: vec!["b".into()],
        department: "d".into(),
        kind: ItemKind::License,
        audience: vec![Audience::Legal],
        promised_days: Some(0),
        limit: Some(ShownLimit { amount: 9, unit: TimeUnit::Month, legal: true }),
        visits: Some(0),
        fee: Some(false),
        region: RegionCode::parse("21Z000000001").ok(),
        level: Some(Level::Village),
        sample: false,
        matched: vec![Matched { field: "name".into(), text: "n".into() }],
        same: vec![SameItem { code: ItemCode::parse("b").unwrap(), source_code: "2".into(), name: "m".into() }],
    };
    let counts = vec![FacetCount { value: "01".into(), label: "行政许可".into(), count: 3 }];
    GuidePage {
        total: 1,
        page: 1,
        size: 20,
        items: vec![hit.clone()],
        facets: Some(Facets { kind: counts, ..Facets::default() }),
        understood: Understood {
            query: "q".into(),
            region: Some(region()),
            elsewhere: Some(true),
            dropped: vec!["怎么".into()],
            corrected: vec![Correction { from: "a".into(), to: "b".into() }],
        },
        nearest: vec![hit],
        data_date: date(),
    }
}

#[test]
fn guides_are_read_as_they_are_written() {
    is_read_as_written(detail());
    is_read_as_written(page());
    is_read_as_written(GuidePage { facets: None, nearest: Vec::new(), ..page() });
    is_read_as_written::<Result<Option<GuideDetail>, FetchError>>(Ok(Some(detail())));
    is_read_as_written::<Result<Option<GuideDetail>, FetchError>>(Ok(None));
    is_read_as_written(Suggestions {
        items: vec![
            Suggestion { text: "t".into(), code: None },
            Suggestion { text: "u".into(), code: ItemCode::parse("a").ok() },
        ],
    });
}

#[test]
fn regions_reports_and_figures_are_read_as_they_are_written() {
    is_read_as_written(RegionList { items: vec![region()] });
    is_read_as_written(RegionDetail { region: region(), children: vec![RegionBrief { parent: None, ..region() }] });
    let receipt = RequestReceipt { id: "1".into(), code: "2".into() };
    let request = NewRequest {
        kind: RequestKind::ExtraPaper,
        item: Some("a".into()),
        region: None,
        part: Some("fee".into()),
        text: "t".into(),
    };
    let view = RequestView {
        id: "1".into(),
        request,
        received_at: "2026-11-22T10:00:00+08:00".into(),
        state: "received".into(),
    };
    is_read_as_written(receipt);
    is_read_as_written(view);
    let figure = Figure {
        key: "k".into(),
        label: "l".into(),
        value: "47.3".into(),
        unit: "万项".into(),
        as_of: "2023".into(),
        source: "s".into(),
        verbatim: "v".into(),
        note: None,
    };
    is_read_as_written(About {
        data_date: date(),
        checksum: "c".into(),
        sample: true,
        counts: Counts { items: 1, publications: 2, regions: 3, places: 4 },
        sources: vec!["s".into()],
        figures: vec![figure],
    });
}

#[test]
fn every_error_is_read_as_it_is_written() {
    use FetchError::{Broken, Busy, NotFound, Offline, Refused, Timeout};
    for error in [Offline, Timeout, NotFound, Busy, Refused("r".into()), Broken] {
        is_read_as_written(error.clone());
        is_read_as_written::<Result<u32, FetchError>>(Err(error));
    }
}

#[test]
fn a_value_of_another_shape_is_refused() {
    assert_eq!(read::<RegionBrief>("{\"code\":\"2101\"}"), None);
    assert_eq!(read::<u8>("300"), None);
    assert_eq!(read::<NaiveDate>("\"2026-13-01\""), None);
    assert_eq!(read::<ItemKind>("\"77\""), None);
}
