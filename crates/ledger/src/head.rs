//! Heads: signed statements of what the log held.

use slip::PublicKey;

use crate::hash::{Hash, hex, unhex};

/// What the log held at the end of a day, or at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// A day that is over, 2026-11-22, or a moment, RFC 3339 with +08:00.
    pub at: String,
    /// How many leaves.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

/// A head with its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedHead {
    /// What is stated.
    pub head: Head,
    /// The name of the key.
    pub key: String,
    /// The signature, hexadecimal.
    pub signature: String,
}

impl Head {
    /// What is signed.
    pub fn message(&self) -> Vec<u8> {
        format!("banshi head 1\n{}\n{}\n{}\n", self.at, self.size, self.root).into_bytes()
    }

    /// The day that is over, or in which the moment lies.
    pub fn day(&self) -> &str {
        self.at.get(..10).unwrap_or(&self.at)
    }

    /// Whether it closes its day: nothing accepted on that day or before may come after it.
    pub fn closes(&self) -> bool {
        self.at.len() == 10
    }

    /// The head, signed.
    pub fn sign(self, signer: &dyn slip::Signer) -> SignedHead {
        let signature = hex(&signer.sign(&self.message()));
        SignedHead { head: self, key: signer.id().to_string(), signature }
    }
}

impl SignedHead {
    /// Whether one of these keys signed it.
    pub fn is_signed(&self, keys: &[PublicKey]) -> bool {
        let Some(signature) = unhex::<64>(&self.signature) else { return false };
        let message = self.head.message();
        keys.iter().any(|key| key.id.to_string() == self.key && key.verifies(&message, &signature))
    }
}
