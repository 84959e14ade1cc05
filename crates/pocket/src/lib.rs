//! The check of papers as a wasm module: a thin skin over `bag` for the script that draws its pages.
//!
//! The rules are opened once. Then each form is answered with a page, a file, or the addresses of the API whose
//! answers the page needs first. What comes back is one text: a letter for what it is, then its parts.

use bag::{
    World,
    pages::{Texts, turn},
};
use wasm_bindgen::prelude::wasm_bindgen;

/// The opened rules, and the guides that were read.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Pocket {
    world: World,
    texts: Texts,
}

#[wasm_bindgen]
impl Pocket {
    /// Opens the rules. The error says why not.
    pub fn open(rules: &[u8]) -> Result<Pocket, String> {
        let world = World::open(rules).map_err(|_| "rules".to_owned())?;
        Ok(Self { world, texts: Texts::default() })
    }

    /// Takes what the API answered at an address: three digits of status, and the text.
    pub fn give(&mut self, address: String, status: &str, text: &str) {
        self.texts.give(address, status.parse().unwrap_or_default(), text);
    }

    /// Forgets what could not be had, so that it is asked for again.
    pub fn retry(&mut self) {
        self.texts.retry();
    }

    /// Answers a form that was sent to a path: `P` title, line, page; `F` name, line, file; `N` addresses, one a line.
    pub fn turn(&self, path: &str, form: &str, today: &str) -> String {
        let Some(today) = bag::date(today) else { return String::new() };
        turn(&self.world, &self.texts, path, form, today).into_text()
    }
}
