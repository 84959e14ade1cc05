//! Browser tests: journeys through the real server and site, and real old engines.

use std::process::Command;

use anyhow::Result;

use super::chromium;
use super::tally::Tally;
use crate::places::Places;
use crate::server::{self, Scale};
use crate::{node, shell};

/// The folder of the journeys and their packages.
const E2E: &str = "tests/e2e";
/// The folder of the old engines.
const OLD: &str = "tests/e2e/old-engines";

/// Runs the journeys in the system's Chromium.
pub fn run(places: &Places, grep: Option<&str>, tally: &mut Tally) {
    let done = prepare(places, E2E).and_then(|mut journeys| {
        journeys.env("E2E_CHROMIUM", chromium::find_or_install()?);
        if let Some(grep) = grep {
            journeys.env("E2E_GREP", grep);
        }
        shell::timed("browser journeys", || shell::follow(&mut journeys))
    });
    report("browser journeys", done, tally);
}

/// Runs the plain pages and the wasm in Chromium 72 and 92.
pub fn old_engines(places: &Places, tally: &mut Tally) {
    const NAME: &str = "old engines";
    if !(cfg!(target_os = "linux") && cfg!(target_arch = "x86_64")) {
        return shell::say("not run: the old engines are Linux x86-64 programs");
    }
    let done = prepare(places, OLD).and_then(|mut old| {
        old.env("E2E_ENGINES", places.target.join("engines"));
        shell::timed(NAME, || shell::follow(&mut old))
    });
    report(NAME, done, tally);
}

/// Packages, server and catalogue, and the command that runs a folder's tests over them.
fn prepare(places: &Places, folder: &str) -> Result<Command> {
    node::install(places, folder)?;
    server::build(places)?;
    let snapshot = server::snapshot(places, Scale::Sample)?;
    let mut command = node::node(&places.of(E2E).join("run.mjs"));
    command
        .arg(places.of(folder))
        .env("E2E_BANSHI", places.banshi())
        .env("E2E_SITE", places.site())
        .env("E2E_SNAPSHOT", snapshot)
        .env("E2E_KEYS", server::keys(places)?)
        .env("E2E_SCREENS", places.target.join("screens"))
        .current_dir(&places.root);
    for name in ["BANSHI_SNAPSHOT", "BANSHI_STORE", "BANSHI_LISTEN", "BANSHI_KEYS"] {
        command.env_remove(name);
    }
    Ok(command)
}

fn report(part: &str, done: Result<(bool, String)>, tally: &mut Tally) {
    match done {
        Err(error) => tally.fail(part, &error),
        Ok((ok, told)) => {
            let (passed, failed) = count(&told);
            let failed = if ok { failed } else { failed.max(1) };
            tally.add(part, passed, failed);
        }
    }
}

/// The figures that node's test runner prints last.
fn count(told: &str) -> (u64, u64) {
    let last = |key: &str| {
        let lines = told.lines().filter_map(|line| line.trim_start_matches(['#', 'ℹ', ' ']).strip_prefix(key));
        lines.filter_map(|rest| rest.trim().parse().ok()).next_back().unwrap_or(0)
    };
    (last("pass "), last("fail ") + last("cancelled "))
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn the_figures_of_nodes_runner_are_read() {
        assert_eq!(count("ok\nℹ tests 12\nℹ pass 11\nℹ fail 1\nℹ cancelled 0\n"), (11, 1));
        assert_eq!(count("# pass 3\n# fail 0\n# cancelled 2\n"), (3, 2));
        assert_eq!(count("nothing"), (0, 0));
    }
}
