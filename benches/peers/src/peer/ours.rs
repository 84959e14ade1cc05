//! Our engine, as the server runs it, and once without what it knows.

use std::{path::Path, time::Instant};

use anyhow::Result;
use search::{Doc, Engine, Lexicon};

use super::{Asked, MOST, Peer, Ready, since};
use crate::{HEAP, items, items::Item};

struct Ours(Engine);

impl Peer for Ours {
    fn find(&mut self, asked: &Asked) -> Result<Vec<u32>> {
        let query = self.0.understand(asked.text);
        Ok(self.0.rank(&query, &|_| true).iter().take(MOST).map(|hit| hit.doc).collect())
    }
}

/// With everything that the catalogue says and every word that the lexicon knows.
pub fn whole(items: &[Item], _work: &Path) -> Result<Ready> {
    ready(items.iter().map(|item| item.doc.clone()).collect(), Lexicon::builtin)
}

/// With the fields that the peers get and no word at all.
pub fn bare(items: &[Item], _work: &Path) -> Result<Ready> {
    ready(items.iter().map(|item| items::bare(&item.doc)).collect(), Lexicon::default)
}

fn ready(docs: Vec<Doc>, lexicon: fn() -> Lexicon) -> Result<Ready> {
    let before = occupied();
    let start = Instant::now();
    let engine = {
        let lexicon = lexicon();
        Engine::build(docs, &lexicon)
    };
    let build_ms = since(start);
    let bytes = occupied().saturating_sub(before) as u64;
    Ok(Ready { build_ms, version: String::new(), bytes: Some(bytes), place: "memory", peer: Box::new(Ours(engine)) })
}

/// Bytes on the heap now.
fn occupied() -> usize {
    let stats = HEAP.stats();
    stats.bytes_allocated.saturating_sub(stats.bytes_deallocated).saturating_add_signed(stats.bytes_reallocated)
}
