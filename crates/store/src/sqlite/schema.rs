//! Forward-only migrations: each runs once, in order, in one transaction with its number.

use rusqlite::Connection;

use crate::StoreError;

/// The migrations; never edit one that was released, add another.
const MIGRATIONS: &[&str] = &[
    "
    CREATE TABLE request (
        id TEXT PRIMARY KEY,
        code_hash BLOB NOT NULL,
        received_at TEXT NOT NULL,
        state TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX request_by_time ON request (received_at);
",
    // Ratings, the log they stand in, and the figures made of them.
    "
    -- The leaves, in their order.
    CREATE TABLE log (idx INTEGER PRIMARY KEY, day TEXT NOT NULL, leaf TEXT NOT NULL) STRICT;
    -- Kept nodes of the tree above the leaves.
    CREATE TABLE log_node (level INTEGER, idx INTEGER, hash BLOB NOT NULL, PRIMARY KEY (level, idx)) STRICT, WITHOUT ROWID;
    CREATE TABLE log_head (
        day TEXT PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL, key_id TEXT, signature TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE rating (
        idx INTEGER PRIMARY KEY REFERENCES log (idx),
        code_hash BLOB NOT NULL, body BLOB NOT NULL, salt BLOB NOT NULL,
        received_at TEXT NOT NULL, day TEXT NOT NULL, visit TEXT,
        region TEXT NOT NULL, organ TEXT NOT NULL, item TEXT NOT NULL, place TEXT NOT NULL, channel TEXT NOT NULL,
        level INTEGER NOT NULL, tags TEXT NOT NULL, proven INTEGER NOT NULL,
        text TEXT, text_salt BLOB, erased INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE addition (
        idx INTEGER PRIMARY KEY REFERENCES log (idx), rating INTEGER NOT NULL UNIQUE REFERENCES rating (idx),
        body BLOB NOT NULL, received_at TEXT NOT NULL, level INTEGER, tags TEXT NOT NULL,
        text TEXT, text_salt BLOB, erased INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    -- What was used up, in no order that could tell who rated what.
    CREATE TABLE used_service (hash BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE sent_key (hash BLOB PRIMARY KEY, rating INTEGER NOT NULL) STRICT, WITHOUT ROWID;

    -- Sums over the ratings below `summed.upto`: whole, and by day.
    CREATE TABLE total (
        axis INTEGER, region TEXT, key TEXT,
        l5 INTEGER NOT NULL, l4 INTEGER NOT NULL, l3 INTEGER NOT NULL, l2 INTEGER NOT NULL, l1 INTEGER NOT NULL,
        unproven INTEGER NOT NULL, PRIMARY KEY (axis, region, key)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE total_day (
        axis INTEGER, region TEXT, key TEXT, day TEXT,
        l5 INTEGER NOT NULL, l4 INTEGER NOT NULL, l3 INTEGER NOT NULL, l2 INTEGER NOT NULL, l1 INTEGER NOT NULL,
        unproven INTEGER NOT NULL, PRIMARY KEY (axis, region, key, day)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE summed (id INTEGER PRIMARY KEY CHECK (id = 1), upto INTEGER NOT NULL) STRICT;
    INSERT INTO summed VALUES (1, 0);
",
];

/// The newest schema this program knows.
pub const KNOWN: i64 = MIGRATIONS.len() as i64;

/// The schema of a database; refuses one that a newer program wrote.
pub fn version(connection: &Connection) -> Result<i64, StoreError> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > KNOWN { Err(StoreError::Newer { found, known: KNOWN }) } else { Ok(found) }
}

/// Brings a database up to date.
pub fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let found = version(connection)?;
    for (done, sql) in MIGRATIONS.iter().enumerate().skip(usize::try_from(found).unwrap_or_default()) {
        let tx = connection.transaction()?;
        tx.execute_batch(sql)?;
        tx.pragma_update(None, "user_version", done as i64 + 1)?;
        tx.commit()?;
    }
    Ok(())
}
