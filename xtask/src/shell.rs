//! Other programs: run them, and say plainly what is wrong when one fails or is missing.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Output};
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// Says what is being done now.
pub fn say(text: &str) {
    println!("\x1b[1;32m{:>12}\x1b[0m {text}", "xtask");
}

/// The program with its arguments, as a person would type it, cut to one line.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let mut line = words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ");
    if line.len() > 300 {
        let cut = (0..=300).rev().find(|&at| line.is_char_boundary(at)).unwrap_or(0);
        line.truncate(cut);
        line.push('…');
    }
    line
}

/// Runs a program that prints for itself; it must succeed.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| missing(command, &error))?;
    if !status.success() {
        bail!("this failed ({status}):\n  {}", line(command));
    }
    Ok(())
}

/// Runs a program and keeps what it prints; it must succeed.
pub fn capture(command: &mut Command) -> Result<String> {
    let output = output(command)?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        bail!("this failed ({}):\n  {}\n{}", output.status, line(command), told.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program and keeps what it prints, whether it succeeds or not.
pub fn output(command: &mut Command) -> Result<Output> {
    command.output().map_err(|error| missing(command, &error))
}

fn missing(command: &Command, error: &std::io::Error) -> anyhow::Error {
    if error.kind() == ErrorKind::NotFound {
        anyhow::anyhow!("{} was not found on PATH", command.get_program().to_string_lossy())
    } else {
        anyhow::anyhow!("{error}: {}", line(command))
    }
}

/// The cargo that runs us.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Does a step and says how long it took, if that was long.
pub fn timed<T>(what: &str, step: impl FnOnce() -> Result<T>) -> Result<T> {
    say(what);
    let start = Instant::now();
    let done = step().with_context(|| format!("could not finish: {what}"))?;
    let seconds = start.elapsed().as_secs_f64();
    if seconds > 2.0 {
        say(&format!("… {seconds:.0} s"));
    }
    Ok(done)
}

/// Makes a folder empty.
pub fn empty_dir(dir: &Path) -> Result<()> {
    if dir.exists() {
        std::fs::remove_dir_all(dir).with_context(|| dir.display().to_string())?;
    }
    std::fs::create_dir_all(dir).with_context(|| dir.display().to_string())
}
