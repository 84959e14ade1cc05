//! The command `banshi`.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    api::cli::run(api::cli::Cli::parse())
}
