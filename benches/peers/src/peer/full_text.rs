//! tantivy: four text fields, BM25 as it comes, one segment, any token may fit.

use std::{fs, path::Path, time::Instant};

use anyhow::{Context, Result};
use tantivy::{
    Index, IndexWriter, Searcher, TantivyDocument, Term,
    collector::TopDocs,
    query::{BooleanQuery, Occur, Query, TermQuery},
    schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
    tokenizer::{TextAnalyzer, WhitespaceTokenizer},
};

use super::{Asked, MOST, Peer, Ready, bytes_below, since};
use crate::items::{FIELDS, Item};

/// Memory of the writer; the least it takes is 15 MB.
const WRITER: usize = 64 << 20;
const TOKENS: &str = "tokens";

struct FullText {
    searcher: Searcher,
    fields: Vec<Field>,
}

impl Peer for FullText {
    fn find(&mut self, asked: &Asked) -> Result<Vec<u32>> {
        let mut parts: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for token in asked.tokens {
            for &field in &self.fields {
                let term = Term::from_field_text(field, token);
                parts.push((Occur::Should, Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))));
            }
        }
        let best = self.searcher.search(&BooleanQuery::new(parts), &TopDocs::with_limit(MOST).order_by_score())?;
        let ids = self.searcher.segment_reader(0).fast_fields().u64("id")?;
        best.into_iter().map(|(_, at)| Ok(ids.first(at.doc_id).context("an item without a number")? as u32)).collect()
    }
}

/// Writes the index into `work` and opens it.
pub fn make(items: &[Item], work: &Path) -> Result<Ready> {
    fs::create_dir_all(work)?;
    let start = Instant::now();
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default().set_tokenizer(TOKENS).set_index_option(IndexRecordOption::WithFreqs);
    let text = TextOptions::default().set_indexing_options(indexing);
    let fields: Vec<Field> = FIELDS.iter().map(|name| schema.add_text_field(name, text.clone())).collect();
    let id = schema.add_u64_field("id", FAST);
    let index = Index::create_in_dir(work, schema.build())?;
    index.tokenizers().register(TOKENS, TextAnalyzer::from(WhitespaceTokenizer::default()));
    // One thread writes one segment.
    let mut writer: IndexWriter = index.writer_with_num_threads(1, WRITER)?;
    for (number, item) in items.iter().enumerate() {
        let mut doc = TantivyDocument::default();
        doc.add_u64(id, number as u64);
        for (&field, tokens) in fields.iter().zip(&item.fields) {
            doc.add_text(field, tokens);
        }
        writer.add_document(doc)?;
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    let searcher = index.reader()?.searcher();
    anyhow::ensure!(searcher.segment_readers().len() == 1, "the index has more than one segment");
    Ok(Ready {
        build_ms: since(start),
        version: tantivy::version_string().split([' ', ',']).nth(1).unwrap_or_default().to_owned(),
        bytes: Some(bytes_below(work)?),
        place: "disk",
        peer: Box::new(FullText { searcher, fields }),
    })
}
