//! Finds regions of data/regions-like tables: prints what a text names and how long it takes.
//! Usage: regions FOLDER TEXT…

use std::{env, fs, path::Path, time::Instant};

use domain::{Level, Region, RegionCode, RegionKind, RegionTable};
use search::{Lexicon, RegionSearch};

fn main() {
    let args: Vec<String> = env::args().collect();
    let [_, folder, texts @ ..] = args.as_slice() else {
        eprintln!("usage: regions FOLDER TEXT…");
        return;
    };
    let table = RegionTable::build(read(Path::new(folder))).expect("the regions form a tree");
    let start = Instant::now();
    let search = RegionSearch::build(&table, &Lexicon::builtin());
    println!("{} regions built in {:.1} ms", table.len(), start.elapsed().as_secs_f64() * 1000.0);
    for text in texts {
        let start = Instant::now();
        let found = search.find(text, 5);
        let find = start.elapsed();
        let start = Instant::now();
        let named = search.in_query(text);
        let named = (named.map(|(id, range)| (table.full_name(id), text[range].to_owned())), start.elapsed());
        let names: Vec<String> = found.iter().map(|&id| table.full_name(id)).collect();
        println!("{text}: {find:?} {names:?}\n    in query {:?} {:?}", named.1, named.0);
    }
}

/// Cities and counties of liaoning.tsv, townships and villages of the city files.
fn read(folder: &Path) -> Vec<Region> {
    let mut regions = Vec::new();
    let mut add = |code: &str, name: &str, level: Level, parent: Option<&str>| {
        regions.push(Region {
            code: RegionCode::parse(code).expect("a code"),
            name: name.into(),
            kind: RegionKind::County,
            level,
            parent: parent.map(|parent| RegionCode::parse(parent).expect("a code")),
        });
    };
    let rows = |file: &Path| {
        let text = fs::read_to_string(file).expect("the table can be read");
        let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
        lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect::<Vec<Vec<String>>>()
    };
    for row in rows(&folder.join("liaoning.tsv")) {
        let code = row[0].as_str();
        match (&code[2..4], &code[4..6]) {
            ("00", _) => add(code, &row[1], Level::Province, None),
            (_, "00") => add(code, &row[1], Level::City, Some(&code[..2])),
            _ => add(code, &row[1], Level::County, Some(&code[..4])),
        }
    }
    for city in 2101..=2114 {
        for row in rows(&folder.join(format!("{city}.tsv"))) {
            add(&row[0], &row[1], Level::Township, Some(&row[0][..6]));
            for village in row.get(3).map_or("", String::as_str).split('|').filter(|village| village.len() > 3) {
                add(&format!("{}{}", &row[0][..9], &village[..3]), &village[3..], Level::Village, Some(&row[0][..9]));
            }
        }
    }
    regions
}
