//! Forward-only migrations: each runs once, in order, in one transaction with its number.

use rusqlite::Connection;

use crate::StoreError;

/// The migrations; never edit one that was released, add another.
const MIGRATIONS: &[&str] = &["
    CREATE TABLE request (
        id TEXT PRIMARY KEY,
        code_hash BLOB NOT NULL,
        received_at TEXT NOT NULL,
        state TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX request_by_time ON request (received_at);
"];

/// Brings a database up to date; refuses one that a newer program wrote.
pub fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let known = MIGRATIONS.len() as i64;
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    for (done, sql) in MIGRATIONS.iter().enumerate().skip(found as usize) {
        let tx = connection.transaction()?;
        tx.execute_batch(sql)?;
        tx.pragma_update(None, "user_version", done as i64 + 1)?;
        tx.commit()?;
    }
    Ok(())
}
