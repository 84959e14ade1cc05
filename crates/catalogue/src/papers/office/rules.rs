//! Rows of the rules.

use chrono::NaiveDate;
use domain::{
    ItemCode, RegionCode,
    guide::Basis,
    papers::{Method, PaperKind, VerifyTerms, ZeroRule},
    terms::TimeSpan,
};

use super::{
    commit,
    fault::{OfficeCode, OfficeFault},
    known::{Known, Named},
    proofs::{ReadProof, is_catch_all},
    sheet::Entry,
};
use crate::parse::{basis as laws, span};

/// One rule.
#[derive(Debug)]
pub(super) struct ReadRule {
    /// Its row.
    pub row: u32,
    /// The rule.
    pub rule: ZeroRule,
}

pub(super) fn read(
    entries: &[Entry],
    known: &Known,
    proofs: &[ReadProof],
    faults: &mut Vec<OfficeFault>,
) -> Vec<ReadRule> {
    let mut rules: Vec<ReadRule> = Vec::new();
    for entry in entries {
        let Some(rule) = one(entry, known, proofs, faults) else { continue };
        match rules.iter().any(|other| other.rule.id == rule.id) {
            true => faults.push(entry.fault_about(OfficeCode::Duplicate, "规则编号", rule.id)),
            false => rules.push(ReadRule { row: entry.row, rule }),
        }
    }
    rules
}

/// A row as a rule; what cannot be read is told, and the rule left out when nothing can stand for it.
fn one(entry: &Entry, known: &Known, proofs: &[ReadProof], faults: &mut Vec<OfficeFault>) -> Option<ZeroRule> {
    let mut tell = |code, column| faults.push(entry.fault(code, column));
    let paper = paper(entry, known, proofs).map_err(|code| tell(code, "材料名称")).ok();
    let region = RegionCode::parse(entry.get("地区")).ok().filter(|code| known.has_region(code));
    if region.is_none() && !entry.get("地区").is_empty() {
        tell(OfficeCode::BadRegion, "地区");
    }
    let method = method(entry.get("免交方式"));
    if method.is_none() && !entry.get("免交方式").is_empty() {
        tell(OfficeCode::BadMethod, "免交方式");
    }
    let from = date(entry, "生效日期", faults);
    let until = date(entry, "失效日期", faults);
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        faults.push(entry.fault(OfficeCode::Backwards, "失效日期"));
    }
    let items = matters(entry, "适用事项", known, faults);
    let not_items = matters(entry, "不适用事项", known, faults);
    let themes = themes(entry, "适用主题", known, faults);
    let not_themes = self::themes(entry, "不适用主题", known, faults);
    let ecert = entry.some("电子证照").map(|name| known.ecert(&name));
    if ecert == Some(None) {
        faults.push(entry.fault(OfficeCode::BadCertificate, "电子证照"));
    }
    let counts = match entry.get("计入办理时限") {
        "" => None,
        "是" => Some(true),
        "否" => Some(false),
        _ => {
            faults.push(entry.fault(OfficeCode::BadYesNo, "计入办理时限"));
            None
        }
    };
    let time = time(entry, "核验时限", faults);
    let makeup = self::time(entry, "补正期限", faults);
    let id = id(entry, faults);
    let (paper, kind) = paper?;
    let rule = ZeroRule {
        id,
        paper,
        region: region?,
        items,
        themes,
        not_items,
        not_themes,
        method: method?,
        checker: entry.some("核验单位"),
        data_source: entry.some("数据来源"),
        ecert: ecert.flatten(),
        verify: (time.is_some() || counts.is_some()).then_some(VerifyTerms { time, counts }),
        form: entry.some("承诺书名称"),
        makeup,
        instead: entry.some("替代方式"),
        when: None,
        exceptions: Vec::new(),
        also_off: entry.lines("不适用情形"),
        from: from?,
        until,
        batch: entry.some("批次"),
        basis: basis(entry),
        sample: false,
    };
    fits(entry, &rule, kind, known, faults);
    Some(rule)
}

