//! The phone's own search as a wasm module: a thin skin over `shelf` for the worker that holds it.
//!
//! A pack is opened once; then addresses of the API are answered with the texts that the server would send.
//! Reasons are codes in English, since only programs read them.

use search::Lexicon;
use shelf::{Answer, Pack, Shelf, answer, delta, json::to_json};
use wasm_bindgen::prelude::wasm_bindgen;

/// An opened pack.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Phone(Pack);

#[wasm_bindgen]
impl Phone {
    /// Opens a pack with the words it is searched by. The error says why not.
    pub fn open(words: &[u8], pack: &[u8]) -> Result<Phone, String> {
        let words = Lexicon::from_bytes(words).map_err(|_| "words".to_owned())?;
        Pack::open(pack, words).map(Self).map_err(|error| error.code().to_owned())
    }

    /// What the API answers to an address: its text, or `!` and what is wrong with the question;
    /// nothing when only the server can know.
    pub fn get(&self, address: &str) -> Option<String> {
        match answer(&self.0, address) {
            Answer::Body(text) => Some(text),
            Answer::Refused(fields) => {
                let details: Vec<&str> = fields.iter().map(|field| field.detail.as_str()).collect();
                Some(["!", &details.concat()].concat())
            }
            Answer::NotHere => None,
        }
    }

    /// The date of the data, as JSON.
    pub fn data_date(&self) -> String {
        // As JSON, whose marks the worker knows how to read: chrono's own writer weighs more.
        to_json(&self.0.data_date())
    }

    /// The checksum that names this pack.
    pub fn version(&self) -> String {
        self.0.checksum().to_owned()
    }
}

/// A newer pack from an older one and what changed between them.
#[wasm_bindgen]
pub fn apply(old: &[u8], changes: &[u8]) -> Result<Vec<u8>, String> {
    delta::apply(old, changes).map_err(|error| error.code().to_owned())
}
