//! Small rulebooks and cases for the tests.

use chrono::NaiveDate;

use crate::{
    ItemCode, RegionCode,
    guide::Basis,
    logic::{Expr, Fact, FactKind, FactTable, Facts, Value},
    material::{Material, MaterialFormat, Necessity},
    papers::*,
    terms::{TimeSpan, TimeUnit},
};

pub const FLAGS: [&str; 3] = ["f0", "f1", "f2"];
pub const SCOPE: [&str; 3] = ["210102", "2101", "21"];

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn item(code: &str) -> ItemCode {
    ItemCode::parse(code).unwrap()
}

pub fn scope() -> Vec<RegionCode> {
    SCOPE.iter().map(|code| RegionCode::parse(code).unwrap()).collect()
}

pub fn is(flag: &str) -> Expr {
    Expr::Is(flag.into())
}

pub fn facts(answers: &[(&str, bool)]) -> Facts {
    answers.iter().map(|(key, flag)| (*key, Value::Flag(*flag))).collect()
}

pub fn table() -> FactTable {
    let fact = |key: &&str| Fact {
        key: (*key).into(),
        kind: FactKind::Flag,
        label: "是吗？".into(),
        why: "决定要不要带".into(),
        help: None,
    };
    FactTable::build(FLAGS.iter().map(fact).collect()).unwrap()
}

pub fn paper(id: &str) -> Paper {
    Paper {
        id: id.into(),
        name: format!("{id}证明"),
        kind: PaperKind::Proof,
        issuer: None,
        ecert: None,
        written: vec![],
        ends: vec![],
        not: vec![],
        proof: None,
    }
}

pub fn ecert() -> ECertificate {
    ECertificate {
        id: "e".into(),
        name: "电子证".into(),
        issuer: "公安机关".into(),
        holder: Holder::Person,
        national: None,
        show: "在手机上出示".into(),
    }
}

pub fn rule(id: &str, paper: &str, method: Method) -> ZeroRule {
    ZeroRule {
        id: id.into(),
        paper: paper.into(),
        region: RegionCode::parse("21").unwrap(),
        items: vec![],
        themes: vec![],
        not_items: vec![],
        not_themes: vec![],
        method,
        checker: Some("公安机关".into()),
        data_source: None,
        ecert: (method == Method::ECert).then(|| "e".into()),
        verify: None,
        form: Some("承诺书".into()),
        makeup: Some(TimeSpan { amount: 5, unit: TimeUnit::WorkingDay }),
        instead: None,
        when: None,
        exceptions: vec![],
        also_off: vec![],
        from: day("2026-01-01"),
        until: None,
        batch: None,
        basis: vec![Basis { law: "《样例》".into(), ..Basis::default() }],
        sample: false,
    }
}

pub fn book(rules: Vec<ZeroRule>) -> Rulebook {
    let whens = vec![
        WhenWords { said: vec!["甲时".into()], is: is("f0") },
        WhenWords { said: vec!["乙时".into()], is: Expr::Not(Box::new(is("f1"))) },
    ];
    Rulebook::build(
        table(),
        ["p0", "p1", "p2"].map(paper).to_vec(),
        vec![ecert()],
        rules,
        whens,
        PlacingWords::default(),
    )
    .unwrap()
}

/// A necessary original.
pub fn material(name: &str) -> Material {
    Material { necessity: Some(Necessity::Required), format: Some(MaterialFormat::Original), ..Material::named(name) }
}

/// Judges materials, each placed on the papers of the same position.
pub fn judge(materials: &[Material], placed: &[Placed], facts: &Facts, book: &Rulebook) -> Vec<Line> {
    let (code, scope, themes) = (item("a"), scope(), ["户籍".to_owned()]);
    let case = Case { scope: &scope, on: day("2026-11-22"), facts };
    lines(&case, &Matter { item: &code, themes: &themes, materials, placed }, book)
}
