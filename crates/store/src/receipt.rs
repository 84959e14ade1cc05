//! Receipts. Of a report: a number that may be told, and a code that opens it. Of a rating: one code, whose first part
//! is its place in the public log. What opens is kept only as a hash.

use domain::wire::RequestReceipt;
use rand::Rng;
use sha2::{Digest, Sha256};

/// Digits and letters that are not mistaken for each other when read aloud or written by hand.
const ALPHABET: &[u8; 32] = b"23456789abcdefghjkmnpqrstuvwxyz0";

/// Length of a report's number: 50 bits, enough to tell reports apart.
const ID_LENGTH: usize = 10;

/// Length of a code: 80 bits, not to be guessed.
const CODE_LENGTH: usize = 16;

/// Length of a place in the log: 35 bits.
const PLACE_LENGTH: usize = 7;

/// A new number and code.
pub fn draw() -> RequestReceipt {
    RequestReceipt { id: random_text(ID_LENGTH), code: random_text(CODE_LENGTH) }
}

/// The form in which a code is stored: who reads the database cannot open reports as their writer.
pub fn hash(code: &str) -> Vec<u8> {
    Sha256::digest(code.trim().to_ascii_lowercase().as_bytes()).to_vec()
}

/// The receipt of a rating. Made anew from what only its sender has, so that the same sending gets the same receipt
/// and the database holds none.
pub fn of_rating(index: u64, salt: &[u8], key: &str, body: &[u8; 32]) -> String {
    let mut sum = Sha256::new();
    sum.update(b"banshi receipt 1\0");
    sum.update(salt);
    sum.update(body);
    sum.update(key.as_bytes());
    let bytes = sum.finalize();
    let code: String = bytes.iter().take(CODE_LENGTH).map(|byte| letter(u64::from(*byte))).collect();
    let place: String = (0..PLACE_LENGTH).rev().map(|digit| letter(index >> (5 * digit))).collect();
    format!("{place}-{}-{}", &code[..CODE_LENGTH / 2], &code[CODE_LENGTH / 2..])
}

/// The place and the code of a rating's receipt, however it is typed.
pub fn read(receipt: &str) -> Option<(u64, String)> {
    let plain: String = receipt.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let plain = plain.to_ascii_lowercase();
    if plain.len() != PLACE_LENGTH + CODE_LENGTH || !plain.is_ascii() {
        return None;
    }
    let (place, code) = plain.split_at(PLACE_LENGTH);
    let digit = |byte: u8| ALPHABET.iter().position(|own| *own == byte).and_then(|at| u64::try_from(at).ok());
    let index = place.bytes().try_fold(0, |index, byte| Some(index << 5 | digit(byte)?))?;
    code.bytes().all(|byte| ALPHABET.contains(&byte)).then(|| (index, code.to_owned()))
}

fn letter(five_bits: u64) -> char {
    char::from(ALPHABET[(five_bits & 31) as usize])
}

fn random_text(length: usize) -> String {
    let mut rng = rand::rng();
    (0..length).map(|_| char::from(ALPHABET[rng.random_range(0..ALPHABET.len())])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_receipts_differ_and_use_only_plain_characters() {
        let (a, b) = (draw(), draw());
        assert_ne!(a.id, b.id);
        assert_ne!(a.code, b.code);
        assert_eq!((a.id.len(), a.code.len()), (ID_LENGTH, CODE_LENGTH));
        assert!(a.code.bytes().all(|c| ALPHABET.contains(&c)));
    }

    #[test]
    fn a_code_opens_its_report_however_its_letters_are_typed() {
        assert_eq!(hash(" AB2 "), hash("ab2"));
        assert_ne!(hash("ab2"), hash("ab3"));
    }

    #[test]
    fn a_ratings_receipt_tells_its_place_and_is_the_same_for_the_same_sending_alone() {
        let receipt = of_rating(10_000_000, b"salt", "key", &[1; 32]);
        let (index, code) = read(&receipt).unwrap();
        assert_eq!((index, code.len()), (10_000_000, CODE_LENGTH));
        assert_eq!(read(&receipt.to_uppercase().replace('-', " ")), Some((index, code)));
        for other in [of_rating(10_000_000, b"salt", "other", &[1; 32]), of_rating(10_000_000, b"s", "key", &[1; 32])] {
            assert_ne!(other, receipt);
        }
        for wrong in ["", "1", "2222222-22222222-2222222l", "零零零零零零零-22222222-22222222"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
