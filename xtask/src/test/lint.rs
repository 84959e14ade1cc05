//! Format and clippy, warnings denied, for the host and for the browser.

use std::process::Command;

use anyhow::Result;

use super::tally::Tally;
use crate::places::Places;
use crate::shell;
use crate::site::wasm;
use crate::stamp::{Inputs, Stamp};

/// Checks format and lints; what has not changed since it was clean is not checked again.
pub fn check(places: &Places, all: bool, tally: &mut Tally) {
    tally.check("format", format(places));
    let host = ["clippy", "--quiet", "--workspace", "--exclude", "xtask", "--all-targets", "--", "-Dwarnings"];
    tally.check("clippy", unless_fresh(places, all, &host, shell::run));
    let own = ["clippy", "--quiet", "--profile", "xtask", "--package", "xtask", "--all-targets", "--", "-Dwarnings"];
    tally.check("clippy of xtask", unless_fresh(places, all, &own, shell::run));

    if let Err(error) = wasm::add_target() {
        return tally.fail("clippy for the browser", &error);
    }
    for (package, features) in [("portal", "hydrate"), ("portal", "csr"), ("search", ""), ("domain", "")] {
        let browser = ["clippy", "--quiet", "--target", "wasm32-unknown-unknown", "--package", package];
        let mut words = browser.to_vec();
        if !features.is_empty() {
            words.extend(["--features", features]);
        }
        if package == "search" {
            // The phone's words are compiled already.
            words.push("--no-default-features");
        }
        words.extend(["--", "-Dwarnings"]);
        let result = unless_fresh(places, all, &words, |cargo| wasm::run_for_browser(places, cargo));
        tally.check(&format!("clippy for the browser, {package} {features}"), result);
    }
}

fn format(places: &Places) -> Result<()> {
    shell::timed("cargo fmt --check", || {
        shell::run(shell::cargo().args(["fmt", "--all", "--check"]).current_dir(&places.root))
    })
}

/// Runs a cargo command unless it succeeded on the same sources before.
pub fn unless_fresh(
    places: &Places,
    all: bool,
    words: &[&str],
    run: impl Fn(&mut Command) -> Result<()>,
) -> Result<()> {
    let name = words.join("-").replace(['/', ' '], "");
    let stamp = Stamp::new(places, &name, sources(places, words)?);
    if !all && stamp.is_fresh(&[]) {
        return Ok(());
    }
    let mut cargo = shell::cargo();
    cargo.args(words).current_dir(&places.root);
    shell::timed(&format!("cargo {}", words.join(" ")), || run(&mut cargo))?;
    stamp.set()
}

/// Everything that a Rust compiler may read here.
fn sources(places: &Places, words: &[&str]) -> Result<Inputs> {
    let rustc = shell::capture(Command::new("rustc").arg("--version"))?;
    let mut inputs = Inputs::of(words).word(&rustc);
    for path in ["Cargo.toml", "Cargo.lock", "clippy.toml", "src", "crates", "xtask", "tests", "benches", "data"] {
        inputs = inputs.add(&places.of(path))?;
    }
    Ok(inputs)
}
