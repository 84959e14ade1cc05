//! `banshi diff`.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::{diff as compare, snapshot::Snapshot};

/// The flags of `banshi diff`.
#[derive(Debug, Clone)]
pub struct DiffArgs {
    /// The older snapshot.
    pub old: PathBuf,
    /// The newer snapshot.
    pub new: PathBuf,
    /// JSON lines instead of lines for people.
    pub json: bool,
}

/// Says what changed; exit code 0 nothing, 1 something, 2 a file cannot be read.
pub fn diff(args: &DiffArgs, out: &mut impl Write) -> io::Result<u8> {
    let open = |path: &Path| Snapshot::open(path);
    let (old, new) = match (open(&args.old), open(&args.new)) {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => {
            let errors = [old.err(), new.err()].into_iter().flatten();
            for error in errors {
                writeln!(out, "error: {error}")?;
            }
            return Ok(2);
        }
    };
    let mut written = Ok(());
    let mut changes = 0u64;
    let compared = compare::diff(&old, &new, &mut |change| {
        changes += 1;
        if written.is_ok() {
            written = match args.json {
                true => {
                    serde_json::to_string(&change).map_err(io::Error::from).and_then(|line| writeln!(out, "{line}"))
                }
                false => writeln!(out, "{}", change.line()),
            };
        }
    });
    written?;
    match compared {
        Ok(()) => Ok(u8::from(changes > 0)),
        Err(error) => {
            writeln!(out, "error: {error}")?;
            Ok(2)
        }
    }
}
