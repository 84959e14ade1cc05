//! The province's real scale: how long its import takes, how large it is, and what serving it costs.

use std::fs;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::args::Args;
use crate::places::Places;
use crate::server::{self, Running, Scale};
use crate::shell;
use crate::stamp::files_below;

/// Makes the tables, imports them, serves the result, and prints the figures.
pub fn run(places: &Places, mut args: Args) -> Result<()> {
    let rounds = args.number::<u32>("rounds")?.unwrap_or(3).max(1);
    args.end()?;
    let banshi = server::build(places)?;
    let full = server::snapshot(places, Scale::Full)?;
    let tables = places.var().join("full-tables");
    shell::empty_dir(&tables)?;
    shell::timed("making the full tables", || {
        let mut generate = Command::new(&banshi);
        generate.args(["generate", "--scale", "full", "--table"]).arg(&tables).arg("--data").arg(places.of("data"));
        shell::run(&mut generate)
    })?;
    let files = files_below(&tables)?;
    let bytes: u64 = files.iter().filter_map(|file| fs::metadata(file).ok()).map(|meta| meta.len()).sum();

    let out = places.var().join("imported.snapshot");
    let mut seconds = Vec::new();
    let mut summary = serde_json::Value::Null;
    for _ in 0..rounds {
        let mut import = Command::new(&banshi);
        import.arg("import").args(&files).arg("--mapping").arg(places.of("data/mappings/banshi-full.toml"));
        import.arg("--regions").arg(places.of("data/regions"));
        import.arg("--out").arg(&out).current_dir(&places.root);
        let start = Instant::now();
        let told = shell::capture(&mut import)?;
        seconds.push(start.elapsed().as_secs_f64());
        summary = serde_json::from_str(told.lines().last().unwrap_or_default()).context("the last line is JSON")?;
    }
    let time = super::median(seconds);
    let rows = summary["rows"].as_f64().unwrap_or(0.0);

    println!("\n| import of the full tables, median of {rounds} | |\n|---|---:|");
    println!("| tables | {} files, {:.1} MB |", files.len(), megabytes(bytes));
    println!("| rows | {rows:.0} |");
    println!("| items, publications | {}, {} |", summary["items"], summary["publications"]);
    println!("| seconds | {time:.1} |");
    println!("| rows/s | {:.0} |", rows / time);
    println!("| snapshot | {:.1} MB |", megabytes(fs::metadata(&out)?.len()));
    for (name, snapshot) in [("imported", &out), ("generated, full scale", &full)] {
        let server = Running::banshi(places, snapshot)?;
        let before = server.resident_kilobytes();
        for query in ["身份证丢了", "开饭店", "低保"] {
            server.get(&format!("/api/v1/guides?q={}&size=20&facets=1", percent(query)))?;
        }
        let figure = |kilobytes: Option<u64>| kilobytes.map_or("?".into(), |k| format!("{:.1}", k as f64 / 1000.0));
        println!(
            "| resident, {name}: after start, after searches | {} MB, {} MB |",
            figure(before),
            figure(server.resident_kilobytes())
        );
    }
    Ok(())
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
