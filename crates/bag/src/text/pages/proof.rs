//! Papers, and proofs above all.

use chrono::NaiveDate;
use domain::papers::PaperKind;

use super::date;

/// The heading of the list.
pub const PROOFS: &str = "这份证明还要开吗？";
/// What it does.
pub const PROOFS_WHY: &str = "写上证明或材料的名字，看谁可以要、谁不该开、用什么代替。";
/// The search field.
pub const PROOFS_LABEL: &str = "证明或材料的名字，比如“居住证明还要开吗”";
/// All proofs.
pub const ALL_PROOFS: &str = "常见的证明";
/// All other papers.
pub const OTHER_PAPERS: &str = "其他材料（不是证明）";
/// Nothing fits.
pub const NO_SUCH_PAPER: &str =
    "没有找到这个名字。换个叫法再试；窗口要的材料说不清是什么，请它写明名字和依据，或者打 12345。";
/// Others that fit.
pub const MEANT: &str = "您问的也可能是";
/// Leads to the paper's own page.
pub fn whole_page(name: &str) -> String {
    format!("看“{name}”在哪些事里不用带")
}
/// The heading of a proof.
pub fn proof_title(name: &str) -> String {
    format!("{name}还要开吗？")
}
/// What a paper is.
pub const fn kind(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::Proof => "这是一份证明，要别的单位来开。没有依据的，谁都不该向您要。",
        PaperKind::Certificate => "这是证件，您手里本来就有，不是要去开的证明。该出示时还要出示。",
        PaperKind::Form => "这是表格，办事时填，不是要去开的证明。",
        PaperKind::Own => "这是自己准备的材料，不是要去开的证明。",
        PaperKind::Expert => "这是专业机构出具的材料，不是村里、社区、派出所开的证明。",
    }
}
/// Before an example.
pub const SAMPLE_PROOF: &str = "样例：这份材料的说明是示例，不能当作办事依据，请打 12345 核对。";
/// What does instead.
pub const REPLACED_BY: &str = "用什么代替";
/// The e-certificate.
pub const ON_PHONE: &str = "手机上出示";
/// An e-certificate and how it is shown.
pub fn ecert(name: &str, show: &str) -> String {
    format!("{name}：{show}")
}
/// Who may ask.
pub const MAY_ASK: &str = "谁可以要";
/// Nobody is published.
pub const NOBODY_KNOWN: &str = "没有公布谁可以要。窗口要的话，请它说明依据。";
/// On which law.
pub const ASK_BASIS: &str = "设定依据";
/// None is published.
pub const NO_BASIS: &str = "这里没有查到依据。没有依据的证明，窗口不该要。";
/// Who issues it.
pub const ISSUED_BY: &str = "谁来开（发）";
/// Who must not.
pub const MUST_NOT: &str = "谁不该开";
/// A body that must not, and the document that says so.
pub fn must_not(body: &str, basis: &str) -> String {
    format!("{body}不该开。依据：{basis}")
}
/// How it is got.
pub const HOW_TO_GET: &str = "怎么开";
/// Leads to that guide.
pub const HOW_ISSUED: &str = "看办事指南";
/// The heading of the rules.
pub const WHEN_NOT: &str = "哪些事不用带它";
/// There are none.
pub const NO_RULES: &str = "还没有收到免交它的规定。要不要带，看您办的是什么事。";
/// Opens a rule.
pub const DETAILS: &str = "用在哪、什么时候不算";
/// For which matters a rule is.
pub const FOR_WHAT: &str = "用在";
/// The same in words.
pub fn rule_scope(themes: &[String], items: usize, not_themes: &[String], not_items: usize) -> String {
    let what = match (themes.is_empty(), items) {
        (true, 0) => "所有的事".to_owned(),
        (true, items) => format!("指定的 {items} 件事"),
        (false, 0) => format!("{}类的事", themes.join("、")),
        (false, items) => format!("{}类的事，和另外 {items} 件", themes.join("、")),
    };
    let mut but = Vec::new();
    if !not_themes.is_empty() {
        but.push(format!("{}类的", not_themes.join("、")));
    }
    if not_items > 0 {
        but.push(format!("其中 {not_items} 件"));
    }
    if but.is_empty() { what } else { format!("{what}，但{}不算", but.join("、")) }
}
/// Since when a rule holds.
pub const SINCE: &str = "起止";
/// The same in words.
pub fn rule_time(from: NaiveDate, until: Option<NaiveDate>) -> String {
    match until {
        Some(until) => format!("{}到 {}", date(from), date(until)),
        None => format!("{}起", date(from)),
    }
}
/// Other names of a paper.
pub fn also(names: &[String]) -> String {
    format!("也写作：{}", names.join("、"))
}
/// The heading of what 零证明 means.
pub const NOT_NO_PAPERS: &str = "“零证明”不是什么都不带";
/// What it means.
pub const NOT_NO_PAPERS_TEXT: [&str; 4] = [
    "免的是“证明”：要您跑去别的单位开的那一张纸。身份证、户口簿这些您本来就有的证件，该出示还要出示。",
    "不用您开，不等于没人核对：有的由部门在系统里查，有的看手机上的电子证照，有的由您书面承诺。",
    "查不到、信息对不上，或者是外省发的，可能还要您拿来。每一条都写着什么时候不算数。",
    "承诺要属实。写了假的，要承担后果，以后也不能再用承诺代替。",
];
