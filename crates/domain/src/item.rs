//! The canonical item (事项): one matter, however many regions publish it.

use serde::{Deserialize, Serialize};

use crate::{Audience, Guide, ItemCode, ItemKind, Level, provenance::Provenance};

/// A matter and the guide that holds wherever a region says nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Our own code.
    pub code: ItemCode,
    /// The code verbatim as imported: 31, 33 or 12 characters, or a local shape.
    pub source_code: String,
    /// The official name, verbatim.
    pub name: String,
    /// What people call it.
    #[serde(default)]
    pub plain_name: Option<String>,
    /// Other names, official or not.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The kind of organ in charge, as published: 公安局.
    pub department: String,
    /// The type.
    pub kind: ItemKind,
    /// Whom it serves; empty when unpublished.
    #[serde(default)]
    pub audience: Vec<Audience>,
    /// Levels at which organs exercise it, as the catalogue states (行使层级); says nothing of single regions.
    #[serde(default)]
    pub levels: Vec<Level>,
    /// Themes as published: 户籍证件.
    #[serde(default)]
    pub themes: Vec<String>,
    /// How often it is asked for, 0 to 1000, as given by the data and never learned from clicks.
    #[serde(default)]
    pub popularity: u16,
    /// The guide.
    #[serde(default)]
    pub guide: Guide,
    /// Sample content, marked 样例 wherever it is shown.
    #[serde(default)]
    pub sample: bool,
    /// Where it comes from.
    #[serde(default)]
    pub provenance: Provenance,
}
