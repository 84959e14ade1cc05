//! Opens a snapshot and tells how long it took and how much memory the process holds:
//! `cargo run --release -p catalogue --example hold -- SNAPSHOT`.

use std::{error::Error, fs, path::Path, time::Instant};

use catalogue::{ItemId, Snapshot};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: hold SNAPSHOT")?;
    let before = resident()?;
    let start = Instant::now();
    let snapshot = Snapshot::open(Path::new(&path))?;
    println!("opened in {:?}: {:?}", start.elapsed(), snapshot.meta().counts);
    println!("resident: {} KiB before, {} KiB after", before, resident()?);
    let start = Instant::now();
    let mut read = 0;
    for (id, _) in snapshot.regions().iter().step_by(37) {
        for item in snapshot.published(id).step_by(7).collect::<Vec<_>>() {
            read += usize::from(snapshot.publication(item, id)?.is_some());
        }
    }
    println!("{read} publications read, {:?} each", start.elapsed() / read.max(1) as u32);
    let start = Instant::now();
    for id in 0..snapshot.heads().len() as u32 {
        snapshot.item(ItemId(id))?;
    }
    println!("every item read, {:?} each", start.elapsed() / snapshot.heads().len().max(1) as u32);
    println!("resident: {} KiB in the end", resident()?);
    Ok(())
}

/// Resident memory of this process in KiB, as Linux tells it.
fn resident() -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).ok_or("no VmRSS")?;
    Ok(line.split_whitespace().nth(1).ok_or("no number")?.parse()?)
}
