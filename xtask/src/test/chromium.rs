//! A Chromium for the browser tests: found, or installed from the system's packages, or asked for.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::shell;

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const APPS: &[&str] = &[
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
/// Without a Chinese font every screenshot is boxes and every width is wrong.
const PACKAGES: &[&str] = &["chromium", "fonts-noto-cjk"];

/// The browser to test with; `BANSHI_CHROMIUM` names one.
pub fn find_or_install() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("BANSHI_CHROMIUM") {
        let named = PathBuf::from(named);
        if !named.is_file() {
            bail!("BANSHI_CHROMIUM names {}, which is no file", named.display());
        }
        return Ok(named);
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    if shell::which("apt-get").is_some() && is_root() {
        shell::timed("apt-get install chromium and a Chinese font", || {
            shell::run(Command::new("apt-get").args(["update", "-qq"]))?;
            let mut install = Command::new("apt-get");
            install.args(["install", "-qq", "-y", "--no-install-recommends"]).args(PACKAGES);
            shell::run(install.env("DEBIAN_FRONTEND", "noninteractive"))
        })?;
    }
    find().context(
        "the browser tests need Chromium: `sudo apt-get install chromium fonts-noto-cjk` on Debian, \
         `brew install --cask chromium` on macOS, or name one with BANSHI_CHROMIUM=/path/to/chrome",
    )
}

fn find() -> Option<PathBuf> {
    let on_path = NAMES.iter().find_map(|name| shell::which(name));
    on_path.or_else(|| APPS.iter().map(PathBuf::from).find(|app| app.is_file()))
}

fn is_root() -> bool {
    // /proc/self belongs to whoever runs us; no libc is needed to ask.
    shell::capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
        && Path::new("/etc/debian_version").exists()
}
