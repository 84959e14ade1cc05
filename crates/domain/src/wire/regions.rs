//! Regions as the API tells them.

use serde::{Deserialize, Serialize};

use crate::{Level, RegionCode, RegionKind};

/// A region with its parents' names, since names repeat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegionBrief {
    /// The 12-character code.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub code: RegionCode,
    /// Its own name.
    pub name: String,
    /// The name with its parents: 辽宁省 沈阳市 和平区.
    pub full_name: String,
    /// The kind.
    pub kind: RegionKind,
    /// The level.
    pub level: Level,
    /// The region above.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub parent: Option<RegionCode>,
}

/// A region with what is right below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegionDetail {
    /// The region.
    #[serde(flatten)]
    pub region: RegionBrief,
    /// The regions right below, by code.
    pub children: Vec<RegionBrief>,
}

/// A list of regions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegionList {
    /// Children by code, or matches best first.
    pub items: Vec<RegionBrief>,
}
