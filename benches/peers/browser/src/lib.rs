//! Our engine in the browser, asked as its peers there are: words in, item numbers out.

use domain::{Audience, ItemKind};
use search::{Doc, Engine, Lexicon};
use wasm_bindgen::prelude::wasm_bindgen;

/// How many items an answer names.
const MOST: usize = 10;

/// The engine over one catalogue.
#[wasm_bindgen]
pub struct Ours(Engine);

#[wasm_bindgen]
impl Ours {
    /// Builds the engine from compiled words and lines of cells, as `export.rs` writes them; nothing from unreadable words.
    pub fn build(words: &[u8], docs: &str) -> Option<Ours> {
        let words = Lexicon::from_bytes(words).ok()?;
        Some(Ours(Engine::build(docs.lines().map(doc).collect(), &words)))
    }

    /// The numbers of the best items.
    pub fn find(&self, text: &str) -> Vec<u32> {
        self.0.rank(&self.0.understand(text), &|_| true).iter().take(MOST).map(|hit| hit.doc).collect()
    }
}

fn doc(line: &str) -> Doc {
    let mut cells = line.split('\t');
    let mut cell = || cells.next().unwrap_or_default();
    let list = |cell: &str| cell.split('|').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    Doc {
        name: cell().to_owned(),
        plain_name: Some(cell().to_owned()).filter(|name| !name.is_empty()),
        aliases: list(cell()),
        department: cell().to_owned(),
        themes: list(cell()),
        kind: ItemKind::from_code(cell()).unwrap_or(ItemKind::PublicService),
        audience: list(cell()).iter().filter_map(|code| Audience::from_code(code)).collect(),
        popularity: cell().parse().unwrap_or(0),
    }
}
