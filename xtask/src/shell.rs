//! Other programs: run them, and say plainly what is wrong when one fails or is missing.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
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

/// Runs a program, lets people read along, and keeps what it printed, without colours.
pub fn follow(command: &mut Command) -> Result<(bool, String)> {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| missing(command, &error))?;
    let out = child.stdout.take().map(|pipe| std::thread::spawn(move || relay(pipe)));
    let err = child.stderr.take().map(|pipe| std::thread::spawn(move || relay(pipe)));
    let ok = child.wait()?.success();
    let mut told = String::new();
    for thread in [out, err].into_iter().flatten() {
        told.push_str(&thread.join().unwrap_or_default());
    }
    Ok((ok, told))
}

fn relay(pipe: impl Read) -> String {
    let mut kept = String::new();
    for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        kept.push_str(&plain(&line));
        kept.push('\n');
    }
    kept
}

/// A line without its colours.
fn plain(line: &str) -> String {
    let mut parts = line.split('\x1b');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').map_or(part, |(_, text)| text));
    }
    plain
}

/// Where a program lies on PATH.
pub fn which(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(name)).find(|file| file.is_file())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_taken_off_a_line() {
        assert_eq!(plain("\x1b[1;32mPASS\x1b[0m [ 1s] ok"), "PASS [ 1s] ok");
    }

    #[test]
    fn what_a_program_prints_is_kept_with_its_verdict() {
        let (ok, told) = follow(cargo().arg("--version")).unwrap();
        assert!(ok && told.starts_with("cargo "));
        assert!(!follow(cargo().arg("no-such-command")).unwrap().0);
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut Command::new("no-such-program-here")).unwrap_err();
        assert!(error.to_string().contains("no-such-program-here was not found"));
    }
}
