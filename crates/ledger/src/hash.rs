//! Hashes of the tree, as RFC 6962 makes them.

use std::{fmt, str::FromStr};

use sha2::{Digest, Sha256};

/// A SHA-256, told in hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

impl fmt::Display for Hash {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(to, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, to)
    }
}

impl FromStr for Hash {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        unhex(text).map(Self).ok_or("64 hexadecimal digits are wanted")
    }
}

/// Bytes from small hexadecimal digits, exactly as many.
pub(crate) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if text.len() != 2 * N || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// Small hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The hash of a leaf.
pub fn leaf_hash(leaf: &[u8]) -> Hash {
    digest(&[&[0], leaf])
}

/// The hash of two subtrees.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    digest(&[&[1], &left.0, &right.0])
}

/// The root of a log that holds nothing.
pub fn empty_root() -> Hash {
    digest(&[])
}

/// How words stand in a leaf: once words and salt are erased, nobody can try out what they were.
pub fn seal_text(salt: &[u8; 16], text: &str) -> Hash {
    digest(&[b"banshi text 1\0", salt, text.as_bytes()])
}

fn digest(parts: &[&[u8]]) -> Hash {
    let mut sum = Sha256::new();
    parts.iter().for_each(|part| sum.update(part));
    Hash(sum.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_standard() {
        assert_eq!(empty_root().to_string(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(leaf_hash(b"").to_string(), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        let told = leaf_hash(b"x").to_string();
        assert_eq!(told.parse(), Ok(leaf_hash(b"x")));
        assert!(told.to_uppercase().parse::<Hash>().is_err() && "00".parse::<Hash>().is_err());
    }
}
