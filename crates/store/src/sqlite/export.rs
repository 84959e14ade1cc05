//! Leaves as they are told to everybody.

use std::collections::HashMap;

use ledger::{Leaf, What, leaf_hash};
use rusqlite::{Connection, params};

use super::totals;
use crate::Entry;

/// Leaves from a place on; those of an organ and item with few ratings as their hash alone, and with them whatever was
/// added to them or erased of them.
pub fn read(connection: &Connection, from: u64, most: u32, small_n: u64) -> rusqlite::Result<Vec<Entry>> {
    let mut find = connection.prepare_cached("SELECT leaf FROM log WHERE idx >= ?1 ORDER BY idx LIMIT ?2")?;
    let lines = find.query_map(params![from, most], |row| row.get::<_, String>(0))?;
    let mut known = HashMap::new();
    lines
        .map(|line| {
            let line = line?;
            let told = match Leaf::parse(&line) {
                Ok(leaf) => is_told(connection, &leaf, small_n, &mut known)?,
                Err(_) => false,
            };
            Ok(if told { Entry::Told(line) } else { Entry::KeptBack(leaf_hash(line.as_bytes())) })
        })
        .collect()
}

fn is_told(
    connection: &Connection,
    leaf: &Leaf,
    small_n: u64,
    known: &mut HashMap<(String, String), u64>,
) -> rusqlite::Result<bool> {
    let pair = match &leaf.what {
        What::Rating { organ, item, .. } => (organ.clone(), item.clone()),
        What::Addition { of, .. } | What::Erasure { of } => {
            let mut find = connection.prepare_cached(
                "SELECT organ, item FROM rating
                 WHERE idx = coalesce((SELECT rating FROM addition WHERE idx = ?1), ?1)",
            )?;
            find.query_row([of], |row| Ok((row.get(0)?, row.get(1)?)))?
        }
    };
    let count = match known.get(&pair) {
        Some(count) => *count,
        None => {
            let count = totals::of_pair(connection, &pair.0, &pair.1)?;
            known.insert(pair, count);
            count
        }
    };
    Ok(count >= small_n)
}
