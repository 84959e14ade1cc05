//! The lookup of benefits as a wasm module: a thin skin over `purse` for the script that draws its pages.
//!
//! The policies are opened once. Then each form is answered with a page, a file, or the addresses of the API whose
//! answers the page needs first. What comes back is one text: a letter for what it is, then its parts.

use domain::policy::PolicyBook;
use sheet::Texts;
use wasm_bindgen::prelude::wasm_bindgen;

/// The opened policies, and what was read of regions.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Wallet {
    book: PolicyBook,
    texts: Texts,
}

#[wasm_bindgen]
impl Wallet {
    /// Opens the policies. The error says why not.
    pub fn open(rules: &[u8]) -> Result<Wallet, String> {
        let book = PolicyBook::open(rules).map_err(|_| "policies".to_owned())?;
        Ok(Self { book, texts: Texts::default() })
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
        let Ok(today) = today.parse() else { return String::new() };
        purse::turn(&self.book, &self.texts, path, form, today).into_text()
    }
}
