//! Policies as the API tells them, and what comes out for somebody.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Audience, ItemCode, Level, RegionCode,
    logic::{Expr, Facts, Truth, Value},
    policy::{Cycle, Instrument, Means, PayMode, PolicyClass, Take, Then},
};

/// A page of policies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PolicyList {
    /// How many there are in all.
    pub total: usize,
    /// This page, from 1.
    pub page: u32,
    /// Policies a page.
    pub size: u32,
    /// The policies of this page.
    pub items: Vec<PolicyBrief>,
    /// The date of the data.
    pub data_date: NaiveDate,
}

/// A policy in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PolicyBrief {
    /// Its name in addresses.
    pub id: String,
    /// The official name.
    pub name: String,
    /// How a neighbour would say it.
    pub plain_name: String,
    /// Who gets what.
    pub summary: String,
    /// What it is about.
    pub class: PolicyClass,
    /// In which form it helps.
    pub instrument: Instrument,
    /// What the amount is to a citizen.
    pub means: Means,
    /// For whom.
    pub audience: Vec<Audience>,
    /// Who decided it.
    pub level: Level,
    /// Where it holds, with all below.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub region: RegionCode,
    /// The organ.
    pub issuer: String,
    /// What the citizen has to do.
    pub pay_mode: PayMode,
    /// A rule of it holds on the day that was asked for.
    pub in_force: bool,
    /// Sample content.
    pub sample: bool,
}

/// A policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PolicyDetail {
    /// As in lists.
    #[serde(flatten)]
    pub brief: PolicyBrief,
    /// Other words for it.
    pub aliases: Vec<String>,
    /// The number of the document.
    pub doc_no: Option<String>,
    /// The matter by which one applies.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub apply_item: Option<ItemCode>,
    /// The group within which not all is paid.
    pub group: Option<PolicyGroup>,
    /// What it rests on.
    pub sources: Vec<PolicySourceView>,
    /// The rules, one after the other in time.
    pub rules: Vec<PolicyRuleView>,
    /// What changed when.
    pub history: Vec<PolicyChange>,
    /// The keys of the questions that it asks.
    pub facts: Vec<String>,
}

/// Policies that may not all be had in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PolicyGroup {
    /// Its id.
    pub id: String,
    /// The rule in plain words.
    pub text: String,
    /// What is paid.
    pub take: Take,
    /// The most that all pay in a year, in fen.
    pub at_most: Option<i64>,
}

/// What a policy rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PolicySourceView {
    /// The title of the document.
    pub title: String,
    /// The page that was opened.
    pub address: Option<String>,
    /// The sentence, word for word.
    pub sentence: Option<String>,
    /// When it was looked at.
    pub checked_on: NaiveDate,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PolicyChange {
    /// The day.
    pub on: NaiveDate,
    /// What changed.
    pub text: String,
}

/// The rule of a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PolicyRuleView {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: Option<NaiveDate>,
    /// By when one must apply or confirm.
    pub due: Option<String>,
    /// All of these together.
    pub conditions: Vec<PolicyConditionView>,
    /// What changes it for some.
    pub exceptions: Vec<PolicyExceptionView>,
    /// How it is paid.
    pub pay: PolicyPayView,
    /// How much.
    pub amount: PolicyAmountView,
}

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PolicyConditionView {
    /// In plain words.
    pub text: String,
    /// Over the keys of questions: a tree of all, any, not, is, in, between.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub need: Expr,
    /// The place of its source in the list of sources.
    pub source: u8,
}

/// An exception.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PolicyExceptionView {
    /// In plain words.
    pub text: String,
    /// For whom.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub when: Expr,
    /// What it does.
    pub then: Then,
}

