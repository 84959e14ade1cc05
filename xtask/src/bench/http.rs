//! Search over HTTP at full scale beside a bare axum hello, taking turns in one run.

use std::process::Command;

use anyhow::{Context, Result};

use super::median;
use crate::args::Args;
use crate::places::Places;
use crate::server::{self, Running, Scale};
use crate::shell;

/// What is asked in one row of the table.
struct Row {
    name: &'static str,
    /// `None` asks the hello server.
    params: Option<&'static str>,
    aim: Option<f64>,
}

const ROWS: [Row; 3] = [
    Row { name: "bare axum hello", params: None, aim: None },
    Row { name: "guides, size=10, no facets", params: Some("size=10&facets=0"), aim: Some(1.0 / 4.0) },
    Row { name: "guides, size=20, facets", params: Some("size=20&facets=1"), aim: Some(1.0 / 8.0) },
];

/// Requests a second, p50 and p99 in milliseconds, answers that failed.
struct Reading {
    rate: f64,
    p50: f64,
    p99: f64,
    failed: u64,
}

/// Measures with wrk and prints a table.
pub fn run(places: &Places, mut args: Args) -> Result<()> {
    let seconds = args.number::<u32>("seconds")?.unwrap_or(8);
    let rounds = args.number::<u32>("rounds")?.unwrap_or(3).max(1);
    let connections = args.number::<u32>("connections")?.unwrap_or(32);
    args.end()?;
    let wrk = shell::which("wrk").context("wrk is needed: `sudo apt-get install wrk`, or `brew install wrk`")?;

    server::build(places)?;
    let mut hello = shell::cargo();
    hello.args(["build", "--quiet", "--release", "--package", "api", "--example", "hello"]).current_dir(&places.root);
    shell::run(hello.env("CARGO_TARGET_DIR", &places.target))?;
    let snapshot = server::snapshot(places, Scale::Full)?;

    let portal = Running::banshi(places, &snapshot)?;
    let address = server::free_address()?;
    let mut hello = Command::new(places.target.join("release/examples/hello"));
    let hello = Running::start(hello.arg(&address), address, "/")?;
    let regions = places.var().join("bench-regions.txt");
    std::fs::write(&regions, region_codes(&portal)?.join("\n"))?;

    let measure = |row: &Row| -> Result<Reading> {
        let mut command = Command::new(&wrk);
        command.args(["-t1", &format!("-c{connections}"), &format!("-d{seconds}s"), "-s"]);
        command.env("BENCH_REGIONS", &regions).env("BENCH_QUERIES", places.of("benches/queries.txt"));
        match row.params {
            Some(params) => {
                command.arg(places.of("benches/guides.lua")).env("BENCH_PARAMS", params).arg(portal.url());
            }
            None => {
                command.arg(places.of("benches/hello.lua")).arg(hello.url());
            }
        }
        reading(&shell::capture(&mut command)?)
    };
    let mut readings: Vec<Vec<Reading>> = ROWS.iter().map(|_| Vec::new()).collect();
    for round in 1..=rounds {
        shell::say(&format!("round {round} of {rounds}"));
        for (row, list) in ROWS.iter().zip(&mut readings) {
            list.push(measure(row)?);
        }
    }
    println!(
        "\n| {connections} connections, {rounds} x {seconds} s in turn, medians | requests/s | of hello | aim | p50 ms | p99 ms | failed |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|");
    let middle = |list: &[Reading], of: fn(&Reading) -> f64| median(list.iter().map(of).collect());
    let base = middle(&readings[0], |reading| reading.rate);
    for (row, list) in ROWS.iter().zip(&readings) {
        let rate = middle(list, |reading| reading.rate);
        let aim = row.aim.map(|aim| format!("{aim:.3}")).unwrap_or_default();
        println!(
            "| {} | {rate:.0} | {:.3} | {aim} | {:.2} | {:.2} | {} |",
            row.name,
            rate / base,
            middle(list, |reading| reading.p50),
            middle(list, |reading| reading.p99),
            list.iter().map(|reading| reading.failed).sum::<u64>(),
        );
    }
    Ok(())
}

/// Counties, townships and villages, from the API itself.
fn region_codes(portal: &Running) -> Result<Vec<String>> {
    let below = |code: &str| -> Result<Vec<String>> {
        let list: serde_json::Value = serde_json::from_str(&portal.get(&format!("/api/v1/regions?parent={code}"))?)?;
        let items = list["items"].as_array().context("the API lists no regions")?;
        Ok(items.iter().filter_map(|item| item["code"].as_str()).map(str::to_owned).collect())
    };
    let mut codes = Vec::new();
    for city in below("210000000000")? {
        for county in below(&city)?.into_iter().take(4) {
            for township in below(&county)?.into_iter().take(6) {
                codes.extend(below(&township)?.into_iter().take(6));
                codes.push(township);
            }
            codes.push(county);
        }
    }
    Ok(codes)
}

/// The line that our wrk scripts print last.
fn reading(told: &str) -> Result<Reading> {
    let line = told.lines().find_map(|line| line.strip_prefix("RESULT ")).context("wrk printed no result")?;
    let figures: Vec<f64> = line.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    match figures[..] {
        [rate, p50, p99, failed] => Ok(Reading { rate, p50, p99, failed: failed as u64 }),
        _ => anyhow::bail!("wrk printed {line:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_line_of_our_scripts_is_read() {
        let reading = reading("Running 8s test\nRESULT 41234 1.500 9.250 3\n").unwrap();
        assert_eq!((reading.rate, reading.p50, reading.p99, reading.failed), (41234.0, 1.5, 9.25, 3));
        assert!(super::reading("nothing").is_err());
    }

    #[test]
    fn the_median_is_the_middle_one() {
        assert_eq!(median(vec![9.0, 1.0, 2.0]), 2.0);
        assert!(median(Vec::new()).is_nan());
    }
}
