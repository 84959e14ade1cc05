//! The codes of all lints: how grave each is, what a clerk reads, what a clerk can do.

use serde::Serialize;

/// What becomes of a row, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The row is not imported.
    Reject,
    /// The value is imported as it is, for a clerk to look at.
    Warn,
    /// The value is repaired, and the original kept.
    Repair,
}

impl Severity {
    /// The word a clerk reads.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Reject => "未导入",
            Self::Repair => "已修复",
            Self::Warn => "请核对",
        }
    }
}

macro_rules! codes {
    ($($case:ident $name:literal $severity:ident $label:literal $advice:literal;)+) => {
        /// A kind of problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $label] $case,)+ }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$case,)+];

            /// The stable name.
            pub const fn name(self) -> &'static str {
                match self { $(Code::$case => $name,)+ }
            }

            /// How grave it is.
            pub const fn severity(self) -> Severity {
                match self { $(Code::$case => Severity::$severity,)+ }
            }

            /// What it is, for a clerk.
            pub const fn label(self) -> &'static str {
                match self { $(Code::$case => $label,)+ }
            }

            /// What to do about it, for a clerk.
            pub const fn advice(self) -> &'static str {
                match self { $(Code::$case => $advice,)+ }
            }
        }
    };
}

codes! {
    Hijacked "hijacked" Reject "被篡改的文字" "来源页面被植入非法文字。请从原发布单位重新取得全文，不要只删改这几个字。";
    Spam "spam" Reject "垃圾广告文字" "删除与事项无关的广告文字，并核对来源是否可靠。";
    NoName "no_name" Reject "没有事项名称" "填写事项名称。";
    NoCode "no_code" Reject "没有事项编码" "填写事项编码（实施清单编码，或本单位自编的固定编码）。";
    NoItem "no_item" Reject "找不到对应事项" "事项编码在《权力事项清单》中不存在。请核对编码，或先增加该事项。";
    NoRegion "no_region" Reject "行政区划代码无效" "填写有效的行政区划代码（可为2、4、6、9、12位），或在映射文件中增加该区划。";
    CannotClear "cannot_clear" Reject "这一栏不能清空" "编码、名称、区划不能清空；清单中的一项要删除时，重填这项以外的各项。";
    BadRow "bad_row" Reject "整行无法读取" "该行格式有误，请重新导出。";
    EmptyRow "empty_row" Reject "缺少必填内容" "该行没有本表要求的内容（如材料名称、禁办情形、地点名称）。请补填或删除该行。";
    NullWord "null_word" Repair "用“无”等字样表示空白" "已按未公布处理。确实没有内容时请留空。";
    TimeLimitText "time_limit_text" Repair "时限写法不规范" "已识别。建议写成“20个工作日”。";
    PhoneText "phone_text" Repair "电话中混有其他文字" "已提取电话号码，原文保留。请只填电话，多个用顿号分隔。";
    Traditional "traditional" Repair "繁体字" "已转为简体，原文保留。请核对人名、地名。";
    LabelPrefix "label_prefix" Repair "内容前带有栏目名" "已去掉栏目名，只保留内容。";
    LostDigits "lost_digits" Warn "日期缺少年月日字样或数字" "核对原文，补全日期，例如“2019年10月1日”。";
    BadDate "bad_date" Warn "不存在的日期" "核对原文，改正日期。";
    Mojibake "mojibake" Warn "乱码" "按正确编码（UTF-8）重新导出，或按原文改正。";
    PageChrome "page_chrome" Warn "网页导航、版权等文字" "删除与内容无关的网页文字。";
    MaskedName "masked_name" Warn "名称被星号遮盖" "补全被遮盖的名称。";
    CutOff "cut_off" Warn "段落末尾不完整" "核对原文，补全末尾的文字或标点。";
    Typo "typo" Warn "错别字" "按原文含义改正。";
    SumMismatch "sum_mismatch" Warn "分项之和与总数不符" "核对总数与各分项。";
    FigureConflict "figure_conflict" Warn "同一指标数字不一致" "注明每个数字的日期和来源，不要合并。";
    CatchAllMaterial "catch_all_material" Warn "兜底性材料" "写明具体材料，删除“其他材料”“法律法规规定的其他材料”等。";
    MissingLimit "missing_limit" Warn "没有办结时限" "补填法定或承诺办结时限；未补填前向群众显示“未公布”。";
    MissingFee "missing_fee" Warn "没有收费信息" "补填是否收费；未补填前向群众显示“未公布”。";
    MissingContact "missing_contact" Warn "没有咨询电话" "补填咨询电话；未补填前向群众显示“未公布”。";
    MissingOrgan "missing_organ" Warn "没有实施主体" "补填实施主体或主管部门。";
    NotPublished "not_published" Warn "没有发布地区" "补填行政区划代码；未补填前只能在全省范围内查到，不显示由谁办理。";
    Duplicate "duplicate" Warn "重复" "同一地区、同一部门有同名事项或同一编码出现多次。请合并，或写明区别。";
    PromiseOverLegal "promise_over_legal" Warn "承诺时限长于法定时限" "核对两个时限。";
    ZeroVisitsNoOnline "zero_visits_no_online" Warn "跑0次但没有网上办理途径" "补填网上办理地址，或改正到现场次数。";
    BadCode "bad_code" Warn "编码格式可疑" "核对编码，不要含空格、汉字，长度不超过64位。";
    BadValue "bad_value" Warn "无法识别的取值" "改为规定的取值（见模板下拉选项），原值未导入。";
    BadLimit "bad_limit" Warn "时限无法识别" "写成“20个工作日”。原值未导入，显示“未公布”。";
    NoColumn "no_column" Warn "缺少映射文件要求的列" "核对表头，或修改映射文件。";
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_own_name_and_words_for_a_clerk() {
        let names: std::collections::BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        assert!(Code::ALL.iter().all(|code| !code.label().is_empty() && !code.advice().is_empty()));
    }
}
