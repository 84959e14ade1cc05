//! A book as bytes, the same on server and device, and nothing but what it holds: no names of fields, so that little
//! code reads it.

mod parts;
mod values;

use super::{BookParts, PolicyBook, PolicyProblem};
use crate::sum::sha256;

/// What the bytes begin with: a name and the version of the format.
const MAGIC: &[u8; 8] = b"BSPOLIC\x01";
/// Where the content begins, behind magic and checksum.
const BODY: usize = MAGIC.len() + 32;

/// Why bytes are no book.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// The bytes begin like another file, or another version of this one.
    #[error("these bytes are no pack of policies of this version")]
    Foreign,
    /// The bytes are not those that were written.
    #[error("the pack of policies is damaged")]
    Damaged,
    /// The content cannot be read.
    #[error("the pack of policies has no content that can be read")]
    Content,
    /// The policies contradict themselves.
    #[error("the policies are wrong: {0:?}")]
    Policies(Vec<PolicyProblem>),
}

/// What can be written to bytes and read back.
trait Packed: Sized {
    fn put(&self, out: &mut Vec<u8>);
    fn take(from: &mut &[u8]) -> Option<Self>;
}

impl BookParts {
    /// The bytes that [`PolicyBook::open`] reads; the same parts give the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut body = Vec::new();
        self.put(&mut body);
        [&MAGIC[..], &sha256(&body), &body].concat()
    }

    /// Reads the parts back.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackError> {
        if !bytes.starts_with(MAGIC) || bytes.len() < BODY {
            return Err(PackError::Foreign);
        }
        let (head, mut body) = bytes.split_at(BODY);
        if head[MAGIC.len()..] != sha256(body) {
            return Err(PackError::Damaged);
        }
        let parts = Self::take(&mut body).ok_or(PackError::Content)?;
        if body.is_empty() { Ok(parts) } else { Err(PackError::Content) }
    }
}

impl PolicyBook {
    /// Opens the bytes of a pack of policies.
    pub fn open(bytes: &[u8]) -> Result<Self, PackError> {
        Self::build(BookParts::from_bytes(bytes)?).map_err(PackError::Policies)
    }
}
