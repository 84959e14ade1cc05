//! `banshi lexicon check` and `banshi lexicon diff`: for the clerk who edits everyday words.

mod diff;
mod known;

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use search::{Engine, Lexicon, LexiconProblem};
use serde::Serialize;
use shelf::ItemHead;

pub use self::diff::{LexiconDiffArgs, lexicon_diff};
use crate::{snapshot::Snapshot, words};

/// The flags of `banshi lexicon check`.
#[derive(Debug, Clone, Default)]
pub struct LexiconCheckArgs {
    /// The folder of words.
    pub folder: PathBuf,
    /// A snapshot in which every meaning should be the matter of some item.
    pub snapshot: Option<PathBuf>,
}

/// One finding, as a line of JSON.
#[derive(Serialize)]
struct Finding<'a> {
    severity: &'a str,
    file: &'a str,
    entry: &'a str,
    text: &'a str,
}

/// Writes every problem as one line of JSON. Exit code 0 none, 1 any that keeps the words from being
/// used, 2 a file cannot be read. A meaning without an item is a warning: another catalogue may have it.
pub fn lexicon_check(args: &LexiconCheckArgs, out: &mut impl Write) -> io::Result<u8> {
    let files = match words::read(&args.folder) {
        Ok(files) => files,
        Err(errors) => return refuse(out, &errors),
    };
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let lexicon = match Lexicon::parse(&files) {
        Ok(lexicon) => lexicon,
        Err(problems) => {
            tell(out, "error", &problems)?;
            return Ok(1);
        }
    };
    if let Some(path) = &args.snapshot {
        match engine(path, &lexicon) {
            Ok((_, engine)) => tell(out, "warning", &Lexicon::dead_meanings(&files, &engine))?,
            Err(error) => return refuse(out, &[error]),
        }
    }
    Ok(0)
}

fn tell(out: &mut impl Write, severity: &str, problems: &[LexiconProblem]) -> io::Result<()> {
    problems.iter().try_for_each(|problem| {
        let finding = Finding { severity, file: &problem.file, entry: &problem.key, text: &problem.what };
        writeln!(out, "{}", serde_json::to_string(&finding)?)
    })
}

fn refuse(out: &mut impl Write, errors: &[String]) -> io::Result<u8> {
    errors.iter().try_for_each(|error| writeln!(out, "error: {error}"))?;
    Ok(2)
}

/// The items of a snapshot, and the engine over them with these words.
fn engine(path: &Path, lexicon: &Lexicon) -> Result<(Snapshot, Engine), String> {
    let snapshot = Snapshot::open(path).map_err(|error| error.to_string())?;
    let engine = Engine::build(snapshot.heads().iter().map(ItemHead::doc).collect(), lexicon);
    Ok((snapshot, engine))
}
