//! Where a citizen goes.

use serde::{Deserialize, Serialize};

use crate::codes::code_table;

code_table! {
    /// Kind of a place (办理地点类型).
    PlaceKind {
        Centre = "centre", "政务服务中心";
        Window = "window", "部门服务窗口";
        Office = "office", "单位办公室";
        Agency = "agency", "代办点";
        Station = "station", "便民服务中心（站）";
    }
}

/// A place where a matter is handled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Place {
    /// The name, verbatim as published.
    pub name: String,
    /// The kind; `None` when unpublished.
    #[serde(default)]
    pub kind: Option<PlaceKind>,
    /// The address, verbatim as published.
    #[serde(default)]
    pub address: Option<String>,
    /// Floor and window.
    #[serde(default)]
    pub window: Option<String>,
    /// Opening hours as published.
    #[serde(default)]
    pub hours: Option<String>,
    /// Phones of this place.
    #[serde(default)]
    pub phones: Vec<String>,
    /// A place that exists only as an example.
    #[serde(default)]
    pub sample: bool,
}
