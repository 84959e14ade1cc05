//! Node: the one tool besides Rust that a machine must bring, and the pinned packages it runs.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::places::Places;
use crate::shell;
use crate::stamp::{Inputs, Stamp};

const OLDEST: u32 = 20;

/// The packages that turn wasm into a site.
pub const SITE: &str = "xtask/npm";

/// A node that will run `script`.
pub fn node(script: &Path) -> Command {
    let mut command = Command::new("node");
    command.arg(script);
    command
}

/// Installs the packages of a folder's package-lock.json, unless they are there.
pub fn install(places: &Places, folder: &str) -> Result<PathBuf> {
    check()?;
    let dir = places.of(folder);
    let made = dir.join("node_modules");
    let inputs = Inputs::of(&[folder]).add(&dir.join("package.json"))?.add(&dir.join("package-lock.json"))?;
    let stamp = Stamp::new(places, &format!("npm-{}", folder.replace('/', "-")), inputs);
    if !stamp.is_fresh(&[&made]) {
        shell::timed(&format!("npm ci in {folder}"), || {
            let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
            shell::run(Command::new(npm).args(["ci", "--no-fund", "--no-audit", "--loglevel=error"]).current_dir(&dir))
                .context("the npm registry must be reachable for this; `npm ping` tells")
        })?;
        stamp.set()?;
    }
    Ok(made)
}

fn check() -> Result<()> {
    let told = shell::capture(Command::new("node").arg("--version")).with_context(|| {
        format!("Node {OLDEST} or newer is needed: nodejs.org, `apt install nodejs npm`, or `brew install node`")
    })?;
    match major(&told) {
        Some(version) if version >= OLDEST => Ok(()),
        _ => bail!("Node {OLDEST} or newer is needed, and this is {}", told.trim()),
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_read_from_what_node_prints() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("command not found"), None);
    }
}
