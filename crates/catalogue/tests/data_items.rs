//! The sample catalogue's table of matters holds together.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    path::{Path, PathBuf},
};

use domain::{Audience, ItemCode, ItemKind, Level};

const COLUMNS: &str = "code name plain_name aliases department theme audience levels kind popularity guide";

type Row = BTreeMap<String, String>;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/catalogue")
}

fn read(path: &Path) -> Vec<Row> {
    let mut table = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_path(path).expect("the table opens");
    table.deserialize().map(|row| row.expect("every row has all columns")).collect()
}

fn items() -> Vec<Row> {
    read(&folder().join("items.tsv"))
}

fn parts(text: &str, mark: char) -> Vec<&str> {
    text.split(mark).collect()
}

/// What is wrong with one row, in words.
fn problems(row: &Row) -> Vec<String> {
    let mut found = Vec::new();
    let name = &row["name"];
    let mut check = |right: bool, what: &str| {
        if !right {
            found.push(format!("{name}: {what}"));
        }
    };
    let code = row["code"].as_str();
    check(ItemCode::parse(code).is_ok() && code.starts_with("ln-"), "code");
    check(!code.chars().any(|c| c.is_ascii_uppercase()), "code in upper case");
    check(row.values().all(|text| text.trim() == text), "blank at an edge");
    check(parts(&row["audience"], '|').into_iter().all(|a| Audience::from_code(a).is_some()), "audience");
    check(parts(&row["levels"], ',').into_iter().all(|l| Level::from_code(l).is_some()), "levels");
    check(ItemKind::from_code(&row["kind"]).is_some_and(ItemKind::is_on_application), "kind");
    check(row["popularity"].parse::<u16>().is_ok_and(|p| p <= 1000), "popularity");
    check(!row["department"].is_empty() && !row["theme"].is_empty(), "department or theme");
    let aliases = parts(&row["aliases"], '|');
    check((1..=6).contains(&aliases.len()) && aliases.iter().all(|a| !a.is_empty()), "aliases");
    check(
        !aliases.contains(&name.as_str()) && !aliases.contains(&row["plain_name"].as_str()),
        "an alias says nothing new",
    );
    check(aliases.iter().collect::<HashSet<_>>().len() == aliases.len(), "an alias twice");
    check(row["plain_name"] != *name, "a plain name says nothing new");
    let guide = &row["guide"];
    check(guide.is_empty() || *guide == format!("{code}.toml"), "guide");
    found
}

#[test]
fn every_row_is_whole_and_in_the_code_tables() {
    let text = std::fs::read_to_string(folder().join("items.tsv")).expect("items.tsv is there");
    assert_eq!(text.lines().next().map(|line| line.replace('\t', " ")).as_deref(), Some(COLUMNS));
    let found: Vec<String> = items().iter().flat_map(problems).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn codes_and_names_are_unique() {
    let items = items();
    for column in ["code", "name"] {
        let mut seen = HashSet::new();
        let twice: Vec<&str> =
            items.iter().map(|row| row[column].as_str()).filter(|text| !seen.insert(*text)).collect();
        assert!(twice.is_empty(), "{column}: {twice:?}");
    }
    assert_eq!(items.len(), 481);
    assert!(items.iter().filter(|row| !row["guide"].is_empty()).count() >= 40);
}

#[test]
fn every_named_guide_has_its_file_and_every_file_its_row() {
    let named: BTreeSet<String> =
        items().iter().map(|row| row["guide"].clone()).filter(|file| !file.is_empty()).collect();
    let folder = std::fs::read_dir(folder().join("guides")).expect("the guides are there");
    let there: BTreeSet<String> =
        folder.map(|entry| entry.expect("a readable folder").file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(named, there);
}

#[test]
fn an_alias_is_shared_by_two_matters_at_most() {
    let mut users: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in items() {
        for alias in parts(&row["aliases"], '|') {
            users.entry(alias.to_owned()).or_default().insert(row["name"].clone());
        }
    }
    users.retain(|_, names| names.len() > 2);
    assert!(users.is_empty(), "{users:#?}");
}

#[test]
fn what_is_asked_for_most_has_a_plain_name() {
    let mut items = items();
    items.sort_by_key(|row| std::cmp::Reverse(row["popularity"].parse::<u16>().unwrap_or_default()));
    let without =
        |row: &&Row| row["plain_name"].is_empty() && !row["name"].contains("补贴") && !row["name"].contains("报名");
    let bare: Vec<&str> = items.iter().take(200).filter(without).map(|row| row["name"].as_str()).collect();
    assert!(bare.is_empty(), "{bare:?}");
}

#[test]
fn names_departments_and_levels_are_verbatim_from_the_source() {
    let Ok(real) = std::env::var("BANSHI_REAL_DATA") else {
        println!("not run: BANSHI_REAL_DATA is not set");
        return;
    };
    let source = read(&Path::new(&real).join("facts/common-matters.tsv"));
    let items = items();
    assert_eq!(source.len(), items.len());
    for (theirs, ours) in source.iter().zip(&items) {
        assert_eq!(
            (&theirs["name"], &theirs["organ"], &theirs["levels"]),
            (&ours["name"], &ours["department"], &ours["levels"])
        );
    }
}
