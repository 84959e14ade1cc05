//! Bundles (一件事) as the API tells them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Audience, ItemCode,
    bundles::{FieldSource, LifeStage, NationalBatch},
    guide::Basis,
};

/// All bundles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BundleList {
    /// The bundles, in the order in which they are shown.
    pub items: Vec<BundleBrief>,
}

/// A bundle in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BundleBrief {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When it is the right one, as a citizen would ask.
    pub question: String,
    /// What it does.
    pub summary: String,
    /// Whom it serves.
    pub audience: Vec<Audience>,
    /// When in life it comes.
    pub life_stage: LifeStage,
    /// The national list that has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<NationalBatch>,
    /// How many matters it has.
    pub matters: usize,
    /// Written as an example.
    pub sample: bool,
}

/// A bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BundleDetail {
    /// What a list shows of it.
    #[serde(flatten)]
    pub brief: BundleBrief,
    /// The kind of organ that leads.
    pub lead_organ: String,
    /// What is done, stage by stage.
    pub stages: Vec<BundleStageView>,
    /// The fields of the one form.
    pub fields: Vec<FormFieldView>,
    /// What it rests on.
    pub basis: Vec<Basis>,
    /// The date of the data.
    pub data_date: NaiveDate,
}

/// Matters that come at the same time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BundleStageView {
    /// Its name.
    pub name: String,
    /// Its matters.
    pub matters: Vec<BundleMatterView>,
}

/// One matter of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BundleMatterView {
    /// The item.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub item: ItemCode,
    /// The matters whose results it waits for.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub after: Vec<ItemCode>,
    /// For whom it is, in plain words; left out: for everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Papers by id that its result is.
    pub gives: Vec<String>,
    /// What to know about it in this bundle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One field of the one form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FormFieldView {
    /// What it asks for.
    pub name: String,
    /// Whether the citizen fills it in.
    pub source: FieldSource,
    /// From where it is shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
}
