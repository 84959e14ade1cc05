//! The check of a signed list of papers as a wasm module: a thin skin over `slip`.

use slip::{PublicKey, page};
use wasm_bindgen::prelude::wasm_bindgen;

/// The page that a check comes to. `keys` are public keys, one a line.
#[wasm_bindgen]
pub fn check(text: &str, keys: &str) -> String {
    page::check(text, &PublicKey::parse_all(keys))
}
