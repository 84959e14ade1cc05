//! The regions of data/regions, and what is said about tables with faults.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{collections::HashMap, fs, path::Path};

use catalogue::regions::load;
use domain::{Level, RegionCode, RegionKind, RegionTable};
use tempfile::tempdir;

fn liaoning() -> RegionTable {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/regions")).unwrap()
}

#[test]
fn liaoning_has_its_cities_counties_townships_and_villages() {
    let table = liaoning();
    let count = |level, kind| table.iter().filter(|(_, r)| r.level == level && r.kind == kind).count();
    assert_eq!(count(Level::Province, RegionKind::Province), 1);
    assert_eq!(count(Level::City, RegionKind::City), 14);
    assert_eq!(count(Level::County, RegionKind::County), 100);
    let townships = [RegionKind::Township, RegionKind::Farm, RegionKind::Zone].map(|k| count(Level::Township, k));
    assert_eq!(townships, [1350, 34, 22]);
    assert_eq!(count(Level::Village, RegionKind::Village), 16_693);
    assert_eq!(table.len(), 1 + 14 + 100 + 1406 + 16_693 + 3);
}

#[test]
fn every_region_has_a_name_and_stands_under_the_province() {
    let table = liaoning();
    let province = RegionCode::parse(RegionCode::PROVINCE).unwrap();
    for (id, region) in table.iter() {
        assert!(!region.name.contains("虚拟") && !region.name.is_empty(), "{region:?}");
        let top = table.scope(id).last().unwrap();
        assert_eq!(table.region(top).code, province, "{region:?}");
    }
}

#[test]
fn a_name_that_repeats_is_told_apart_by_its_parents() {
    let table = liaoning();
    let mut full = HashMap::new();
    for (id, region) in table.iter().filter(|(_, region)| region.name == "三家子村委会") {
        full.insert(table.full_name(id), region.code.clone());
    }
    assert_eq!(full.len(), 20);
}

#[test]
fn a_zone_of_our_own_has_its_level_and_parent_from_the_table() {
    let table = liaoning();
    let id = table.find(&RegionCode::parse("21Z001000000").unwrap()).unwrap();
    assert_eq!(table.full_name(id), "辽宁省 沈抚示范区");
    assert_eq!((table.region(id).level, table.region(id).kind), (Level::City, RegionKind::Zone));
}

#[test]
fn every_row_of_the_statistics_is_there_with_its_name() {
    let Some(data) = std::env::var_os("BANSHI_REAL_DATA") else {
        println!("not run: BANSHI_REAL_DATA is not set");
        return;
    };
    let folder = Path::new(&data).join("divisions-liaoning-2023");
    let table = liaoning();
    let mut rows = 0;
    for file in ["cities.csv", "areas.csv", "streets.csv", "villages.csv"] {
        for line in fs::read_to_string(folder.join(file)).unwrap().lines().skip(1) {
            let (code, rest) = line.split_once(',').unwrap();
            let name = rest.split(',').next().unwrap();
            let found = table.find(&RegionCode::parse(code).unwrap());
            assert_eq!(found.map(|id| table.region(id).name.as_str()), (!name.contains("虚拟")).then_some(name));
            rows += 1;
        }
    }
    assert_eq!(rows, 14 + 100 + 1406 + 16_727);
}

fn problems(tables: &[&str]) -> Vec<String> {
    let folder = tempdir().unwrap();
    for (at, table) in tables.iter().enumerate() {
        fs::write(folder.path().join(format!("{at}.tsv")), table).unwrap();
    }
    load(folder.path()).unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn every_faulty_row_is_named_with_file_and_line() {
    let found = problems(&[
        "# a comment\ncode\tname\tkind\n21\t辽宁省\n2101\t\n21中\t某市\n2102\t大连市\tplanet\n",
        "code\tname\tvillages\n210102001\t浑河湾街道\t002水源地社区|砂阳南社区\n210102\t和平区\t001某村\n21Z000000001\t某区\n",
    ]);
    let starts = ["0.tsv:4: ", "0.tsv:5: ", "0.tsv:6: ", "1.tsv:2: ", "1.tsv:3: ", "1.tsv:4: "];
    for start in starts {
        assert!(found.iter().any(|text| text.starts_with(start)), "{start} in {found:#?}");
    }
    assert!(found.iter().any(|text| text.contains("source")), "{found:#?}");
}

#[test]
fn a_region_without_parent_or_with_a_code_twice_is_named() {
    let found = problems(&["code\tname\n21\t辽宁省\n210102\t和平区\n", "code\tname\n21\t辽宁\n"]);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].starts_with("1.tsv:2: ") || found[1].starts_with("1.tsv:2: "), "{found:#?}");
    assert!(found.iter().any(|text| text.starts_with("0.tsv:3: ") && text.contains("210100000000")), "{found:#?}");
}

#[test]
fn a_table_with_an_unknown_column_or_without_rows_is_refused() {
    assert_eq!(problems(&["code\tname\tcolour\n"]).len(), 1);
    assert_eq!(problems(&["# nothing\n"]).len(), 1);
    assert!(problems(&["name\n辽宁省\n"])[0].contains("\"code\""));
}
