//! What a citizen is asked to hand in.

use serde::{Deserialize, Serialize};

use crate::{codes::code_table, terms::TimeSpan};

code_table! {
    /// Whether a material is needed (必要性).
    Necessity {
        Required = "required", "必要";
        Optional = "optional", "非必要";
        Later = "later", "可容缺后补";
    }
}

code_table! {
    /// Where a material comes from (来源渠道).
    MaterialSource {
        Applicant = "applicant", "申请人自备";
        Government = "government", "政府部门核发";
        Intermediary = "intermediary", "中介机构出具";
        Other = "other", "其他";
    }
}

code_table! {
    /// Form in which a material is taken (材料形式).
    MaterialFormat {
        Original = "original", "原件";
        Copy = "copy", "复印件";
        OriginalOrCopy = "original_or_copy", "原件或复印件";
        OriginalAndCopy = "original_and_copy", "原件和复印件";
        PaperForm = "paper_form", "纸质表格";
        Electronic = "electronic", "电子文件";
        Automatic = "automatic", "系统自动获取，无需提交";
        AutomaticOrSubmit = "automatic_or_submit", "系统自动获取，数据不全时提交";
        Scan = "scan", "扫描件";
    }
}

/// One material of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Material {
    /// The name, verbatim as published.
    pub name: String,
    /// Whether it is needed; `None` when unpublished.
    #[serde(default)]
    pub necessity: Option<Necessity>,
    /// Where it comes from; `None` when unpublished.
    #[serde(default)]
    pub source: Option<MaterialSource>,
    /// In which form; `None` when unpublished.
    #[serde(default)]
    pub format: Option<MaterialFormat>,
    /// How many copies; `None` when unpublished.
    #[serde(default)]
    pub copies: Option<u8>,
    /// Who issues it, in plain words.
    #[serde(default)]
    pub issuer: Option<String>,
    /// What to know when filling it in or bringing it.
    #[serde(default)]
    pub note: Option<String>,
    /// When it is asked for at all, in plain words ("委托他人办理时").
    #[serde(default)]
    pub when: Option<String>,
    /// The terms on which it may be brought later.
    #[serde(default)]
    pub tolerance: Option<Tolerance>,
    /// Materials of one group replace each other: any one of them is enough.
    #[serde(default)]
    pub any_of: Option<String>,
}

impl Material {
    /// A material of which only the name is known.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            necessity: None,
            source: None,
            format: None,
            copies: None,
            issuer: None,
            note: None,
            when: None,
            tolerance: None,
            any_of: None,
        }
    }
}

/// Terms of bringing a material later (容缺办理).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Tolerance {
    /// Time to bring it (补正期限).
    pub makeup: Option<TimeSpan>,
    /// How it may be brought later: 现场, 邮寄, 系统.
    pub ways: Vec<String>,
    /// What happens when it is not brought in time.
    pub overdue: Option<String>,
}
