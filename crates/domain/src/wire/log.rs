//! The public log of ratings: signed heads and proofs.

use serde::{Deserialize, Serialize};

/// A signed statement of what the log held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LogHead {
    /// A day that is over, 2026-11-22, or for a head between days a time, RFC 3339 with +08:00.
    pub at: String,
    /// How many leaves.
    pub size: u64,
    /// The root of the Merkle tree over them (RFC 6962), hexadecimal.
    pub root: String,
    /// The key that signed, as in `/api/v1/keys`.
    pub key_id: String,
    /// The signature of `banshi head 1\n{at}\n{size}\n{root}\n`, hexadecimal.
    pub signature: String,
}

/// The heads of past days, the newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LogHeads {
    /// What the log holds now.
    pub now: Option<LogHead>,
    /// One head for each day that is over.
    pub days: Vec<LogHead>,
}

/// The proof that a rating is in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LogProof {
    /// The place of the leaf.
    pub index: u64,
    /// The leaf itself, as it is hashed: SHA-256 of a zero byte and this text.
    pub leaf: String,
    /// The salt with which the words are hashed in the leaf, hexadecimal; none without words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_salt: Option<String>,
    /// The hashes beside the way up to the root, hexadecimal.
    pub path: Vec<String>,
    /// The head to whose root the way leads.
    pub head: LogHead,
}

/// The proof that the log of `to` leaves begins with that of `from` leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LogConsistency {
    /// The smaller size.
    pub from: u64,
    /// The larger size.
    pub to: u64,
    /// The root of the smaller tree.
    pub from_root: String,
    /// The root of the larger tree.
    pub to_root: String,
    /// The hashes of the proof (RFC 6962, 2.1.2), hexadecimal.
    pub path: Vec<String>,
}
