//! Ratings over the whole HTTP path, beside what the disk can flush and beside one transaction for each request:
//! `cargo run --release -p api --example ratings_bench -- rate|repeats|forged|figures [FOLDER]`. Loopback only.

mod client;
mod figures;
mod forged;
mod hall;
mod rate;

use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let (what, folder) = (words.next(), words.next().map(PathBuf::from));
    // A folder of its own on the disk that is to be measured.
    let folder = folder.unwrap_or_else(std::env::temp_dir).join(format!("ratings-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let done = match what.as_deref() {
        Some("rate") => rate::run(&folder),
        Some("repeats") => rate::repeats(&folder),
        Some("forged") => forged::run(),
        Some("figures") => figures::run(&folder),
        other => Err(format!("rate, repeats, forged or figures, not {other:?}").into()),
    };
    std::fs::remove_dir_all(&folder)?;
    done
}
