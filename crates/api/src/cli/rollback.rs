//! `banshi rollback`

use std::path::PathBuf;

use catalogue::snapshot::{Snapshot, previous_of, roll_back};
use clap::Args;

/// `banshi rollback`
#[derive(Debug, Args)]
pub struct RollbackArgs {
    /// The snapshot that is being served
    #[arg(long, env = "BANSHI_SNAPSHOT", value_name = "FILE")]
    snapshot: PathBuf,
}

/// Swaps FILE and FILE.prev, if the latter is whole.
pub fn run(args: &RollbackArgs) -> Result<(), String> {
    let previous = previous_of(&args.snapshot);
    if !previous.exists() {
        return Err(format!("{} does not exist: no snapshot was replaced yet", previous.display()));
    }
    let kept = Snapshot::open(&previous).map_err(|cause| format!("not rolled back: {cause}"))?;
    roll_back(&args.snapshot).map_err(|cause| format!("not rolled back: {cause}"))?;
    println!("{} is now of {} (checksum {})", args.snapshot.display(), kept.meta().data_date, kept.meta().checksum);
    Ok(())
}
