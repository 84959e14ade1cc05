//! `cargo xtask bench`: the figures of docs/BENCHMARKS.md, each beside its yardstick in one run.

mod http;
mod import;
mod phone;
mod search;
mod vitals;

use anyhow::{Result, bail};

use crate::args::Args;
use crate::places::Places;

/// Runs one benchmark.
pub fn bench(places: &Places, mut args: Args) -> Result<()> {
    match args.word().as_deref() {
        Some("http") => http::run(places, args),
        Some("import") => import::run(places, args),
        Some("phone") => phone::run(places, args),
        Some("search") => search::run(places, args),
        Some("vitals") => vitals::run(places, args),
        other => bail!("bench knows http, import, phone, search and vitals, not {:?}", other.unwrap_or_default()),
    }
}

/// The middle of some figures.
fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}
