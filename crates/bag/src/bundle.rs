//! Several matters of one event (一件事).

use serde::{Deserialize, Serialize};

/// An event and its matters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// Its id.
    pub id: String,
}
