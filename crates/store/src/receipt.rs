//! Receipts: a number that may be told, and a code that opens the report and is kept only as a hash.

use domain::wire::RequestReceipt;
use rand::Rng;
use sha2::{Digest, Sha256};

/// Digits and letters that are not mistaken for each other when read aloud or written by hand.
const ALPHABET: &[u8; 32] = b"23456789abcdefghjkmnpqrstuvwxyz0";

/// Length of a report's number: 50 bits, enough to tell reports apart.
const ID_LENGTH: usize = 10;

/// Length of a code: 80 bits, not to be guessed.
const CODE_LENGTH: usize = 16;

/// A new number and code.
pub fn draw() -> RequestReceipt {
    RequestReceipt { id: random_text(ID_LENGTH), code: random_text(CODE_LENGTH) }
}

/// The form in which a code is stored: who reads the database cannot open reports as their writer.
pub fn hash(code: &str) -> Vec<u8> {
    Sha256::digest(code.trim().to_ascii_lowercase().as_bytes()).to_vec()
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
}
