//! What is told of the public log.

use ledger::{Hash, Head};

/// A leaf in an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// The leaf as it is hashed.
    Told(String),
    /// Its hash alone, since so few ratings could tell who rated.
    KeptBack(Hash),
}

/// A leaf and its way to the root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// Its place.
    pub index: u64,
    /// The leaf as it is hashed.
    pub leaf: String,
    /// The salt of its words, as long as they are kept.
    pub text_salt: Option<[u8; 16]>,
    /// The hashes beside the way.
    pub path: Vec<Hash>,
    /// Size and root of the log; its moment is left empty.
    pub head: Head,
}
