//! Keys: who signed, and since when.

use std::fmt;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

use crate::Day;

/// What begins every signed message, so that no signature of ours can be taken for another.
const CONTEXT: &[u8] = b"banshi slip 1\0";
/// The name of the one algorithm so far.
pub const ED25519: &str = "ed25519";
/// Both Ed25519 and SM2 write as many bytes.
pub const SIGNATURE: usize = 64;

/// The name of a key: four bytes, which its keeper chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyId(pub [u8; 4]);

impl fmt::Display for KeyId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(to, "{byte:02x}"))
    }
}

impl KeyId {
    /// Reads eight hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        hex(text).map(Self)
    }
}

/// What signs. Another algorithm is another one of these.
pub trait Signer {
    /// The name of the key.
    fn id(&self) -> KeyId;
    /// Signs a message.
    fn sign(&self, message: &[u8]) -> [u8; SIGNATURE];
}

/// A key of Ed25519 that signs.
pub struct Ed25519 {
    id: KeyId,
    key: SigningKey,
}

impl Ed25519 {
    /// The key made from 32 secret bytes.
    pub fn new(id: KeyId, secret: &[u8; 32]) -> Self {
        Self { id, key: SigningKey::from_bytes(secret) }
    }

    /// What everybody may know of it.
    pub fn public(&self) -> [u8; 32] {
        self.key.verifying_key().to_bytes()
    }
}

impl Signer for Ed25519 {
    fn id(&self) -> KeyId {
        self.id
    }

    fn sign(&self, message: &[u8]) -> [u8; SIGNATURE] {
        self.key.sign(message).to_bytes()
    }
}

/// A published key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// Its name.
    pub id: KeyId,
    /// The key of Ed25519.
    pub key: [u8; 32],
    /// The first day on which it signed.
    pub from: Day,
    /// The last day on which it signed.
    pub until: Option<Day>,
}

impl PublicKey {
    /// Reads `id algorithm key from until`, with `-` for a key that still signs; `None` for what this code cannot use.
    pub fn parse(line: &str) -> Option<Self> {
        let mut parts = line.split(' ');
        let id = KeyId::parse(parts.next()?)?;
        let known = parts.next()? == ED25519;
        let key = hex(parts.next()?)?;
        let from = Day::parse(parts.next()?)?;
        let until = match parts.next()? {
            "-" => None,
            day => Some(Day::parse(day)?),
        };
        (known && parts.next().is_none()).then_some(Self { id, key, from, until })
    }

    /// Reads several, one a line, and leaves out what this code cannot use.
    pub fn parse_all(lines: &str) -> Vec<Self> {
        lines.lines().filter_map(Self::parse).collect()
    }

    /// The line that `parse` reads.
    pub fn line(&self) -> String {
        let key: String = self.key.iter().map(|byte| format!("{byte:02x}")).collect();
        let until = self.until.map_or_else(|| "-".to_owned(), |day| day.to_string());
        [&self.id.to_string(), ED25519, &key, &self.from.to_string(), &until].join(" ")
    }

    /// Whether this key signed a list.
    pub(crate) fn signed(&self, list: &[u8], signature: &[u8; SIGNATURE]) -> bool {
        self.verifies(&message(list), signature)
    }

    /// Whether this key signed a message, which must begin with a context of its own. Strict: of the texts that the
    /// standard leaves open, none is taken.
    pub fn verifies(&self, message: &[u8], signature: &[u8; SIGNATURE]) -> bool {
        let Ok(key) = VerifyingKey::from_bytes(&self.key) else { return false };
        key.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }

    /// Whether it was in use on a day.
    pub fn in_use(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// What is signed for a list.
pub fn message(list: &[u8]) -> Vec<u8> {
    [CONTEXT, list].concat()
}

/// Bytes from hexadecimal digits, exactly as many.
fn hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
        let value = |digit: u8| char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
        *byte = value(pair[0])? << 4 | value(pair[1])?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_key_is_read_as_it_is_written() {
        let key = PublicKey {
            id: KeyId([1, 2, 3, 0xff]),
            key: Ed25519::new(KeyId([0; 4]), &[7; 32]).public(),
            from: Day::parse("2026-01-01").unwrap(),
            until: Some(Day::parse("2026-12-31").unwrap()),
        };
        assert_eq!(PublicKey::parse(&key.line()), Some(key.clone()));
        let open = PublicKey { until: None, ..key };
        let lines = format!("{}\n0a0b0c0d sm2 00 2026-01-01 -\nnonsense", open.line());
        assert_eq!(PublicKey::parse_all(&lines), [open]);
    }
}
