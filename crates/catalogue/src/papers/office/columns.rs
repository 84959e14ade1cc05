//! The sheets of the workbook and their columns.

/// The list of proofs.
pub const PROOF_SHEET: &str = "证明清单";
/// The rules that drop, replace or defer papers.
pub const RULE_SHEET: &str = "免证规则";
/// The papers that rules can be about, for the list of a cell.
pub const PAPER_SHEET: &str = "材料名录";

/// One column.
#[derive(Debug)]
pub struct Column {
    /// Its name, by which it is found in any order.
    pub name: &'static str,
    /// Whether a row without it is refused.
    pub required: bool,
    /// What a clerk should know.
    pub note: &'static str,
}

const fn must(name: &'static str, note: &'static str) -> Column {
    Column { name, required: true, note }
}

const fn may(name: &'static str, note: &'static str) -> Column {
    Column { name, required: false, note }
}

/// The columns of the list of proofs; the first five are the least that a published list tells.
pub const PROOFS: &[Column] = &[
    must("证明名称", "证明的全称。本人手里已有的证件（身份证、营业执照等）不是证明，不要填在这里。"),
    must("设定依据", "法律、行政法规或国务院决定，名称和条款之间空一格，每条一行。没有依据的证明不能索要。"),
    must("索要单位", "哪些部门可以要，多个用顿号分隔。"),
    must("开具单位", "到哪里开。村（居）委会不得开具的，不能填村（居）委会。"),
    may("办理指南", "开这个证明的事项编码；平台上还没有的留空。"),
    may("不得开具单位", "哪些单位不得被要求开具，多个用顿号分隔。"),
    may("不得开具依据", "规定不得开具的文件。填了“不得开具单位”就要填。"),
    may("替代方式", "不开证明时群众怎么办，用大白话写。"),
];

/// The columns of the rules.
pub const RULES: &[Column] = &[
    may("规则编号", "本单位自编的固定编号，小写字母、数字和横线；不填时自动生成。"),
    must("材料名称", "从下拉列表选择，或写《证明清单》里的证明名称。"),
    must("地区", "规则适用的区划代码，2、4、6、9或12位，含下级地区。"),
    must("免交方式", "从下拉列表选择。"),
    may("适用事项", "事项编码，多个用顿号分隔；事项和主题都不填的适用于所有事项。"),
    may("适用主题", "主题名称，多个用顿号分隔。"),
    may("不适用事项", "事项编码，多个用顿号分隔。"),
    may("不适用主题", "主题名称，多个用顿号分隔。告知承诺必须排除公共安全、安全应急等主题。"),
    may("核验单位", "谁来核对。部门核验必填。"),
    may("数据来源", "数据从哪里来。"),
    may("电子证照", "出示哪种电子证照。电子证照方式必填。"),
    may("承诺书名称", "签哪份承诺书。告知承诺必填。"),
    may("核验时限", "写成“3个工作日”；没有公布的留空。"),
    may("计入办理时限", "核验时间是否算在办理时限里。"),
    may("补正期限", "写成“15个工作日”。容缺后补必填。"),
    may("替代方式", "群众改做什么，用大白话写。"),
    may("不适用情形", "什么情况下这条规则不管用，每种一行。"),
    must("生效日期", "写成2026-01-01。"),
    may("失效日期", "长期有效的留空。"),
    may("批次", "来自哪一批公布的清单。直接取消必填。"),
    must("设定依据", "法律法规或文件名称和条款之间空一格，每条一行。没有核实的条款不要写。"),
];
