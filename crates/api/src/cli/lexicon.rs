//! `banshi lexicon`

use std::path::PathBuf;

use catalogue::cli::{LexiconCheckArgs, LexiconDiffArgs};
use clap::{Args, Subcommand};

/// `banshi lexicon`
#[derive(Debug, Subcommand)]
pub enum LexiconCommand {
    /// Tell every problem of a folder of words: file and entry, one JSON line each
    Check(LexiconCheckFlags),
    /// Tell what an edit changes in the answers to known queries
    Diff(LexiconDiffFlags),
}

/// `banshi lexicon check`
#[derive(Debug, Args)]
pub struct LexiconCheckFlags {
    /// The folder of words
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// A snapshot in which every meaning should be the matter of some item
    #[arg(long, env = "BANSHI_SNAPSHOT", value_name = "FILE")]
    snapshot: Option<PathBuf>,
}

/// `banshi lexicon diff`
#[derive(Debug, Args)]
pub struct LexiconDiffFlags {
    /// The folder of words before the edit
    #[arg(long, env = "BANSHI_OLD", value_name = "DIR")]
    old: PathBuf,
    /// The folder of words after it
    #[arg(long, env = "BANSHI_NEW", value_name = "DIR")]
    new: PathBuf,
    /// The snapshot that is searched
    #[arg(long, env = "BANSHI_SNAPSHOT", value_name = "FILE")]
    snapshot: PathBuf,
    /// Queries with the codes that answer them; else those of the folder `queries` beside the new words
    #[arg(long, env = "BANSHI_QUERIES", value_name = "FILE", num_args = 1..)]
    queries: Vec<PathBuf>,
}

impl From<LexiconCheckFlags> for LexiconCheckArgs {
    fn from(flags: LexiconCheckFlags) -> Self {
        Self { folder: flags.folder, snapshot: flags.snapshot }
    }
}

impl From<LexiconDiffFlags> for LexiconDiffArgs {
    fn from(flags: LexiconDiffFlags) -> Self {
        Self { old: flags.old, new: flags.new, snapshot: flags.snapshot, queries: flags.queries }
    }
}
