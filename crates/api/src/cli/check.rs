//! `banshi check`

use std::path::PathBuf;

use catalogue::cli::CheckArgs;
use clap::Args;

/// `banshi check`
#[derive(Debug, Args)]
pub struct CheckFlags {
    /// Snapshots, tables, texts (.txt), or a folder of policies or of rules about papers (TOML)
    #[arg(required = true, value_name = "FILES")]
    files: Vec<PathBuf>,
    /// The mapping of the tables; without one every cell is checked as words
    #[arg(long, env = "BANSHI_MAPPING", value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// The folder of regions, for tables with a mapping
    #[arg(long, env = "BANSHI_REGIONS", value_name = "DIR")]
    regions: Option<PathBuf>,
}

impl From<CheckFlags> for CheckArgs {
    fn from(flags: CheckFlags) -> Self {
        Self { files: flags.files, mapping: flags.mapping, regions: flags.regions }
    }
}
