//! `banshi papers`

use std::path::PathBuf;

use catalogue::cli::UnplacedArgs;
use clap::{Args, Subcommand};

/// `banshi papers`
#[derive(Debug, Subcommand)]
pub enum PapersCommand {
    /// List the material names of guides for which no paper is known: how often, the name, the first item
    Unplaced(UnplacedFlags),
}

/// `banshi papers unplaced`
#[derive(Debug, Args)]
pub struct UnplacedFlags {
    /// The snapshot
    #[arg(value_name = "SNAPSHOT")]
    snapshot: PathBuf,
}

impl From<UnplacedFlags> for UnplacedArgs {
    fn from(flags: UnplacedFlags) -> Self {
        Self { snapshot: flags.snapshot }
    }
}
