//! The command line: flags in, one line of words out when something is wrong.

pub mod rollback;
pub mod serve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::{
    config::ServeArgs,
    logging::{self, LogFormat},
};

/// Guides to government services: import them, check them, serve them.
#[derive(Debug, Parser)]
#[command(name = "banshi", version, propagate_version = true)]
pub struct Cli {
    /// How log lines look
    #[arg(long, env = "BANSHI_LOG_FORMAT", value_enum, default_value_t, global = true)]
    log_format: LogFormat,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve a snapshot: API, pages and the portal's files
    Serve(Box<ServeArgs>),
    /// Put the snapshot before this one back; a running server takes it within two seconds
    Rollback(rollback::RollbackArgs),
}

/// Runs a command; anything that goes wrong is one line on stderr.
pub fn run(cli: Cli) -> ExitCode {
    logging::start(cli.log_format);
    let done = match cli.command {
        Command::Serve(args) => serve::run(*args),
        Command::Rollback(args) => rollback::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            eprintln!("banshi: {what}");
            ExitCode::FAILURE
        }
    }
}
