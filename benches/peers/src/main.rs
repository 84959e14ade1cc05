//! The search beside its peers: the same catalogue, the same queries, taking turns in one run.
//!
//! Prints one JSON object a line for each row of the table; `cargo xtask bench search` makes the table.

mod args;
mod cases;
mod export;
mod floor;
mod items;
mod peer;
mod text;
mod turns;
mod words;

use std::alloc::System;

use anyhow::Result;
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

/// Counts what our own index occupies. It costs an atomic addition each time; SQLite and PostgreSQL do not pay it.
#[global_allocator]
static HEAP: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() -> Result<()> {
    let args = args::Args::read()?;
    let items = items::make(&args)?;
    let words = words::Words::read(&args.data.join("lexicon"))?;
    let cases = cases::read(&args, &items, &words)?;
    export::write(&args, &items, &cases)?;
    let (mut peers, left_out) = peer::build(&items, &args.work);
    for (name, why) in left_out {
        println!("{}", serde_json::json!({ "left_out": name, "why": why }));
    }
    for row in floor::rows(&items, &cases) {
        println!("{row}");
    }
    for row in turns::take(&mut peers, &cases, args.rounds)? {
        println!("{row}");
    }
    Ok(())
}
