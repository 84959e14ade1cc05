//! Writes the pack of the county with most publications in scope, or of a region given by its code:
//! A snapshot that is not there is generated at full scale, with a phone for every publication.
//! `cargo run --release -p catalogue --example pack_size -- full.snapshot out.pack [210102000000]`

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use catalogue::{
    cli::{GenerateArgs, Scale, generate},
    pack,
    snapshot::Snapshot,
};
use domain::{Level, RegionCode, RegionId};
use search::RegionSearch;
use shelf::Pack;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(path), Some(out)) = (args.next(), args.next()) else {
        return Err("which snapshot, and where to?".into());
    };
    if !Path::new(&path).exists() {
        let (scale, data, out) = (Scale::Full, PathBuf::from("data"), Some(PathBuf::from(&path)));
        let args = GenerateArgs { scale, data, out, table: None, seed: 1, phones: true, policies: None };
        generate(&args, &mut std::io::stdout())?;
    }
    let snapshot = Snapshot::open(Path::new(&path))?;
    let table = snapshot.regions();
    let in_scope = |id: RegionId| table.scope(id).map(|at| snapshot.published(at).len()).sum::<usize>();
    let region = match args.next() {
        Some(code) => table.find(&RegionCode::parse(&code)?).ok_or("no such region")?,
        None => {
            let counties = table.iter().filter(|(_, region)| region.level == Level::County).map(|(id, _)| id);
            counties.max_by_key(|&id| in_scope(id)).ok_or("no county")?
        }
    };
    println!("{}, {} publications in scope", table.full_name(region), in_scope(region));
    let words = snapshot.lexicon();
    let search = RegionSearch::build(table, &words);
    let start = Instant::now();
    let parts = pack::parts_of(&snapshot, &search, region)?;
    println!("gathered in {:?}, {} regions by name", start.elapsed(), parts.regions.len());
    let start = Instant::now();
    let bytes = parts.to_bytes();
    println!("written in {:?}, {} bytes", start.elapsed(), bytes.len());
    let start = Instant::now();
    let pack = Pack::open(&bytes, words)?;
    println!("opened in {:?}, {}", start.elapsed(), pack.checksum());
    std::fs::write(out, bytes)?;
    Ok(())
}
