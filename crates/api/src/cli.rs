//! The command line: flags in, one line of words out when something is wrong.

pub mod backup;
pub mod check;
pub mod diff;
pub mod generate;
pub mod import;
pub mod keys;
pub mod lexicon;
pub mod papers;
pub mod ratings;
pub mod rollback;
pub mod serve;
pub mod template;
pub mod ticket;
pub mod verify_log;

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
    /// Turn tables into a snapshot, and tell every problem; the last line is the account as JSON
    Import(Box<import::ImportFlags>),
    /// Look for faults in snapshots, tables and texts, one JSON line each
    Check(check::CheckFlags),
    /// Tell what changed between two snapshots
    Diff(diff::DiffFlags),
    /// Check the everyday words that search knows, or see what an edit of them changes
    #[command(subcommand)]
    Lexicon(lexicon::LexiconCommand),
    /// Make keys that sign lists of papers, tickets and the log of ratings, or put a new one in place of the one that signs
    #[command(subcommand)]
    Keys(keys::KeysCommand),
    /// Sign a ticket with which a citizen rates a visit or a case
    #[command(subcommand)]
    Ticket(ticket::TicketCommand),
    /// Recount an export of the log of ratings, and tell everything that was dropped, edited, moved or back-dated
    VerifyLog(verify_log::VerifyLogFlags),
    /// Copy the store while it is in use; the copy is checked before it gets its name
    Backup(backup::CopyFlags),
    /// Put a copy in the place of the store, which no server may use meanwhile; the old one is kept as FILE.before
    Restore(backup::CopyFlags),
    /// Erase words of ratings on lawful demand
    #[command(subcommand)]
    Ratings(ratings::RatingsCommand),
    /// See how material names are placed on papers, and import an office's list of proofs and rules
    #[command(subcommand)]
    Papers(papers::PapersCommand),
    /// Write the empty workbook of the five lists, or of proofs and rules about papers
    Template(template::TemplateFlags),
    /// Make the sample catalogue, or one of the province's real scale
    Generate(generate::GenerateFlags),
}

/// Runs a command; anything that goes wrong is one line on stderr.
pub fn run(cli: Cli) -> ExitCode {
    logging::start(cli.log_format);
    let done = match cli.command {
        Command::Serve(args) => serve::run(*args).map(|()| 0),
        Command::Rollback(args) => rollback::run(&args).map(|()| 0),
        Command::Import(flags) => told(|out| catalogue::cli::import(&(*flags).into(), out)),
        Command::Check(flags) => told(|out| catalogue::cli::check(&flags.into(), out)),
        Command::Diff(flags) => told(|out| catalogue::cli::diff(&flags.into(), out)),
        Command::Lexicon(command) => told(|out| match command {
            lexicon::LexiconCommand::Check(flags) => catalogue::cli::lexicon_check(&flags.into(), out),
            lexicon::LexiconCommand::Diff(flags) => catalogue::cli::lexicon_diff(&flags.into(), out),
        }),
        Command::Keys(command) => keys::run(&command).map(|()| 0),
        Command::Ticket(command) => ticket::run(&command).map(|()| 0),
        Command::Backup(flags) => backup::backup(&flags).map(|()| 0),
        Command::Restore(flags) => backup::restore(&flags).map(|()| 0),
        Command::Ratings(command) => ratings::run(&command).map(|()| 0),
        Command::VerifyLog(flags) => verify_log::run(&flags),
        Command::Papers(papers::PapersCommand::Unplaced(flags)) => {
            told(|out| catalogue::cli::papers_unplaced(&flags.into(), out))
        }
        Command::Papers(papers::PapersCommand::Import(flags)) => {
            told(|out| catalogue::cli::papers_import(&(*flags).into(), out))
        }
        Command::Template(flags) => told(|out| catalogue::cli::template(&flags.into(), out)),
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn every_flag_has_a_twin_in_the_environment() {
        let command = Cli::command();
        command.clone().debug_assert();
        let flags = command.get_subcommands().flat_map(|sub| sub.get_arguments()).chain(command.get_arguments());
        for flag in flags.filter(|flag| flag.get_long().is_some()) {
            let twin = flag.get_env().and_then(|name| name.to_str()).unwrap_or_default();
            let wanted = format!("BANSHI_{}", flag.get_long().unwrap().to_uppercase().replace('-', "_"));
            assert_eq!(twin, wanted);
        }
    }
}