/// Whether the method has what it needs and may be used for this paper and these matters.
fn fits(entry: &Entry, rule: &ZeroRule, kind: PaperKind, known: &Known, faults: &mut Vec<OfficeFault>) {
    let lacking = match rule.method {
        Method::ECert => rule.ecert.is_none().then_some("电子证照"),
        Method::Verify => rule.checker.is_none().then_some("核验单位"),
        Method::Commit => rule.form.is_none().then_some("承诺书名称"),
        Method::Tolerate => rule.makeup.is_none().then_some("补正期限"),
        Method::Share | Method::Cancel => None,
    };
    if let Some(column) = lacking.filter(|column| entry.get(column).is_empty()) {
        faults.push(entry.fault_about(OfficeCode::BadMethodTerms, column, column));
    }
    if matches!(rule.method, Method::Cancel | Method::Commit) && kind != PaperKind::Proof {
        faults.push(entry.fault(OfficeCode::NoProof, "材料名称"));
    }
    if rule.method == Method::Cancel && rule.batch.is_none() {
        faults.push(entry.fault_about(OfficeCode::CancelBatch, "批次", "批次"));
    }
    if let Some(what) = commit::forbidden(rule, known) {
        faults.push(entry.fault_about(OfficeCode::CommitExcluded, "免交方式", what));
    }
}

fn paper(entry: &Entry, known: &Known, proofs: &[ReadProof]) -> Result<(String, PaperKind), OfficeCode> {
    let name = entry.get("材料名称");
    if is_catch_all(name) {
        return Err(OfficeCode::CatchAll);
    }
    let listed = proofs.iter().filter_map(|proof| proof.new.as_ref()).find(|paper| paper.name == name);
    match (listed, known.paper(name)) {
        (Some(paper), _) => Ok((paper.id.clone(), paper.kind)),
        (None, Named::Paper(paper)) => Ok((paper.id.clone(), paper.kind)),
        (None, Named::Several) => Err(OfficeCode::SeveralPapers),
        (None, Named::Unknown) => Err(OfficeCode::UnknownPaper),
    }
}

fn method(text: &str) -> Option<Method> {
    let named = match text {
        "取消" => Some(Method::Cancel),
        "共享" | "数据查询" => Some(Method::Share),
        "核验" | "协查" => Some(Method::Verify),
        "承诺" => Some(Method::Commit),
        "容缺" | "容缺承诺" | "容缺受理" => Some(Method::Tolerate),
        _ => None,
    };
    Method::from_label(text).or_else(|| Method::from_code(text)).or(named)
}

fn date(entry: &Entry, column: &'static str, faults: &mut Vec<OfficeFault>) -> Option<NaiveDate> {
    let text = entry.get(column);
    let plain = text.replace(['年', '月', '/', '.'], "-").replace('日', "");
    let date = NaiveDate::parse_from_str(plain.trim(), "%Y-%m-%d").ok();
    if date.is_none() && !text.is_empty() {
        faults.push(entry.fault(OfficeCode::BadDate, column));
    }
    date
}

fn time(entry: &Entry, column: &'static str, faults: &mut Vec<OfficeFault>) -> Option<TimeSpan> {
    let text = entry.get(column);
    let span = span::parse(text, None).map(|parsed| parsed.span);
    if span.is_none() && !text.is_empty() {
        faults.push(entry.fault(OfficeCode::BadSpan, column));
    }
    span
}

fn matters(entry: &Entry, column: &'static str, known: &Known, faults: &mut Vec<OfficeFault>) -> Vec<ItemCode> {
    let mut codes = Vec::new();
    for text in entry.list(column) {
        match ItemCode::parse(&text).ok().filter(|code| known.has_matter(code)) {
            Some(code) => codes.push(code),
            None => faults.push(entry.fault_about(OfficeCode::BadMatter, column, text)),
        }
    }
    codes
}

fn themes(entry: &Entry, column: &'static str, known: &Known, faults: &mut Vec<OfficeFault>) -> Vec<String> {
    let themes = entry.list(column);
    let unknown = themes.iter().filter(|theme| !known.has_theme(theme));
    faults.extend(unknown.map(|theme| entry.fault_about(OfficeCode::BadTheme, column, theme.as_str())));
    themes
}

fn id(entry: &Entry, faults: &mut Vec<OfficeFault>) -> String {
    let id = entry.get("规则编号");
    let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.chars().all(is_id) && !id.is_empty() {
        return id.to_owned();
    }
    if !id.is_empty() {
        faults.push(entry.fault(OfficeCode::BadId, "规则编号"));
    }
    format!("rule-{}", entry.row)
}

/// The laws of a row, one a line.
pub(super) fn basis(entry: &Entry) -> Vec<Basis> {
    entry.lines("设定依据").iter().map(|line| laws::parse(line, Some(" "))).collect()
}
