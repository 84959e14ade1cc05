//! Where a value comes from: file, row, date, approver; and what an import repaired.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The origin of a record, with exceptions for fields that came from elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Provenance {
    /// Where every field comes from unless `fields` says otherwise.
    pub origin: Origin,
    /// Fields that came from another file or row, by field name.
    #[serde(default)]
    pub fields: Vec<FieldOrigin>,
    /// Fields that an import repaired, with the text as published.
    #[serde(default)]
    pub repairs: Vec<Repair>,
}

/// A place in a source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Origin {
    /// The file's name, without its folder.
    pub file: String,
    /// The row in that file, counted from 1; 0 when the source has no rows.
    #[serde(default)]
    pub row: u32,
    /// The date of the data.
    #[serde(default)]
    pub date: Option<NaiveDate>,
    /// Who approved it.
    #[serde(default)]
    pub approver: Option<String>,
}

/// The origin of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldOrigin {
    /// The field's canonical name.
    pub field: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// One repair of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Repair {
    /// The field's canonical name.
    pub field: String,
    /// The code of the lint that repaired it.
    pub code: String,
    /// The text as published.
    pub original: String,
}
