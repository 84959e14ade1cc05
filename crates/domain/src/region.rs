//! Regions (行政区划): the five-level tree and the zones that stand beside it.

use serde::{Deserialize, Serialize};

use crate::{Level, RegionCode, codes::code_table};

code_table! {
    /// Kind of a region.
    RegionKind {
        Province = "province", "省";
        City = "city", "市";
        County = "county", "县（市、区）";
        Township = "township", "乡镇（街道）";
        Village = "village", "村（社区）";
        Zone = "zone", "开发区";
        Farm = "farm", "农林牧场等特殊区域";
    }
}

/// One region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// The 12-character code.
    pub code: RegionCode,
    /// The official name.
    pub name: String,
    /// The kind.
    pub kind: RegionKind,
    /// The level at which it acts.
    pub level: Level,
    /// The region above; `None` for a province.
    pub parent: Option<RegionCode>,
}
