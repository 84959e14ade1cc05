//! SQLite FTS5: four columns without content, `bm25()` as it comes, any token may fit.

use std::{fs, path::Path, time::Instant};

use anyhow::Result;
use rusqlite::{Connection, params};

use super::{Asked, MOST, Peer, Ready, since};
use crate::items::Item;

struct Fts5(Connection);

impl Peer for Fts5 {
    fn find(&mut self, asked: &Asked) -> Result<Vec<u32>> {
        if asked.tokens.is_empty() {
            return Ok(Vec::new());
        }
        // Tokens are letters and digits only; quotes keep words like `or` from being operators.
        let any = asked.tokens.iter().map(|token| format!("\"{token}\"")).collect::<Vec<_>>().join(" OR ");
        let mut select =
            self.0.prepare_cached("SELECT rowid FROM items WHERE items MATCH ?1 ORDER BY rank, rowid LIMIT ?2")?;
        let found = select.query_map(params![any, MOST as i64], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }
}

struct Nothing(Connection);

impl Peer for Nothing {
    fn find(&mut self, _asked: &Asked) -> Result<Vec<u32>> {
        Ok(vec![self.0.prepare_cached("SELECT 1")?.query_row([], |row| row.get(0))?])
    }
}

/// Fills a database in `work` and merges its index into one piece.
pub fn make(items: &[Item], work: &Path) -> Result<Ready> {
    fs::create_dir_all(work)?;
    let file = work.join("items.db");
    let start = Instant::now();
    let mut base = Connection::open(&file)?;
    base.execute_batch(
        "CREATE VIRTUAL TABLE items USING fts5(name, plain, aliases, department, content='', tokenize='unicode61 remove_diacritics 0')",
    )?;
    let fill = base.transaction()?;
    {
        let mut insert =
            fill.prepare("INSERT INTO items(rowid, name, plain, aliases, department) VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for (number, item) in items.iter().enumerate() {
            let [name, plain, aliases, department] = &item.fields;
            insert.execute(params![number as i64, name, plain, aliases, department])?;
        }
    }
    fill.commit()?;
    base.execute_batch("INSERT INTO items(items) VALUES ('optimize'); VACUUM;")?;
    let build_ms = since(start);
    let (version, bytes) = (rusqlite::version().into(), Some(fs::metadata(&file)?.len()));
    Ok(Ready { build_ms, version, bytes, place: "disk", peer: Box::new(Fts5(base)) })
}

/// A database that is asked for nothing: what the call itself costs.
pub fn nothing(_items: &[Item], _work: &Path) -> Result<Ready> {
    let peer = Box::new(Nothing(Connection::open_in_memory()?));
    Ok(Ready { build_ms: f64::NAN, version: rusqlite::version().into(), bytes: None, place: "", peer })
}
