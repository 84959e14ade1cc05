//! What can be wrong with a workbook, in a clerk's words.

use crate::lint::Severity;

use super::columns::{PROOF_SHEET, RULE_SHEET};

macro_rules! codes {
    ($($case:ident $name:literal $severity:ident $label:literal $advice:literal;)+) => {
        /// A kind of problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum OfficeCode { $(#[doc = $label] $case,)+ }

        impl OfficeCode {
            /// The stable name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$case => $name,)+ }
            }

            /// How grave it is.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$case => Severity::$severity,)+ }
            }

            /// What it is, for a clerk.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$case => $label,)+ }
            }

            /// What to do about it, for a clerk.
            pub const fn advice(self) -> &'static str {
                match self { $(Self::$case => $advice,)+ }
            }
        }
    };
}

codes! {
    NoRows "no_rows" Reject "没有内容" "请填写《证明清单》或《免证规则》。";
    NoColumn "missing_column" Reject "缺少必填列" "请用 banshi template --rules 生成的空表，不要删改表头。";
    Missing "missing_value" Reject "必填项没有填" "请补上这一格。";
    NoBasis "missing_basis" Reject "没有设定依据" "请写明法律、法规或国务院决定；没有依据的证明不能索要，请删去这一行。";
    Duplicate "duplicate" Reject "重复" "同一证明或同一规则编号只填一行。";
    CatchAll "catch_all_material" Reject "材料名称太笼统" "请写明具体材料，不要写“其他材料”。";
    UnknownPaper "unknown_paper" Reject "不认识的材料" "请从下拉列表选择，或先把它填进《证明清单》。";
    SeveralPapers "several_papers" Reject "一格写了几种材料" "每种材料分开一行。";
    NoProof "no_proof" Reject "不是证明" "本人手里已有的证件、自备材料不是证明，不能直接取消或用承诺代替；可以用电子证照、数据共享或部门核验。";
    VillageProof "village_may_not_issue" Reject "村（居）委会不得开具" "请改成有权开具的单位，或写明替代方式后删去这一行。";
    BadRegion "unknown_region" Reject "不认识的地区" "请填2、4、6、9或12位区划代码。";
    BadMatter "unknown_matter" Reject "不认识的事项" "请填平台上的事项编码，多个用顿号分隔。";
    BadTheme "unknown_theme" Reject "不认识的主题" "请填平台上的主题名称，多个用顿号分隔。";
    BadMethod "unknown_method" Reject "不认识的免交方式" "请从下拉列表选择。";
    BadCertificate "unknown_certificate" Reject "不认识的电子证照" "请从下拉列表选择。";
    BadMethodTerms "method_incomplete" Reject "免交方式缺少要件" "电子证照要写哪种证照，部门核验要写核验单位，告知承诺要写承诺书名称，容缺后补要写补正期限。";
    CancelBatch "cancel_without_batch" Reject "直接取消没有批次" "直接取消要写明来自哪一批公布的清单。";
    CommitExcluded "commit_not_allowed" Reject "这类事项不能告知承诺" "涉及公共安全、金融、食品药品、生态环境等的事项不能用承诺代替证明，请在“不适用主题”中排除。";
    BadDate "bad_date" Reject "日期写法不对" "请写成2026-01-01这样真实存在的日期。";
    Backwards "backwards" Reject "失效早于生效" "请改正日期。";
    BadSpan "bad_span" Reject "时限写法不对" "请写成“3个工作日”“15天”。";
    BadYesNo "bad_yes_no" Reject "请填是或否" "请从下拉列表选择，没有公布的留空。";
    BadId "bad_id" Reject "规则编号写法不对" "只用小写字母、数字和横线，或留空自动生成。";
    Tie "tie" Reject "两条规则分不出先后" "请合并两行，或用事项、主题、日期把它们分开。";
    Other "rulebook" Reject "规则合在一起有问题" "请按提示改正。";
    NoGuide "missing_guide" Warn "没有办理指南" "知道开具事项编码的请补上，群众才找得到去哪里开。";
}

/// A problem and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeFault {
    /// What it is.
    pub code: OfficeCode,
    /// The sheet; empty for the file as a whole.
    pub sheet: &'static str,
    /// The row, from 1; 0 for the sheet as a whole.
    pub row: u32,
    /// The column, when it is one's.
    pub column: &'static str,
    /// The words, or what is wrong.
    pub text: String,
}

impl OfficeFault {
    /// A problem of the whole file.
    pub fn of_file(code: OfficeCode) -> Self {
        Self { code, sheet: "", row: 0, column: "", text: code.label().to_owned() }
    }

    /// A problem of a row of the list of proofs.
    pub fn proof(code: OfficeCode, row: u32, column: &'static str, text: impl Into<String>) -> Self {
        Self { code, sheet: PROOF_SHEET, row, column, text: text.into() }
    }

    /// A problem of a row of the rules.
    pub fn rule(code: OfficeCode, row: u32, column: &'static str, text: impl Into<String>) -> Self {
        Self { code, sheet: RULE_SHEET, row, column, text: text.into() }
    }

    /// Whether it keeps the rules from being used.
    pub fn is_grave(&self) -> bool {
        self.code.severity() == Severity::Reject
    }
}
