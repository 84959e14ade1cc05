//! Codes are text: letters occur in them, and leading zeros count.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a text is not a code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Not 2, 4, 6, 9 or 12 characters.
    #[error("a region code has 2, 4, 6, 9 or 12 characters, not {0}")]
    RegionLength(usize),
    /// A character outside 0-9 and A-Z.
    #[error("{0:?} does not occur in codes")]
    Character(char),
    /// Empty, or longer than 64 characters.
    #[error("an item code has 1 to 64 characters, not {0}")]
    ItemLength(usize),
}

/// A region's 12-character code, padded right with 0: `210102000000`, `21Z…` for zones.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RegionCode(Box<str>);

impl RegionCode {
    /// The province of Liaoning.
    pub const PROVINCE: &'static str = "210000000000";

    /// Reads a code of 2, 4, 6, 9 or 12 characters and pads it to 12.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        if let Some(c) = text.chars().find(|c| !c.is_ascii_digit() && !c.is_ascii_uppercase()) {
            return Err(CodeError::Character(c));
        }
        match text.len() {
            // Without `format!`, which the phone's module would carry for this line alone.
            2 | 4 | 6 | 9 | 12 => Ok(Self([text, &"0000000000"[text.len() - 2..]].concat().into())),
            n => Err(CodeError::RegionLength(n)),
        }
    }

    /// The 12 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A number for each code, in the order of the codes: 12 digits of base 36.
    pub(crate) fn number(&self) -> u64 {
        let digit = |byte: u8| if byte.is_ascii_digit() { byte - b'0' } else { byte.wrapping_sub(b'A' - 10) };
        self.0.bytes().fold(0, |number: u64, byte| number.wrapping_mul(36).wrapping_add(digit(byte).into()))
    }
}

/// Our own code of an item: short, in URLs, and the same after every import of the same source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ItemCode(Box<str>);

impl ItemCode {
    /// Reads a code of 1 to 64 ASCII letters, digits or hyphens.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        if text.is_empty() || text.len() > 64 {
            return Err(CodeError::ItemLength(text.len()));
        }
        match text.chars().find(|c| !c.is_ascii_alphanumeric() && *c != '-') {
            Some(c) => Err(CodeError::Character(c)),
            None => Ok(Self(text.into())),
        }
    }

    /// The text of the code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! text_code {
    ($code:ty) => {
        impl fmt::Display for $code {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl TryFrom<String> for $code {
            type Error = CodeError;
            fn try_from(text: String) -> Result<Self, CodeError> {
                Self::parse(&text)
            }
        }
        impl From<$code> for String {
            fn from(code: $code) -> Self {
                code.0.into()
            }
        }
    };
}
text_code!(RegionCode);
text_code!(ItemCode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_region_code_is_padded_on_the_right() {
        for short in ["21", "2101", "210102", "210102001", "210102001002"] {
            let code = RegionCode::parse(short).unwrap();
            assert_eq!(code.as_str().len(), 12);
            assert!(code.as_str().starts_with(short));
        }
    }

    #[test]
    fn the_numbers_of_region_codes_stand_in_the_order_of_the_codes() {
        let codes = ["000000000000", "210102000000", "210102000001", "21Z000000001", "21Z00000000A", "ZZZZZZZZZZZZ"];
        let numbers: Vec<u64> = codes.iter().map(|code| RegionCode::parse(code).unwrap().number()).collect();
        assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{numbers:?}");
    }

    #[test]
    fn a_region_code_of_another_length_or_alphabet_is_refused() {
        assert_eq!(RegionCode::parse("21010"), Err(CodeError::RegionLength(5)));
        assert_eq!(RegionCode::parse("21中"), Err(CodeError::Character('中')));
        assert!(RegionCode::parse("21Z000000001").is_ok());
    }
}
