//! `banshi import`

use std::path::PathBuf;

use catalogue::cli::ImportArgs;
use chrono::NaiveDate;
use clap::Args;

/// `banshi import`
#[derive(Debug, Args)]
pub struct ImportFlags {
    /// Tables: .xlsx, .csv, .tsv or JSON lines
    #[arg(required = true, value_name = "FILES")]
    files: Vec<PathBuf>,
    /// Which column is which field: a TOML file, or the name of a mapping that comes with the program
    #[arg(long, env = "BANSHI_MAPPING", value_name = "FILE")]
    mapping: PathBuf,
    /// The snapshot to write
    #[arg(long, env = "BANSHI_OUT", value_name = "SNAPSHOT")]
    out: PathBuf,
    /// A snapshot to change; what the files do not name stays as it is
    #[arg(long, env = "BANSHI_BASE", value_name = "SNAPSHOT")]
    base: Option<PathBuf>,
    /// The folder of regions
    #[arg(long, env = "BANSHI_REGIONS", value_name = "DIR")]
    regions: Option<PathBuf>,
    /// The folder of everyday words (TOML), when they are not those that come with the program
    #[arg(long, env = "BANSHI_LEXICON", value_name = "DIR")]
    lexicon: Option<PathBuf>,
    /// The folder of rules about papers, events and working days (TOML), when they are not those that come with the program
    #[arg(long, env = "BANSHI_PAPERS", value_name = "DIR")]
    papers: Option<PathBuf>,
    /// The folder of policies (TOML), when they are not those that come with the program
    #[arg(long, env = "BANSHI_POLICIES", value_name = "DIR")]
    policies: Option<PathBuf>,
    /// A workbook with every problem beside its cell, to be mended and imported again
    #[arg(long, env = "BANSHI_REPORT", value_name = "FILE.xlsx")]
    report: Option<PathBuf>,
    /// The date of the data, when it is another than the mapping's
    #[arg(long, env = "BANSHI_DATE", value_name = "YYYY-MM-DD")]
    date: Option<NaiveDate>,
    /// Who approved the data, when the mapping does not say
    #[arg(long, env = "BANSHI_APPROVER", value_name = "NAME")]
    approver: Option<String>,
}

impl From<ImportFlags> for ImportArgs {
    fn from(flags: ImportFlags) -> Self {
        Self {
            files: flags.files,
            mapping: flags.mapping,
            out: flags.out,
            base: flags.base,
            regions: flags.regions,
            lexicon: flags.lexicon,
            papers: flags.papers,
            policies: flags.policies,
            report: flags.report,
            date: flags.date,
            approver: flags.approver,
        }
    }
}
