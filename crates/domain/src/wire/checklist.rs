//! What must be in the bag, as the API tells it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    ItemCode, RegionCode,
    calendar::Due,
    guide::Basis,
    logic::{Choice, Facts},
    papers::{Method, PaperKind, Verdict, VerifyTerms},
};

/// What is asked: for which matters, where, on which day, with which answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChecklistAsk {
    /// The matters by our code, 1 to 12.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub items: Vec<ItemCode>,
    /// Where the citizen is.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub region: RegionCode,
    /// The day on which the citizen goes; without one, today.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Answers by the key of their question. Whatever is left out is unknown, not no.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, crate::logic::Value>))]
    pub facts: Facts,
}

/// What must be in the bag for one journey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Checklist {
    /// The day for which it holds.
    pub on: NaiveDate,
    /// The matters, in the order in which they were asked for.
    pub matters: Vec<ChecklistMatter>,
    /// Every material of the matters, each paper once, what to bring first.
    pub materials: Vec<ChecklistMaterial>,
    /// Only the questions whose answer may change a verdict, the one that decides most first.
    pub questions: Vec<ChecklistQuestion>,
    /// The date of the data.
    pub data_date: NaiveDate,
}

/// A matter of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChecklistMatter {
    /// Our code.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub code: ItemCode,
    /// Its official name.
    pub name: String,
    /// Sample content.
    pub sample: bool,
    /// No materials of it are published: nothing here says that none are needed.
    pub unpublished: bool,
}

/// One thing to carry, or not to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChecklistMaterial {
    /// The name of the material that decides, as published.
    pub name: String,
    /// The paper under its one name, when the material is exactly one known paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<PaperRef>,
    /// Every paper that the name stands for; empty when nobody could place it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<PaperRef>,
    /// The materials that ask for it, the one that decides first.
    pub needed_by: Vec<NeededBy>,
    /// What to do.
    pub verdict: Verdict,
    /// By which method it is dropped or deferred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    /// Who checks instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checker: Option<String>,
    /// Why, in plain words, the weightiest first.
    pub why: Vec<String>,
    /// What is done instead, in plain words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
    /// What turns the verdict around although no question asks for it.
    pub off_when: Vec<String>,
    /// How long a check between organs takes, and whether it counts in the time limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verify: Option<VerifyTerms>,
    /// The last day to bring it later, counted from the day of going.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later_by: Option<Due>,
    /// The law or decision of the rule.
    pub basis: Vec<Basis>,
    /// What to do when the window asks for more than stands here.
    pub if_refused: String,
    /// What else would do in its place, by the name of the material: any one of the group is enough.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub any_of: Vec<String>,
    /// Whether it is the one to take of its group so that the bag is smallest; left out where that is not certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picked: Option<bool>,
    /// Form, number, origin and note of the material that decides, in plain words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub form: Vec<String>,
    /// Keys of the unanswered questions on which the verdict hangs.
    pub hangs_on: Vec<String>,
    /// The ids of the rules at work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
    /// Decided by a rule that is an example.
    pub sample: bool,
}

/// A paper and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PaperRef {
    /// Its id.
    pub id: String,
    /// Its official name.
    pub name: String,
    /// What it is.
    pub kind: PaperKind,
    /// Whose it is, when not the applicant's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whose: Option<String>,
}

/// A material of a matter that asks for a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NeededBy {
    /// The matter.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub item: ItemCode,
    /// The material's name there, as published.
    pub material: String,
    /// What this matter alone asks for.
    pub verdict: Verdict,
}

/// A question that may change a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChecklistQuestion {
    /// The question.
    #[serde(flatten)]
    pub fact: FactView,
    /// How many materials hang on it.
    pub materials: usize,
}

/// A question as the API tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FactView {
    /// Its key in `facts`.
    pub key: String,
    /// flag (true or false), choice (one of `choices`) or number (from `min` to `max`).
    #[serde(rename = "type")]
    pub kind: String,
    /// The choices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// The smallest number that makes sense.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// The largest number that makes sense.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// What is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The question in plain words.
    pub label: String,
    /// Why it is asked.
    pub why: String,
    /// Words that explain a term of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// What it decides: papers and bundles by id, and the cases that guides name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub used_by: Vec<String>,
}
