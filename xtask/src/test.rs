//! `cargo xtask test`: everything that must hold, on one machine, by one command.

mod cargo_tests;
pub mod chromium;
mod journeys;
mod licences;
mod lint;
mod spdx;
mod tally;
mod weight;

use std::time::Instant;

use anyhow::{Result, bail};

use crate::args::Args;
use crate::places::Places;
use crate::{shell, site};
use tally::Tally;

/// The parts, in the order of their cost. `--only NAME` runs one.
const PARTS: &[&str] = &["lint", "licences", "unit", "weight", "journeys", "old-engines"];

/// Runs all parts, even after one failed, and ends with one line of figures.
pub fn test(places: &Places, mut args: Args) -> Result<()> {
    let only = args.text("only")?;
    let all = args.flag("all");
    let grep = args.text("grep")?;
    args.end()?;
    if let Some(only) = &only
        && !PARTS.contains(&only.as_str())
    {
        bail!("--only knows {}", PARTS.join(", "));
    }
    let wanted = |part: &str| only.as_deref().is_none_or(|only| only == part);
    let start = Instant::now();
    let mut tally = Tally::default();

    if wanted("lint") {
        lint::check(places, all, &mut tally);
    }
    if wanted("licences") {
        licences::check(places, all, &mut tally);
    }
    if wanted("unit") {
        cargo_tests::run(places, all, &mut tally);
    }
    if wanted("weight") || wanted("journeys") || wanted("old-engines") {
        match site::build(places, site::Names::Dropped) {
            Err(error) => tally.fail("site build", &error),
            Ok(_) => {
                if wanted("weight") {
                    weight::check(places, &mut tally);
                }
                if wanted("journeys") {
                    journeys::run(places, grep.as_deref(), &mut tally);
                }
                if wanted("old-engines") {
                    journeys::old_engines(places, &mut tally);
                }
            }
        }
    }
    shell::say(&format!("all parts took {:.0} s", start.elapsed().as_secs_f64()));
    tally.close()
}
