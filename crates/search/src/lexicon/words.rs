//! The words file: a whole lexicon, compiled. It travels with the catalogue to servers and phones.
//!
//! ```text
//! magic, version       4 bytes
//! check of the rest    8 bytes
//! three streams, each with its length: numbers, lengths of words, letters
//! ```
//!
//! What is alike stands together, so that the transport's compression finds it: phrases are grouped
//! by what they say, and what they say is told once a group.

mod read;
mod streams;
mod write;

use super::Lexicon;

/// The first bytes, and the version of the format. Raise it whenever the format changes, and the
/// format of snapshots with it.
const MAGIC: [u8; 4] = *b"\x89BW\x02";
const HEAD: usize = 12;

/// Why bytes are no words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordsError {
    /// They are something else, or of another version.
    Unknown,
    /// They are not as they were written.
    Damaged,
}

impl WordsError {
    /// The reason as a code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unknown => "words_unknown",
            Self::Damaged => "words_damaged",
        }
    }
}

impl std::fmt::Display for WordsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for WordsError {}

impl Lexicon {
    /// The compiled form: the same bytes for the same words.
    pub fn to_bytes(&self) -> Vec<u8> {
        let body = write::write(self);
        [&MAGIC[..], &check(&body).to_le_bytes(), &body].concat()
    }

    /// Reads the compiled form. Whatever the bytes are, it gives a lexicon or an error.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WordsError> {
        let Some((head, body)) = bytes.split_first_chunk::<HEAD>() else { return Err(WordsError::Unknown) };
        let (magic, sum) = head.split_at(MAGIC.len());
        if magic != MAGIC {
            return Err(WordsError::Unknown);
        }
        if sum != check(body).to_le_bytes() {
            return Err(WordsError::Damaged);
        }
        let lexicon = read::read(body).ok_or(WordsError::Damaged)?;
        Ok(Self { mark: check(body), ..lexicon })
    }

    /// What tells these words from others; a pack names the words that it was made with.
    pub fn mark(&self) -> u64 {
        self.mark
    }

    /// The same of compiled words that are not opened for it.
    pub fn mark_of(bytes: &[u8]) -> u64 {
        bytes.get(HEAD..).map_or(0, check)
    }
}

/// FNV-1a: tells a torn or cut-off file, not a forged one.
fn check(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, &byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
#[cfg(feature = "authoring")]
mod tests;
