//! `banshi backup` and `banshi restore`

use std::path::PathBuf;

use clap::Args;
use store::sqlite;

use crate::config::StoreUrl;

/// Copies of the store.
#[derive(Debug, Args)]
pub struct CopyFlags {
    /// The copy
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The store
    #[arg(long, env = "BANSHI_STORE", default_value = "sqlite:banshi.db", value_name = "sqlite:FILE")]
    store: StoreUrl,
}

/// Copies the store while it is in use; tells how many leaves its log has.
pub fn backup(flags: &CopyFlags) -> Result<(), String> {
    let leaves = sqlite::backup(flags.database()?, &flags.file).map_err(|cause| cause.to_string())?;
    println!("{}", serde_json::json!({ "log": leaves }));
    Ok(())
}

/// Puts a copy in the place of the store.
pub fn restore(flags: &CopyFlags) -> Result<(), String> {
    let leaves = sqlite::restore(&flags.file, flags.database()?).map_err(|cause| cause.to_string())?;
    println!("{}", serde_json::json!({ "log": leaves }));
    Ok(())
}

impl CopyFlags {
    fn database(&self) -> Result<&PathBuf, String> {
        match &self.store {
            StoreUrl::Sqlite(file) => Ok(file),
            StoreUrl::Postgres => Err("a copy of PostgreSQL is made with its own tools".into()),
        }
    }
}
