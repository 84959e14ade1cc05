//! The rules and guides of data/, as the tests need them.

use std::{fs, path::PathBuf};

use bag::{Matter, World, WorldSource};
use domain::{Guide, ItemCode, RegionCode, calendar::CalendarYear, papers::RulebookSource};

pub fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

/// The TOML files of a folder, by name.
pub fn files(folder: &str) -> Vec<(String, String)> {
    let mut files: Vec<_> = fs::read_dir(data().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap()))
        .collect();
    files.sort();
    files
}

pub fn source() -> WorldSource {
    let mut rules = RulebookSource::default();
    files("papers").iter().for_each(|(_, text)| rules.add(toml::from_str(text).unwrap()));
    let calendar = files("calendar").iter().map(|(_, text)| toml::from_str::<CalendarYear>(text).unwrap()).collect();
    let bundles = files("bundles").iter().map(|(_, text)| toml::from_str(text).unwrap()).collect();
    WorldSource { rules, bundles, calendar, data_date: "2026-11-22".parse().unwrap() }
}

pub fn world() -> World {
    World::open(&source().to_bytes().unwrap()).unwrap()
}

/// Every whole sample guide as a matter, with the themes of its item.
pub fn matters() -> Vec<Matter> {
    let table = fs::read_to_string(data().join("catalogue/items.tsv")).unwrap();
    let themes = |code: &str| {
        let row = table.lines().map(|line| line.split('\t').collect::<Vec<_>>()).find(|row| row[0] == code).unwrap();
        (row[2].to_owned(), row[5].split('|').map(String::from).collect::<Vec<_>>())
    };
    files("catalogue/guides")
        .into_iter()
        .map(|(code, text)| {
            let (guide, (name, themes)) = (toml::from_str::<Guide>(&text).unwrap(), themes(&code));
            Matter {
                code: ItemCode::parse(&code).unwrap(),
                name,
                plain_name: None,
                themes,
                audience: vec![],
                region: None,
                materials: guide.materials,
                limits: guide.limits,
                handling: guide.handling,
                visits: guide.visits,
                fee: guide.fee,
                places: vec![],
                sample: true,
            }
        })
        .collect()
}

pub fn scope() -> Vec<RegionCode> {
    ["210102000000", "210100000000", "210000000000"].map(|code| RegionCode::parse(code).unwrap()).to_vec()
}
