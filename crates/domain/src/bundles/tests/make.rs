//! Small bundles for the tests.

use crate::{
    Audience, ItemCode,
    bundles::*,
    calendar::{CalendarYear, WorkCalendar},
    logic::{Expr, Fact, FactKind, FactTable},
    papers::{PlacingWords, Rulebook},
};

pub fn item(code: &str) -> ItemCode {
    ItemCode::parse(code).unwrap()
}

pub fn matter(code: &str) -> BundleMatter {
    BundleMatter { item: item(code), after: None, when: None, when_text: None, gives: vec![], note: None }
}

pub fn after(code: &str, before: &[&str]) -> BundleMatter {
    BundleMatter { after: Some(before.iter().map(|code| item(code)).collect()), ..matter(code) }
}

pub fn bundle(stages: Vec<Vec<BundleMatter>>) -> Bundle {
    Bundle {
        id: "newborn".into(),
        name: "新生儿出生一件事".into(),
        question: "家里添了孩子？".into(),
        summary: "一次办好。".into(),
        audience: vec![Audience::Natural],
        life_stage: LifeStage::Birth,
        lead_organ: "卫生健康委员会".into(),
        batch: Some(NationalBatch::Base2022),
        stages: stages.into_iter().map(|matters| Stage { name: "办理".into(), matters }).collect(),
        fields: vec![],
        basis: vec![],
        sample: true,
    }
}

/// A rulebook that knows the question `f0` and no paper.
pub fn book() -> Rulebook {
    let fact =
        Fact {
            key: "f0".into(), kind: FactKind::Flag, label: "是吗？".into(), why: "决定要不要办".into(), help: None
        };
    let facts = FactTable::build(vec![fact]).unwrap();
    Rulebook::build(facts, vec![], vec![], vec![], vec![], PlacingWords::default()).unwrap()
}

pub fn is(flag: &str) -> Expr {
    Expr::Is(flag.into())
}

/// The working days of 2025 and 2026 as announced.
pub fn days_off() -> WorkCalendar {
    let years: Vec<CalendarYear> = [2025, 2026]
        .iter()
        .map(|year| {
            let path = format!("{}/../../data/calendar/{year}.toml", env!("CARGO_MANIFEST_DIR"));
            toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
        })
        .collect();
    WorkCalendar::build(&years).unwrap()
}
