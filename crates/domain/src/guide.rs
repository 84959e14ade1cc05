//! What a guide (指南) tells: conditions, steps, materials, path, red lines, basis, questions.

use serde::{Deserialize, Serialize};

use crate::{
    codes::{Channel, Handling},
    material::Material,
    terms::{Fee, Limits},
};

/// The content of a guide. Every part may be unpublished; empty and `None` mean just that.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Guide {
    /// What it is, in one or two plain sentences.
    pub summary: Option<String>,
    /// Who needs it and when, in the citizen's words.
    pub scenario: Option<String>,
    /// At once, or within the promise.
    pub handling: Option<Handling>,
    /// Time limits.
    pub limits: Limits,
    /// How often one must go in person (到办事现场次数).
    pub visits: Option<u8>,
    /// Why one must go in person.
    pub visits_note: Option<String>,
    /// What it costs.
    pub fee: Option<Fee>,
    /// Where it can be handled.
    pub channels: Vec<Channel>,
    /// The address of the online service, verbatim as published.
    pub online_url: Option<String>,
    /// The area in which any window takes it (通办范围).
    pub area: Option<String>,
    /// Conditions of acceptance (受理条件).
    pub conditions: Vec<String>,
    /// What the organ and the citizen do, in order (办理流程).
    pub steps: Vec<Step>,
    /// What is handed in (申请材料), with what may be brought later (容缺).
    pub materials: Vec<Material>,
    /// Whom to see and where (办事不找关系路径).
    pub path: Vec<PathStep>,
    /// What no one may do to the citizen (违规禁办情形).
    pub red_lines: Vec<RedLine>,
    /// The law (设定依据).
    pub basis: Vec<Basis>,
    /// Questions and answers.
    pub faq: Vec<Faq>,
    /// What the citizen gets in the end.
    pub result: Option<ResultDocument>,
    /// What to do when the matter is refused.
    pub if_refused: Vec<String>,
}

/// One step of the handling (办理流程).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Step {
    /// Short name: 申请, 受理, 审核, 决定, 送达.
    pub name: String,
    /// What happens, in plain words.
    pub text: String,
    /// How long it takes, as published.
    pub time: Option<String>,
}

/// One step of the path to the window: who does what, where.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct PathStep {
    /// Who acts: 您, 窗口, 部门.
    pub actor: String,
    /// What is done.
    pub action: String,
    /// Where: a kind of window or an online service, in words.
    pub at: Option<String>,
}

/// A situation that is forbidden (违规禁办情形).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct RedLine {
    /// The situation in plain words.
    pub text: String,
    /// The rule it rests on, as published.
    pub basis: Option<String>,
    /// The rating tags that report it (108, 109, …).
    pub tags: Vec<String>,
}

/// A legal basis.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Basis {
    /// The law or document, by its name.
    pub law: String,
    /// The article, only as read in a source; `None` is shown as 条款待核.
    pub article: Option<String>,
    /// The words of the article, as read in a source.
    pub text: Option<String>,
    /// Where the article was read.
    pub source: Option<String>,
}

/// A question and its answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Faq {
    /// The question in the citizen's words.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// What the citizen gets in the end (办理结果).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct ResultDocument {
    /// Its name.
    pub name: String,
    /// How it reaches the citizen.
    pub delivery: Option<String>,
    /// How long it is valid, as published.
    pub validity: Option<String>,
}