/// How it is paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PolicyPayView {
    /// What the citizen has to do.
    pub mode: PayMode,
    /// Who starts it.
    pub trigger: String,
    /// Who pays.
    pub payer: String,
    /// To where.
    pub account: String,
    /// How often.
    pub cycle: Cycle,
    /// When it should be there: by the end of this month of each year.
    pub month: Option<u8>,
    /// By this day of each month.
    pub day: Option<u8>,
    /// So many days …
    pub days: Option<u16>,
    /// … after this.
    pub after: Option<String>,
    /// What to confirm.
    pub confirm: Option<String>,
    /// What to check.
    pub check: Option<String>,
}

/// How much, for one cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PolicyAmountView {
    /// Says that places differ.
    pub local: Option<String>,
    /// What one has when it is no money.
    pub worth: Option<String>,
    /// Only the highest part counts.
    pub highest: bool,
    /// The most of all parts, in fen.
    pub at_most: Option<i64>,
    /// The least when anything is paid, in fen.
    pub at_least: Option<i64>,
    /// A worked example.
    pub example: Option<String>,
    /// The parts.
    pub parts: Vec<PolicyPartView>,
}

/// A part of an amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PolicyPartView {
    /// What is paid.
    pub label: String,
    /// For whom; left out for everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Object>))]
    pub when: Option<Expr>,
    /// The most of this part, in fen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<i64>,
    /// Tiers of which one holds.
    pub rows: Vec<PolicyRowView>,
}

/// A tier.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PolicyRowView {
    /// For whom; left out for everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Object>))]
    pub when: Option<Expr>,
    /// The least that places pay, in fen; a fixed sum is least and most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<i64>,
    /// The most that places pay, in fen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<i64>,
    /// A share as numerator and denominator …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<[u32; 2]>,
    /// … of the money that this question asks for …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// … as far as it lies above this, in fen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub above: Option<i64>,
    /// Times what this question counts …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<String>,
    /// … up to this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_at_most: Option<i64>,
}

/// What is asked: where, on which day, with which answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EligibilityAsk {
    /// Where the citizen or firm is.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub region: RegionCode,
    /// The day, also one in the past; without one, today.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Answers by the key of their question. Whatever is left out is unknown, not no.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, crate::logic::Value>))]
    pub facts: Facts,
    /// Only these policies; all without it.
    #[serde(default)]
    pub ids: Vec<String>,
}

/// What comes out of one policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Eligibility {
    /// The policy.
    pub id: String,
    /// Its official name.
    pub name: String,
    /// Whether one has it.
    pub outcome: Truth,
    /// Every reason.
    pub why: Vec<EligibilityWhy>,
    /// The keys of the questions on which the outcome hangs.
    pub missing: Vec<String>,
    /// The keys of the questions on which only amount or mode hang.
    pub details: Vec<String>,
    /// For a no, the smallest change that would make it a yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nearest: Option<EligibilityNearest>,
    /// The amount of one cycle in fen, for a yes, and for an unknown if it is a yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<AmountRange>,
    /// What the amount is to a citizen.
    pub means: Means,
    /// How often it is paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cycle: Option<Cycle>,
    /// What the citizen has to do.
    pub pay_mode: PayMode,
    /// Sample content.
    pub sample: bool,
}

/// A reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EligibilityWhy {
    /// In plain words.
    pub text: String,
    /// Whether it holds.
    pub holds: Truth,
    /// The place of its source in the policy's list of sources.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<u8>,
}

/// The smallest change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EligibilityNearest {
    /// The region where it holds, when it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub region: Option<RegionCode>,
    /// The answers that would have to be others.
    pub changes: Vec<EligibilityChange>,
    /// What then comes out.
    pub then: Truth,
}

/// One answer that would have to be another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EligibilityChange {
    /// The question.
    pub fact: String,
    /// The nearest answer that would do.
    pub to: Value,
    /// For a choice, every answer that would do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Value>,
}

/// From a smallest to a largest amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AmountRange {
    /// The smallest, in fen.
    pub min: i64,
    /// The largest, in fen.
    pub max: i64,
    /// The largest rests on the largest number that makes sense as an answer, and on no rule.
    pub open: bool,
}
