//! Base64 for addresses, without padding: each text is that of exactly one row of bytes.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The text of bytes.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let value = three.iter().fold(0_u32, |value, byte| value << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            text.push(char::from(ALPHABET[(value >> (18 - 6 * place) & 63) as usize]));
        }
    }
    text
}

/// The bytes of a text; `None` for a text that `encode` never writes.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for four in text.as_bytes().chunks(4) {
        if four.len() == 1 {
            return None;
        }
        let mut value = 0_u32;
        for &character in four {
            value = value << 6 | u32::from(digit(character)?);
        }
        value <<= 6 * (4 - four.len());
        let whole = four.len() - 1;
        // Bits that no byte takes must be zero, or two texts would mean the same.
        if value & ((1 << (24 - 8 * whole)) - 1) != 0 {
            return None;
        }
        bytes.extend(&value.to_be_bytes()[1..=whole]);
    }
    Some(bytes)
}

fn digit(character: u8) -> Option<u8> {
    match character {
        b'A'..=b'Z' => Some(character - b'A'),
        b'a'..=b'z' => Some(character - b'a' + 26),
        b'0'..=b'9' => Some(character - b'0' + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }

        #[test]
        fn a_text_that_can_be_read_is_the_only_one_of_its_bytes(text in "[A-Za-z0-9_-]{0,12}") {
            if let Some(bytes) = decode(&text) {
                prop_assert_eq!(encode(&bytes), text);
            }
        }
    }

    #[test]
    fn what_is_no_base64_is_nothing() {
        for text in ["A", "AB=", "A+", "AB", "零", "AA AA"] {
            assert_eq!(decode(text), None, "{text}");
        }
        assert_eq!(decode("AA"), Some(vec![0]));
    }
}
