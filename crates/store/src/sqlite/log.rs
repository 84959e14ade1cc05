//! The public log in tables: leaves, every fourth level of the tree above them, and heads of days.

use ledger::{Day, Hash, Head, Leaf, Nodes, What, leaf_hash};
use rusqlite::{Connection, OptionalExtension, params};

/// Appends a leaf and every node that it completes; returns its place.
pub fn append(connection: &Connection, what: What, received_at: &str) -> rusqlite::Result<u64> {
    let index = size(connection)?;
    let day = day_for(connection, index, received_at.get(..10).unwrap_or_default())?;
    let leaf = Leaf { day, what, salt: rand::random() };
    let mut insert = connection.prepare_cached("INSERT INTO log (idx, day, leaf) VALUES (?1, ?2, ?3)")?;
    insert.execute(params![index, leaf.day, leaf.line()])?;
    for (level, at) in ledger::due(index + 1) {
        let hash = ledger::kept(&Rows(connection), level, at)?;
        let mut insert = connection.prepare_cached("INSERT INTO log_node (level, idx, hash) VALUES (?1, ?2, ?3)")?;
        insert.execute(params![level, at, hash.0])?;
    }
    Ok(index)
}

/// Days never go back in the log, whatever clocks do, and never into a day that is closed.
fn day_for(connection: &Connection, index: u64, day: &str) -> rusqlite::Result<String> {
    let mut last = connection.prepare_cached("SELECT day FROM log WHERE idx = ?1")?;
    let last: Option<String> = match index.checked_sub(1) {
        Some(before) => last.query_row([before], |row| row.get(0)).optional()?,
        None => None,
    };
    let closed = last_closed(connection)?.and_then(|(day, _)| next_day(&day));
    Ok([Some(day.to_owned()), last, closed].into_iter().flatten().max().unwrap_or_default())
}

fn next_day(day: &str) -> Option<String> {
    Day::from_number(Day::parse(day)?.number() + 1).map(|day| day.to_string())
}

fn last_closed(connection: &Connection) -> rusqlite::Result<Option<(String, u64)>> {
    let mut find = connection.prepare_cached("SELECT day, size FROM log_head ORDER BY day DESC LIMIT 1")?;
    find.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()
}

/// How many leaves there are.
pub fn size(connection: &Connection) -> rusqlite::Result<u64> {
    let mut last = connection.prepare_cached("SELECT max(idx) FROM log")?;
    Ok(last.query_row([], |row| row.get::<_, Option<u64>>(0))?.map_or(0, |last| last + 1))
}

/// Size and root of the first so many leaves.
pub fn head(connection: &Connection, size: u64, at: String) -> rusqlite::Result<Head> {
    Ok(Head { at, size, root: ledger::root(&Rows(connection), size)? })
}

/// Writes the head of every day before `today` that is not closed yet; returns all that are not signed.
pub fn close_days(connection: &Connection, today: &str) -> rusqlite::Result<Vec<Head>> {
    let first: Option<String> =
        connection.query_row("SELECT day FROM log WHERE idx = 0", [], |row| row.get(0)).optional()?;
    let next = match last_closed(connection)? {
        Some((day, _)) => next_day(&day),
        None => first,
    };
    let mut next = next;
    while let Some(day) = next.filter(|day| day.as_str() < today) {
        let head = head(connection, end_of(connection, &day)?, day.clone())?;
        let mut insert = connection.prepare_cached("INSERT INTO log_head (day, size, root) VALUES (?1, ?2, ?3)")?;
        insert.execute(params![head.at, head.size, head.root.0])?;
        next = next_day(&day);
    }
    let mut unsigned =
        connection.prepare_cached("SELECT day, size, root FROM log_head WHERE signature IS NULL ORDER BY day")?;
    let found =
        unsigned.query_map([], |row| Ok(Head { at: row.get(0)?, size: row.get(1)?, root: Hash(row.get(2)?) }))?;
    found.collect()
}

/// How many leaves are of this day or an earlier one: days only grow along the log.
fn end_of(connection: &Connection, day: &str) -> rusqlite::Result<u64> {
    let (mut from, mut to) = (0, size(connection)?);
    let mut look = connection.prepare_cached("SELECT day FROM log WHERE idx = ?1")?;
    while from < to {
        let middle = from + (to - from) / 2;
        let there: String = look.query_row([middle], |row| row.get(0))?;
        if there.as_str() <= day { from = middle + 1 } else { to = middle }
    }
    Ok(from)
}

/// The leaf at a place.
pub fn leaf(connection: &Connection, index: u64) -> rusqlite::Result<String> {
    connection.prepare_cached("SELECT leaf FROM log WHERE idx = ?1")?.query_row([index], |row| row.get(0))
}

/// The tree's nodes in their tables.
pub struct Rows<'a>(pub &'a Connection);

impl Nodes for Rows<'_> {
    type Error = rusqlite::Error;

    fn node(&self, level: u8, index: u64) -> rusqlite::Result<Hash> {
        if level == 0 {
            return Ok(leaf_hash(leaf(self.0, index)?.as_bytes()));
        }
        let mut find = self.0.prepare_cached("SELECT hash FROM log_node WHERE level = ?1 AND idx = ?2")?;
        find.query_row(params![level, index], |row| row.get(0)).map(Hash)
    }
}
