//! Bytes as text that a QR code holds in its alphanumeric mode (5.5 bits a character) and that an address may carry
//! after its `#` as it is: two bytes are three of 41 characters.

use crate::SlipError;

/// What is in both alphabets.
const ALPHABET: &[u8; 41] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-./:*";
const BASE: u32 = 41;

/// The text of bytes.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(2) * 3);
    for pair in bytes.chunks(2) {
        let (mut value, digits) = match *pair {
            [high, low] => (u32::from(high) << 8 | u32::from(low), 3),
            [one] => (u32::from(one), 2),
            _ => continue,
        };
        for _ in 0..digits {
            text.push(char::from(ALPHABET[(value % BASE) as usize]));
            value /= BASE;
        }
    }
    text
}

/// The bytes of a text. Each has exactly one text, so no character can change unnoticed.
pub fn decode(text: &str) -> Result<Vec<u8>, SlipError> {
    let digits: Option<Vec<u32>> = text.bytes().map(digit).collect();
    let digits = digits.ok_or(SlipError::Damaged)?;
    let mut bytes = Vec::with_capacity(digits.len() / 3 * 2 + 1);
    for group in digits.chunks(3) {
        let value = group.iter().rev().fold(0, |value, digit| value * BASE + digit);
        match group.len() {
            3 => bytes.extend(u16::try_from(value).map_err(|_| SlipError::Damaged)?.to_be_bytes()),
            2 => bytes.push(u8::try_from(value).map_err(|_| SlipError::Damaged)?),
            _ => return Err(SlipError::Damaged),
        }
    }
    Ok(bytes)
}

fn digit(character: u8) -> Option<u32> {
    ALPHABET.iter().position(|own| *own == character).and_then(|at| u32::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_whatever_their_number() {
        for length in 0..9_u8 {
            let bytes: Vec<u8> = (0..length).map(|at| at.wrapping_mul(97) ^ 0xff).collect();
            assert_eq!(decode(&encode(&bytes)), Ok(bytes));
        }
    }

    #[test]
    fn a_text_that_no_bytes_have_is_damaged() {
        for text in ["0", "***", "**", "a0", "0 0", "零"] {
            assert_eq!(decode(text), Err(SlipError::Damaged), "{text}");
        }
    }
}
