//! `banshi generate`

use std::path::PathBuf;

use catalogue::cli;
use clap::{Args, ValueEnum};

/// `banshi generate`
#[derive(Debug, Args)]
pub struct GenerateFlags {
    /// How much to make
    #[arg(long, env = "BANSHI_SCALE", value_enum)]
    scale: Scale,
    /// The snapshot to write
    #[arg(long, env = "BANSHI_OUT", value_name = "SNAPSHOT", required_unless_present = "table")]
    out: Option<PathBuf>,
    /// A folder for the same content as tables, to be imported
    #[arg(long, env = "BANSHI_TABLE", value_name = "DIR")]
    table: Option<PathBuf>,
    /// The project's data
    #[arg(long, env = "BANSHI_DATA", value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// Chooses among full scales; the same seed makes the same files
    #[arg(long, env = "BANSHI_SEED", default_value_t = 1)]
    seed: u64,
    /// At full scale, a phone for every publication, marked as an example: to measure what phones weigh
    #[arg(long, env = "BANSHI_PHONES")]
    phones: bool,
    /// As many policies as this, made from the samples: to measure what a province's cost
    #[arg(long, env = "BANSHI_POLICIES", value_name = "N")]
    policies: Option<usize>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Scale {
    /// The sample catalogue
    Sample,
    /// As much as the province publishes
    Full,
}

impl From<GenerateFlags> for cli::GenerateArgs {
    fn from(flags: GenerateFlags) -> Self {
        let scale = match flags.scale {
            Scale::Sample => cli::Scale::Sample,
            Scale::Full => cli::Scale::Full,
        };
        let GenerateFlags { data, out, table, seed, phones, policies, .. } = flags;
        Self { scale, data, out, table, seed, phones, policies }
    }
}
