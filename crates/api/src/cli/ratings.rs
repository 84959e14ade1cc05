//! `banshi ratings`

use clap::{Args, Subcommand};
use store::{SqliteStore, Store};

use crate::{clock, config::StoreUrl};

/// `banshi ratings`
#[derive(Debug, Subcommand)]
pub enum RatingsCommand {
    /// Erase the words of a rating or addition on lawful demand; its grade stays, and the log says that words were erased
    Erase(EraseArgs),
}

/// Which words.
#[derive(Debug, Args)]
pub struct EraseArgs {
    /// The place of the rating or addition in the log, as its receipt shows it
    #[arg(long, env = "BANSHI_INDEX", value_name = "N")]
    index: u64,
    /// The store; the server may run meanwhile
    #[arg(long, env = "BANSHI_STORE", default_value = "sqlite:banshi.db", value_name = "sqlite:FILE")]
    store: StoreUrl,
}

/// Erases words.
pub fn run(RatingsCommand::Erase(args): &RatingsCommand) -> Result<(), String> {
    let StoreUrl::Sqlite(file) = &args.store else { return Err("only --store sqlite:FILE can be opened".into()) };
    if !file.exists() {
        return Err(format!("there is no store {}", file.display()));
    }
    let store = SqliteStore::open(file).map_err(|cause| cause.to_string())?;
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|cause| cause.to_string())?;
    match runtime.block_on(store.erase_text(args.index, clock::now())) {
        Ok(true) => Ok(()),
        Ok(false) => Err(format!("there are no words at {}", args.index)),
        Err(cause) => Err(cause.to_string()),
    }
}
