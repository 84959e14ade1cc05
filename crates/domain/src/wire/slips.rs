//! A signed list of papers, and the keys that sign.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ChecklistAsk;

/// What is to be signed: a checklist, and which answers may stand in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignAsk {
    /// The checklist; it is computed anew and forgotten.
    #[serde(flatten)]
    pub ask: ChecklistAsk,
    /// Keys of the answers that the list shows. Any other decides and is not told.
    #[serde(default)]
    pub include: Vec<String>,
}

/// A list that stands at the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedList {
    /// The list as text: everything that was signed, and the signature.
    pub slip: String,
    /// The key that signed.
    pub key_id: String,
    /// The address that a QR code of it holds; what stands after `#` never reaches a server.
    pub url: String,
}

/// The published keys.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeyList {
    /// The key that signs now, then older ones; empty when nothing is signed here.
    pub keys: Vec<KeyView>,
}

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeyView {
    /// Its name: eight hexadecimal digits.
    pub id: String,
    /// `ed25519`.
    pub algorithm: String,
    /// The key, hexadecimal.
    pub public_key: String,
    /// The first day on which it signed.
    pub from: NaiveDate,
    /// The last day on which it signed; none for the one that signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

impl KeyView {
    /// The key as one line, as the check of a list reads it: `id algorithm key from until`, `-` for none.
    pub fn line(&self) -> String {
        let until = self.until.map_or_else(|| "-".to_owned(), |day| day.to_string());
        [&self.id, &self.algorithm, &self.public_key, &self.from.to_string(), &until].map(String::as_str).join(" ")
    }
}
