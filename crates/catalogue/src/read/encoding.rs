//! UTF-8, or the GBK that Excel writes on a Chinese computer.

use std::{borrow::Cow, fs::File, io::Read, path::Path};

use encoding_rs::GB18030;

/// How the bytes of a file stand for text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8; other bytes become U+FFFD, which the lint for garbled text reports.
    Utf8,
    /// GB 18030, which holds GBK and GB 2312.
    Gb,
}

/// How much of a file is looked at.
const SAMPLE: u64 = 1 << 16;

impl Encoding {
    /// The encoding of a file, by its first bytes.
    pub fn of(path: &Path) -> std::io::Result<Self> {
        let mut sample = Vec::new();
        File::open(path)?.take(SAMPLE).read_to_end(&mut sample)?;
        Ok(Self::guess(&sample))
    }

    /// The encoding of a text, by the text.
    pub fn guess(sample: &[u8]) -> Self {
        let good = match std::str::from_utf8(sample) {
            Ok(_) => true,
            // The last character may be cut in two.
            Err(error) => error.error_len().is_none(),
        };
        // A sample that is cut in the middle of a character decodes with one replacement at its end.
        let gb = || {
            let (text, _, _) = GB18030.decode(sample);
            !text.trim_end_matches('\u{fffd}').contains('\u{fffd}')
                && text.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
        };
        if !good && gb() { Self::Gb } else { Self::Utf8 }
    }

    /// Bytes as text. In both encodings no byte of a character is a separator, so a record may be cut before this.
    pub fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes),
            Self::Gb => GB18030.decode_without_bom_handling(bytes).0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gbk_is_told_from_utf_8_and_from_rubbish() {
        assert_eq!(Encoding::guess("身份证".as_bytes()), Encoding::Utf8);
        assert_eq!(Encoding::guess(&"身份证".as_bytes()[..7]), Encoding::Utf8);
        assert_eq!(Encoding::guess(b"\xc9\xed\xb7\xdd\xd6\xa4"), Encoding::Gb);
        assert_eq!(Encoding::guess(b"\xff\xff\xff"), Encoding::Utf8);
    }
}
