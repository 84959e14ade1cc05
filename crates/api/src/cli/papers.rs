//! `banshi papers`

use std::path::PathBuf;

use catalogue::cli::{PapersImportArgs, UnplacedArgs};
use chrono::NaiveDate;
use clap::{Args, Subcommand};

use crate::clock;

/// `banshi papers`
#[derive(Debug, Subcommand)]
pub enum PapersCommand {
    /// List the material names of guides for which no paper is known: how often, the name, the first item
    Unplaced(UnplacedFlags),
    /// Turn an office's workbook of proofs and rules into a folder for --papers, and tell every problem
    Import(Box<PapersImportFlags>),
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

/// `banshi papers import`
#[derive(Debug, Args)]
pub struct PapersImportFlags {
    /// The workbook, as `banshi template --rules` writes it
    #[arg(value_name = "FILE.xlsx")]
    file: PathBuf,
    /// The folder of rules to write
    #[arg(long, env = "BANSHI_OUT", value_name = "DIR")]
    out: PathBuf,
    /// A folder of rules to add to, when not those that come with the program
    #[arg(long, env = "BANSHI_BASE", value_name = "DIR")]
    base: Option<PathBuf>,
    /// A workbook with every problem beside its row, to be mended and imported again
    #[arg(long, env = "BANSHI_REPORT", value_name = "FILE.xlsx")]
    report: Option<PathBuf>,
    /// The folder of regions; without one and without a snapshot, any code is taken
    #[arg(long, env = "BANSHI_REGIONS", value_name = "DIR")]
    regions: Option<PathBuf>,
    /// A snapshot with the matters that rules may name; without one, any code is taken
    #[arg(long, env = "BANSHI_SNAPSHOT", value_name = "SNAPSHOT")]
    snapshot: Option<PathBuf>,
    /// The day that is written into the rules, when it is another than today
    #[arg(long, env = "BANSHI_DATE", value_name = "YYYY-MM-DD")]
    date: Option<NaiveDate>,
}

impl From<PapersImportFlags> for PapersImportArgs {
    fn from(flags: PapersImportFlags) -> Self {
        Self {
            file: flags.file,
            out: flags.out,
            base: flags.base,
            report: flags.report,
            regions: flags.regions,
            snapshot: flags.snapshot,
            date: flags.date.unwrap_or_else(clock::today),
        }
    }
}
