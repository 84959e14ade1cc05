//! A copy of the database made while it is in use, and putting one back.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::{is_sound, log, schema};
use crate::StoreError;

/// Copies the database to a new file, while it is written to or not: everything acknowledged before this was called is
/// in it. Returns how many leaves its log has.
pub fn backup(database: &Path, to: &Path) -> Result<u64, StoreError> {
    if to.exists() {
        return Err(StoreError::Unavailable(format!("{} is there already", to.display())));
    }
    let connection = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.busy_timeout(std::time::Duration::from_secs(30))?;
    let part = beside(to, "part");
    // Left over from a copy that was cut off.
    let _ = fs::remove_file(&part);
    connection.execute("VACUUM INTO ?1", [part.to_string_lossy()])?;
    let size = checked(&part)?;
    flush_and_rename(&part, to)?;
    Ok(size)
}

/// Puts a copy in the place of the database, which must not be in use; the old one is kept beside it. Returns how many
/// leaves the log has.
pub fn restore(copy: &Path, database: &Path) -> Result<u64, StoreError> {
    let size = checked(copy)?;
    let part = beside(database, "part");
    fs::copy(copy, &part).map_err(|cause| trouble(&part, &cause))?;
    if database.exists() {
        // Takes what stands in the log file into the database, so that the old one is one file.
        let old = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        old.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0)).optional()?;
        drop(old);
        let before = beside(database, "before");
        fs::rename(database, &before).map_err(|cause| trouble(&before, &cause))?;
    }
    for left in ["-wal", "-shm"] {
        let left = PathBuf::from(format!("{}{left}", database.display()));
        if left.exists() {
            fs::remove_file(&left).map_err(|cause| trouble(&left, &cause))?;
        }
    }
    flush_and_rename(&part, database)?;
    Ok(size)
}

/// A copy is good when SQLite finds it sound, this program knows its schema, and the newest head fits its log.
fn checked(copy: &Path) -> Result<u64, StoreError> {
    let connection = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let wrong = |what: &str| StoreError::Unavailable(format!("{}: {what}", copy.display()));
    if schema::version(&connection)? == 0 || !is_sound(&connection)? {
        return Err(wrong("is no sound store"));
    }
    if schema::version(&connection)? < schema::KNOWN {
        // Of an older program, from before there was a log.
        return Ok(0);
    }
    let mut heads = connection.prepare("SELECT day, size, root FROM log_head ORDER BY day DESC LIMIT 1")?;
    let newest: Option<(String, u64, [u8; 32])> =
        heads.query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
    if let Some((day, size, root)) = newest
        && log::head(&connection, size, day)?.root.0 != root
    {
        return Err(wrong("its log does not fit its newest head"));
    }
    Ok(log::size(&connection)?)
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}.{ending}", path.display()))
}

fn flush_and_rename(part: &Path, to: &Path) -> Result<(), StoreError> {
    let flushed = fs::File::open(part).and_then(|file| file.sync_all());
    flushed.and_then(|()| fs::rename(part, to)).map_err(|cause| trouble(to, &cause))?;
    // The name, too, must outlive a power cut; not every system can flush a folder.
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty())
        && let Ok(folder) = fs::File::open(folder)
    {
        let _ = folder.sync_all();
    }
    Ok(())
}

fn trouble(path: &Path, cause: &io::Error) -> StoreError {
    StoreError::Unavailable(format!("{}: {cause}", path.display()))
}
