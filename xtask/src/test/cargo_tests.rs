//! Unit, property and contract tests: by nextest if it is there, else by cargo alone.

use std::process::Command;

use anyhow::Result;

use super::lint::unless_fresh;
use super::tally::Tally;
use crate::places::Places;
use crate::shell;

/// Runs the tests of the workspace and those of xtask itself, whose profile is already built.
pub fn run(places: &Places, all: bool, tally: &mut Tally) {
    let nextest = shell::output(shell::cargo().args(["nextest", "--version"])).is_ok_and(|told| told.status.success());
    let workspace = ["--workspace", "--exclude", "xtask"];
    part(places, "tests", nextest, &workspace, "dev", tally);
    part(places, "tests of xtask", nextest, &["--package", "xtask"], "xtask", tally);
    let docs = ["test", "--quiet", "--doc", "--workspace", "--exclude", "xtask"];
    tally.check("examples in comments", unless_fresh(places, all, &docs, shell::run));
}

fn part(places: &Places, name: &str, nextest: bool, packages: &[&str], profile: &str, tally: &mut Tally) {
    let mut cargo = shell::cargo();
    cargo.current_dir(&places.root).env("CARGO_TERM_COLOR", "always");
    if nextest {
        cargo.args(["nextest", "run", "--no-fail-fast", "--status-level", "slow", "--final-status-level", "fail"]);
        cargo.args(["--no-tests", "pass", "--cargo-profile", profile]);
    } else {
        cargo.args(["test", "--quiet", "--no-fail-fast", "--lib", "--bins", "--tests", "--profile", profile]);
    }
    cargo.args(packages);
    match run_and_count(name, &mut cargo) {
        Err(error) => tally.fail(name, &error),
        // A compile error leaves no figures behind, yet is a failure.
        Ok((false, (passed, 0))) => tally.add(name, passed, 1),
        Ok((_, (passed, failed))) => tally.add(name, passed, failed),
    }
}

fn run_and_count(name: &str, cargo: &mut Command) -> Result<(bool, (u64, u64))> {
    shell::timed(name, || shell::follow(cargo)).map(|(ok, told)| (ok, count(&told)))
}

/// Passed and failed, read from the summaries of nextest and of cargo's own harness.
fn count(told: &str) -> (u64, u64) {
    let mut sum = (0, 0);
    for line in told.lines().map(str::trim) {
        if line.starts_with("test result:") || line.starts_with("Summary [") {
            let words: Vec<&str> = line.split([' ', ';', ',', '.']).collect();
            let before = |word: &str| {
                let at = words.iter().position(|own| *own == word)?;
                words.get(at.checked_sub(1)?)?.parse::<u64>().ok()
            };
            sum.0 += before("passed").unwrap_or(0);
            sum.1 += before("failed").unwrap_or(0) + before("timed out").unwrap_or(0);
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn both_harnesses_are_counted() {
        let nextest = "     Summary [   0.2s] 12 tests run: 11 passed (1 slow), 1 failed, 3 skipped\n";
        assert_eq!(count(nextest), (11, 1));
        let cargo =
            "test result: ok. 10 passed; 0 failed; 0 ignored\ntest result: FAILED. 2 passed; 3 failed; 0 ignored\n";
        assert_eq!(count(cargo), (12, 3));
        assert_eq!(count("error: could not compile"), (0, 0));
    }
}
