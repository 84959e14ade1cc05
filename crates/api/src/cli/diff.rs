//! `banshi diff`

use std::path::PathBuf;

use catalogue::cli::DiffArgs;
use clap::Args;

/// `banshi diff`
#[derive(Debug, Args)]
pub struct DiffFlags {
    /// The older snapshot
    #[arg(value_name = "A")]
    old: PathBuf,
    /// The newer snapshot
    #[arg(value_name = "B")]
    new: PathBuf,
    /// JSON lines instead of lines for people
    #[arg(long, env = "BANSHI_JSON")]
    json: bool,
}

impl From<DiffFlags> for DiffArgs {
    fn from(flags: DiffFlags) -> Self {
        Self { old: flags.old, new: flags.new, json: flags.json }
    }
}
