//! The command line: flags in, one line of words out when something is wrong.

pub mod generate;
pub mod rollback;
pub mod serve;

use std::{
    io::{self, Write},
    process::ExitCode,
};

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
    /// Make the sample catalogue, or one of the province's real scale
    Generate(generate::GenerateFlags),
}

/// Runs a command; anything that goes wrong is one line on stderr.
pub fn run(cli: Cli) -> ExitCode {
    logging::start(cli.log_format);
    let done = match cli.command {
        Command::Serve(args) => serve::run(*args).map(|()| 0),
        Command::Rollback(args) => rollback::run(&args).map(|()| 0),
        Command::Generate(flags) => told(|out| catalogue::cli::generate(&flags.into(), out)),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        Err(what) => {
            eprintln!("banshi: {what}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a command that tells its findings on stdout and chooses its exit code.
fn told(command: impl FnOnce(&mut io::StdoutLock<'_>) -> io::Result<u8>) -> Result<u8, String> {
    let mut out = io::stdout().lock();
    let code = command(&mut out).and_then(|code| out.flush().map(|()| code));
    code.map_err(|cause| cause.to_string())
}
