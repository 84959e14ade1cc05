//! `banshi keys`

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::{clock, keys};

/// `banshi keys`
#[derive(Debug, Subcommand)]
pub enum KeysCommand {
    /// Make a folder with a first key
    New(KeysArgs),
    /// Put a new key in place of the one that signs; lists signed by the old one can still be checked
    Rotate(KeysArgs),
}

/// Where the keys are.
#[derive(Debug, Args)]
pub struct KeysArgs {
    /// The folder of the keys: secret files, and public.json
    #[arg(long, env = "BANSHI_DIR", value_name = "DIR")]
    dir: PathBuf,
}

/// Makes a key and tells its name.
pub fn run(command: &KeysCommand) -> Result<(), String> {
    let made = match command {
        KeysCommand::New(args) => keys::create(&args.dir, clock::today()),
        KeysCommand::Rotate(args) => keys::rotate(&args.dir, clock::today()),
    };
    println!("{}", made.map_err(|cause| cause.to_string())?);
    Ok(())
}
