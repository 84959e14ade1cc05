//! Papers, and what is published of the proofs among them, as the API tells them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    ItemCode, RegionCode,
    guide::Basis,
    papers::{ECertificate, Method, NotFrom, PaperKind},
};

/// Papers that fit some words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProofList {
    /// How many fit.
    pub total: usize,
    /// Best first.
    pub items: Vec<ProofBrief>,
}

/// A paper in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProofBrief {
    /// Its id.
    pub id: String,
    /// Its official name.
    pub name: String,
    /// What it is: only `proof` is what 零证明 drops.
    pub kind: PaperKind,
    /// Who issues it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The methods by which it is dropped or deferred anywhere.
    pub methods: Vec<Method>,
    /// The spelling that fitted, when it is not the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<String>,
}

/// All that is known of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProofDetail {
    /// Its id.
    pub id: String,
    /// Its official name.
    pub name: String,
    /// What it is.
    pub kind: PaperKind,
    /// Other ways in which organs write it.
    pub written: Vec<String>,
    /// Who issues it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The e-certificate that can stand for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ecert: Option<ECertificate>,
    /// The law or decision that lets an organ ask for it (设定依据); empty: none is published here.
    pub basis: Vec<Basis>,
    /// Who may ask for it (索要单位).
    pub asked_by: Vec<String>,
    /// Bodies that must not be asked to issue it.
    pub not_from: Vec<NotFrom>,
    /// The matter in which it is issued (办理指南).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub guide: Option<ItemCode>,
    /// What does instead, in plain words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
    /// Every rule about it.
    pub rules: Vec<ProofRule>,
    /// Written as an example.
    pub sample: bool,
    /// The date of the data.
    pub data_date: NaiveDate,
}

/// A rule about a paper, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProofRule {
    /// Its id.
    pub id: String,
    /// How the paper is dropped or deferred.
    pub method: Method,
    /// The region in which it holds, with everything below.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub region: RegionCode,
    /// The matters for which it holds; empty with no themes: all.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub items: Vec<ItemCode>,
    /// Themes of matters for which it holds.
    pub themes: Vec<String>,
    /// Matters for which it does not hold.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub not_items: Vec<ItemCode>,
    /// Themes for which it does not hold.
    pub not_themes: Vec<String>,
    /// Who checks instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checker: Option<String>,
    /// What the citizen does instead, in plain words.
    pub instead: String,
    /// When it is off, in plain words.
    pub off_when: Vec<String>,
    /// First day.
    pub from: NaiveDate,
    /// Last day, when one is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The law or decision.
    pub basis: Vec<Basis>,
    /// Written as an example.
    pub sample: bool,
}
