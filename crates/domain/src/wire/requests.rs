//! What a citizen reports (诉求).

use serde::{Deserialize, Serialize};

use crate::codes::code_table;

code_table! {
    /// Kind of a report.
    RequestKind {
        Correction = "correction", "这条不对";
        ExtraPaper = "extra_paper", "窗口还要我交";
    }
}

/// A report as it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewRequest {
    /// The kind.
    pub kind: RequestKind,
    /// The guide it is about: our item code.
    #[serde(default)]
    pub item: Option<String>,
    /// The region in which it was read.
    #[serde(default)]
    pub region: Option<String>,
    /// The part of the guide that is wrong, by its name in the API.
    #[serde(default)]
    pub part: Option<String>,
    /// What is wrong, at most 500 characters.
    pub text: String,
}

/// What the citizen gets back: the code is the only key to the report and cannot be recovered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestReceipt {
    /// The report's number.
    pub id: String,
    /// The code that opens it.
    pub code: String,
}

/// A report as its writer sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestView {
    /// The report's number.
    pub id: String,
    /// As it was sent.
    #[serde(flatten)]
    pub request: NewRequest,
    /// When it was received, RFC 3339 with +08:00.
    pub received_at: String,
    /// Where it stands: `received`.
    pub state: String,
}
