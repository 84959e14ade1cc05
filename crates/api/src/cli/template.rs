//! `banshi template`

use std::path::PathBuf;

use catalogue::cli::TemplateArgs;
use clap::Args;

/// `banshi template`
#[derive(Debug, Args)]
pub struct TemplateFlags {
    /// The workbook to write
    #[arg(long, env = "BANSHI_OUT", value_name = "FILE.xlsx")]
    out: PathBuf,
    /// The workbook of proofs and rules about papers instead of the five lists
    #[arg(long, env = "BANSHI_RULES")]
    rules: bool,
}

impl From<TemplateFlags> for TemplateArgs {
    fn from(flags: TemplateFlags) -> Self {
        Self { out: flags.out, rules: flags.rules }
    }
}
