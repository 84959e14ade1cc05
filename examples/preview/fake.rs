//! Answers from the sample catalogue's files, without a snapshot.

use std::fs;

use domain::{
    Audience, Guide, ItemCode, ItemKind, Level, RegionCode, RegionKind,
    place::Place,
    provenance::{Origin, Provenance},
    wire::*,
};
use portal::backend::{Answer, Backend, FetchError};

/// The backend of the preview.
pub struct Fake;

fn answer<T: Send + 'static>(value: Result<T, FetchError>) -> Answer<T> {
    Box::pin(std::future::ready(value))
}

fn region(code: &str, full_name: &str, level: Level, kind: RegionKind, parent: Option<&str>) -> RegionBrief {
    RegionBrief {
        code: RegionCode::parse(code).expect("a code of this file"),
        name: full_name.rsplit(' ').next().unwrap_or_default().into(),
        full_name: full_name.into(),
        kind,
        level,
        parent: parent.and_then(|code| RegionCode::parse(code).ok()),
    }
}

fn regions() -> Vec<RegionBrief> {
    let mut all = vec![region("21", "辽宁省", Level::Province, RegionKind::Province, None)];
    let cities = "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛";
    for (at, city) in cities.split(' ').enumerate() {
        let code = format!("21{:02}", at + 1);
        all.push(region(&code, &format!("辽宁省 {city}市"), Level::City, RegionKind::City, Some("21")));
    }
    let counties = "和平区 沈河区 大东区 皇姑区 铁西区 苏家屯区 浑南区 沈北新区 于洪区 辽中区 康平县 法库县 新民市";
    for (at, county) in counties.split(' ').enumerate() {
        let code = format!("2101{:02}", at + 2);
        let name = format!("辽宁省 沈阳市 {county}");
        all.push(region(&code, &name, Level::County, RegionKind::County, Some("2101")));
    }
    all
}

fn find(code: &str) -> Option<RegionBrief> {
    regions().into_iter().find(|region| region.code.as_str() == code)
}

struct Row {
    code: String,
    name: String,
    plain_name: Option<String>,
    aliases: Vec<String>,
    department: String,
    theme: String,
}

fn rows() -> Vec<Row> {
    let text = fs::read_to_string("data/catalogue/items.tsv").unwrap_or_default();
    text.lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<_> = line.split('\t').collect();
            let cell = |at: usize| cells.get(at).copied().unwrap_or_default().to_owned();
            Row {
                code: cell(0),
                name: cell(1),
                plain_name: Some(cell(2)).filter(|name| !name.is_empty()),
                aliases: cell(3).split('|').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
                department: cell(4),
                theme: cell(5),
            }
        })
        .collect()
}

fn hit(row: Row) -> GuideHit {
    let guide = guide(&row.code);
    GuideHit {
        code: ItemCode::parse(&row.code).expect("a code of the table"),
        source_code: row.code,
        name: row.name,
        plain_name: row.plain_name,
        aliases: row.aliases,
        department: row.department,
        kind: ItemKind::Confirmation,
        audience: vec![Audience::Natural],
        promised_days: guide.limits.promised_days(),
        limit: guide.limits.shown(),
        visits: guide.visits,
        fee: guide.fee.map(|fee| fee.charged),
        region: RegionCode::parse("210102").ok(),
        level: Some(Level::County),
        sample: true,
        matched: Vec::new(),
        same: Vec::new(),
    }
}

fn guide(code: &str) -> Guide {
    let text = fs::read_to_string(format!("data/catalogue/guides/{code}.toml")).unwrap_or_default();
    toml::from_str(&text).unwrap_or_default()
}

fn date() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date of the calendar")
}

