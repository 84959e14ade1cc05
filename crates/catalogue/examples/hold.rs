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
    ask(&snapshot);
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

/// The questions that every search asks, for every item from a hundred regions.
fn ask(snapshot: &Snapshot) {
    let regions: Vec<_> = snapshot.regions().iter().map(|(id, _)| id).step_by(snapshot.regions().len() / 100).collect();
    let items = snapshot.heads().len() as u32;
    let asked = (regions.len() as u32 * items).max(1);
    let count = |question: &dyn Fn(domain::RegionId, ItemId) -> bool| {
        let start = Instant::now();
        let all = regions.iter().flat_map(|&region| (0..items).map(move |item| (region, ItemId(item))));
        let yes = all.filter(|&(region, item)| question(region, item)).count();
        (yes, start.elapsed() / asked)
    };
    println!("published here: {:?}", count(&|region, item| snapshot.is_published(region, item)));
    println!("published here or above: {:?}", count(&|region, item| snapshot.nearest(item, region).is_some()));
    let start = Instant::now();
    let sum: usize = regions.iter().map(|&region| snapshot.in_scope(region).len()).sum();
    println!("all published here or above: {sum}, {:?} a region", start.elapsed() / regions.len() as u32);
}

/// Resident memory of this process in KiB, as Linux tells it.
fn resident() -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).ok_or("no VmRSS")?;
    Ok(line.split_whitespace().nth(1).ok_or("no number")?.parse()?)
}
