//! The log as a file that anyone can recount: one JSON object a line.

use serde::{Deserialize, Serialize};

/// The first line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The format: 1.
    pub banshi_log: u32,
    /// How many leaves follow.
    pub size: u64,
    /// Lines of an item, organ or region with fewer ratings than this are told by their hash alone.
    pub small_n: u64,
    /// The public keys, as `/api/v1/keys` has them: `id algorithm key from until`.
    pub keys: Vec<String>,
}

/// Any other line: leaves from the first to the last, heads between them or behind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// A leaf as it is hashed.
    Leaf(String),
    /// The hash of a leaf that is kept back, since so few ratings could tell who rated.
    Hash(String),
    /// A signed head.
    Head {
        /// The day or moment.
        at: String,
        /// How many leaves.
        size: u64,
        /// The root.
        root: String,
        /// The key.
        key_id: String,
        /// The signature.
        signature: String,
    },
}