fn detail(row: Row, here: Option<RegionBrief>) -> GuideDetail {
    let guide = guide(&row.code);
    let place = Place {
        name: "样例政务服务中心".into(),
        kind: None,
        address: None,
        window: Some("综合窗口".into()),
        hours: Some("工作日 8:30 到 16:30".into()),
        phones: vec!["12345".into()],
        sample: true,
    };
    let origin = Origin { file: "items.tsv".into(), row: 4, date: Some(date()), approver: None };
    let provenance = Provenance { origin, ..Provenance::default() };
    GuideDetail {
        code: ItemCode::parse(&row.code).expect("a code of the table"),
        source_code: row.code,
        name: row.name,
        plain_name: row.plain_name,
        aliases: row.aliases,
        department: row.department.clone(),
        kind: ItemKind::Confirmation,
        audience: vec![Audience::Natural],
        themes: vec![row.theme],
        summary: guide.summary,
        scenario: guide.scenario,
        publication: here.map(|region| PublicationView {
            organ: Some(format!("{}{}", region.name, row.department)),
            region,
            source_code: None,
            places: vec![place],
            hours: None,
            phones: vec!["12345".into()],
            complain_phones: Vec::new(),
            provenance: provenance.clone(),
        }),
        also_at: Vec::new(),
        handling: guide.handling,
        limits: guide.limits,
        visits: guide.visits,
        visits_note: guide.visits_note,
        fee: guide.fee,
        channels: guide.channels,
        online_url: guide.online_url,
        area: guide.area,
        conditions: guide.conditions,
        steps: guide.steps,
        materials: guide.materials,
        path: guide.path,
        red_lines: guide.red_lines,
        basis: guide.basis,
        faq: guide.faq,
        result: guide.result,
        if_refused: guide.if_refused,
        provenance,
        sample: true,
        data_date: date(),
    }
}

fn count(value: &str, label: &str, count: u32) -> FacetCount {
    FacetCount { value: value.into(), label: label.into(), count }
}

impl Backend for Fake {
    fn list_guides(&self, query: GuideQuery) -> Answer<GuidePage> {
        let items: Vec<_> = rows().into_iter().filter(|row| row.name.contains(&query.q)).map(hit).collect();
        let nearest = if items.is_empty() { rows().into_iter().take(3).map(hit).collect() } else { Vec::new() };
        let facets = Facets {
            audience: vec![count("natural", "个人", 12), count("legal", "法人和其他组织", 3)],
            channel: vec![count("window", "窗口办", 15), count("app", "掌上办", 4)],
            theme: vec![count("户籍证件", "户籍证件", 8), count("出境入境", "出境入境", 7)],
            ..Facets::default()
        };
        answer(Ok(GuidePage {
            total: items.len() as u32,
            page: query.page,
            size: 20,
            items: items.into_iter().take(20).collect(),
            facets: Some(facets),
            understood: Understood { query: query.q, ..Understood::default() },
            nearest,
            data_date: date(),
        }))
    }

    fn show_guide(&self, code: String, region: Option<String>) -> Answer<GuideDetail> {
        let row = rows().into_iter().find(|row| row.code == code).ok_or(FetchError::NotFound);
        answer(row.map(|row| detail(row, region.and_then(|code| find(&code)))))
    }

    fn suggest(&self, _: String, _: Option<String>) -> Answer<Suggestions> {
        answer(Ok(Suggestions::default()))
    }

    fn find_regions(&self, words: String) -> Answer<RegionList> {
        let items = regions().into_iter().filter(|region| region.name.contains(&words)).collect();
        answer(Ok(RegionList { items }))
    }

    fn show_region(&self, code: String) -> Answer<RegionDetail> {
        let region = find(&code).ok_or(FetchError::NotFound);
        answer(region.map(|region| {
            let is_child = |other: &RegionBrief| other.parent.as_ref() == Some(&region.code);
            RegionDetail { children: regions().into_iter().filter(is_child).collect(), region }
        }))
    }

    fn send_request(&self, _: NewRequest) -> Answer<RequestReceipt> {
        answer(Err(FetchError::Busy))
    }

    fn show_request(&self, _: String, _: String) -> Answer<RequestView> {
        answer(Err(FetchError::NotFound))
    }

    fn about(&self) -> Answer<About> {
        #[derive(serde::Deserialize)]
        struct Table {
            figure: Vec<Figure>,
        }
        let text = fs::read_to_string("data/figures.toml").unwrap_or_default();
        answer(Ok(About {
            data_date: date(),
            checksum: "0123456789abcdef0123456789abcdef".into(),
            sample: true,
            counts: Counts { items: 481, publications: 2000, regions: 18_000, places: 120 },
            sources: vec!["样例目录".into()],
            figures: toml::from_str::<Table>(&text).map(|table| table.figure).unwrap_or_default(),
        }))
    }
}
