//! A policy file as people write it: texts with units, names instead of numbers.

use serde::Deserialize;
use toml::Value;

use super::day::Day;

/// `facts.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactsForm {
    #[serde(default)]
    pub fact: Vec<FactForm>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactForm {
    pub key: String,
    #[serde(default)]
    pub of: Option<String>,
    pub r#type: String,
    #[serde(default)]
    pub unit: Option<String>,
    #[serde(default)]
    pub min: Option<Value>,
    #[serde(default)]
    pub max: Option<Value>,
    #[serde(default)]
    pub choices: Vec<domain::logic::Choice>,
    pub label: String,
    pub why: String,
    #[serde(default)]
    pub help: Option<String>,
    #[serde(default)]
    pub change: Option<String>,
}

/// `groups.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupsForm {
    #[serde(default)]
    pub group: Vec<GroupForm>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupForm {
    pub id: String,
    pub text: String,
    pub take: String,
    #[serde(default)]
    pub at_most: Option<String>,
    pub source: String,
    #[serde(rename = "checked_on")]
    pub _checked_on: Day,
}

/// `<id>.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyForm {
    pub id: String,
    pub name: String,
    pub plain_name: String,
    pub summary: String,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub class: String,
    pub instrument: String,
    pub means: String,
    pub audience: Vec<String>,
    pub level: String,
    pub region: String,
    pub issuer: String,
    #[serde(default)]
    pub doc_no: Option<String>,
    #[serde(default)]
    pub apply_item: Option<String>,
    #[serde(default)]
    pub group: Option<String>,
    #[serde(default)]
    pub sample: bool,
    pub source: Vec<SourceForm>,
    pub rule: Vec<RuleForm>,
    #[serde(default)]
    pub case: Vec<CaseForm>,
    #[serde(default)]
    pub history: Vec<HistoryForm>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceForm {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub address: Option<String>,
    #[serde(default)]
    pub sentence: Option<String>,
    pub checked_on: Day,
    #[serde(default)]
    pub doc_until: Option<Day>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistoryForm {
    pub on: Day,
    pub text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleForm {
    pub from: Day,
    #[serde(default)]
    pub until: Option<Day>,
    #[serde(default)]
    pub no_end: Option<String>,
    #[serde(default)]
    pub due: Option<String>,
    #[serde(default)]
    pub condition: Vec<ConditionForm>,
    #[serde(default)]
    pub exception: Vec<ExceptionForm>,
    pub pay: PayForm,
    pub amount: AmountForm,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionForm {
    pub text: String,
    pub need: NeedForm,
    #[serde(default)]
    pub source: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExceptionForm {
    pub text: String,
    pub when: NeedForm,
    pub then: String,
    #[serde(default)]
    pub source: Option<String>,
}

/// A condition: one of its forms, the other keys left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NeedForm {
    pub is: Option<String>,
    pub not: Option<Box<NeedForm>>,
    pub r#in: Option<String>,
    pub values: Option<Vec<String>>,
    pub at_least: Option<String>,
    pub at_most: Option<String>,
    pub value: Option<Value>,
    pub between: Option<String>,
    pub from: Option<Value>,
    pub to: Option<Value>,
    pub all: Option<Vec<NeedForm>>,
    pub any: Option<Vec<NeedForm>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayForm {
    pub mode: String,
    pub trigger: String,
    pub payer: String,
    pub account: String,
    pub cycle: String,
    #[serde(default)]
    pub expected: Option<ExpectedForm>,
    #[serde(default)]
    pub confirm: Option<String>,
    #[serde(default)]
    pub check: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ExpectedForm {
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub days: Option<u16>,
    pub after: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AmountForm {
    pub local: Option<String>,
    pub worth: Option<String>,
    pub combine: Option<String>,
    pub at_most: Option<Value>,
    pub at_least: Option<Value>,
    pub example: Option<String>,
    pub part: Vec<PartForm>,
}

/// A part; what it pays stands in the same table.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PartForm {
    pub label: String,
    pub when: Option<NeedForm>,
    pub source: Option<String>,
    pub part_at_most: Option<Value>,
    pub by: Option<String>,
    pub rows: Vec<RowForm>,
    pub fixed: Option<Value>,
    pub from: Option<Value>,
    pub to: Option<Value>,
    pub percent: Option<Value>,
    pub of: Option<String>,
    pub above: Option<Value>,
    pub per: Option<String>,
    pub per_at_most: Option<Value>,
    pub nothing: bool,
}

/// A tier.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RowForm {
    pub min: Option<Value>,
    pub max: Option<Value>,
    pub values: Option<Vec<String>>,
    pub fixed: Option<Value>,
    pub from: Option<Value>,
    pub to: Option<Value>,
    pub percent: Option<Value>,
    pub of: Option<String>,
    pub above: Option<Value>,
    pub per: Option<String>,
    pub per_at_most: Option<Value>,
    pub nothing: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseForm {
    pub name: String,
    #[serde(default)]
    pub on: Option<Day>,
    #[serde(default)]
    pub region: Option<String>,
    #[serde(default)]
    pub facts: toml::Table,
    pub expect: String,
    #[serde(default)]
    pub amount: Option<Value>,
    #[serde(default)]
    pub mode: Option<String>,
    #[serde(default)]
    pub missing: Option<Vec<String>>,
    #[serde(default)]
    pub change: Option<Vec<String>>,
    #[serde(default, rename = "official")]
    pub _official: Option<String>,
    #[serde(default, rename = "source")]
    pub _source: Option<String>,
}
