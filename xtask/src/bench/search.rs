//! Our search beside its peers: quality, speed and size in one run, on one catalogue and the same queries.

mod browser;
mod table;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};
use serde_json::Value;

use crate::args::Args;
use crate::places::Places;
use crate::server::Scale;
use crate::shell;

/// A workspace of its own: what only this comparison needs stays out of the product's lock file.
const PEERS: &str = "benches/peers";
const BLIND: [&str; 2] = ["data/queries/blind/everyday.tsv", "data/queries/blind/everyday-2.tsv"];

/// Builds the peers, asks them all, and prints a table for each scale.
pub fn run(places: &Places, mut args: Args) -> Result<()> {
    let rounds = args.number::<u32>("rounds")?.unwrap_or(5).max(1);
    let blind = args.flag("blind");
    let scales = match args.text("scale")?.as_deref() {
        None => vec![Scale::Sample, Scale::Full],
        Some("sample") => vec![Scale::Sample],
        Some("full") => vec![Scale::Full],
        Some(other) => bail!("--scale is sample or full, not {other:?}"),
    };
    args.end()?;
    let program = build(places)?;
    let dir = places.target.join("peers/run");
    let browser = browser::prepare(places, &dir);
    for scale in scales {
        let run = Run { program: &program, scale, dir: &dir, rounds, blind };
        let mut rows = native(places, &run)?;
        match &browser {
            Ok(browser) => rows.extend(read(&browser.ask(places, &dir)?)?),
            Err(error) => shell::say(&format!("no rows of the browser: {error:#}")),
        }
        // The blind queries lie in there.
        fs::remove_file(dir.join("peers.json")).ok();
        table::print(scale, &rows);
    }
    if blind {
        shell::say("the blind set was asked: log this run in data/queries/blind/runs.md");
    }
    Ok(())
}

/// What one run of the native peers needs.
struct Run<'a> {
    program: &'a Path,
    scale: Scale,
    dir: &'a Path,
    rounds: u32,
    blind: bool,
}

fn build(places: &Places) -> Result<PathBuf> {
    let target = places.target.join("peers");
    let program = target.join("release").join(format!("peers{}", std::env::consts::EXE_SUFFIX));
    if !program.exists() {
        shell::say("compiling the peers (some minutes, the first time)");
    }
    let mut cargo = shell::cargo();
    cargo.args(["build", "--quiet", "--release", "--package", "peers"]);
    cargo.current_dir(places.of(PEERS)).env("CARGO_TARGET_DIR", &target);
    shell::run(&mut cargo)?;
    Ok(program)
}

/// Asks the peers that are programs and libraries.
fn native(places: &Places, run: &Run) -> Result<Vec<Value>> {
    let work = run.dir.join("work");
    shell::empty_dir(&work)?;
    let mut peers = Command::new(run.program);
    peers.arg("--data").arg(places.of("data")).args(["--scale", run.scale.name()]);
    for set in ["everyday", "aliases"] {
        peers.arg("--queries").arg(places.of(&format!("data/queries/{set}.tsv")));
    }
    for set in BLIND.iter().filter(|_| run.blind) {
        peers.arg("--blind").arg(places.of(set));
    }
    peers.args(["--rounds", &run.rounds.to_string()]);
    peers.arg("--work").arg(&work).arg("--export").arg(run.dir);
    let told = shell::timed("asking the peers on this machine", || shell::capture(&mut peers))?;
    let (rows, left_out): (Vec<_>, Vec<_>) = read(&told)?.into_iter().partition(|row| row["left_out"].is_null());
    for row in left_out {
        shell::say(&format!("no row {}: {}", row["left_out"], row["why"].as_str().unwrap_or_default()));
    }
    Ok(rows)
}

/// One JSON object a line.
fn read(told: &str) -> Result<Vec<Value>> {
    let lines = told.lines().filter(|line| line.starts_with('{'));
    lines.map(|line| Ok(serde_json::from_str(line)?)).collect()
}
