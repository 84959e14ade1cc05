//! `banshi papers` and `banshi template --rules` as an operator runs them.

use std::process::{Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::{fixture, process::banshi};

fn told(args: &[&str], folder: &TempDir) -> Output {
    banshi().args(args).current_dir(folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap()
}

fn words(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn material_names_that_no_paper_is_known_for_are_listed_most_frequent_first() {
    let folder = TempDir::new().unwrap();
    fixture::write(&folder.path().join("s"), "first");
    let done = told(&["papers", "unplaced", "s"], &folder);
    assert!(done.status.success());
    let text = words(&done);
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    assert!(!rows.is_empty() && rows.iter().all(|row| row.len() == 3), "{text}");
    let counts: Vec<u32> = rows.iter().map(|row| row[0].parse().unwrap()).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "{text}");
    assert!(rows.iter().all(|row| row[1] != "居民身份证"), "what is placed is not listed: {text}");

    let missing = told(&["papers", "unplaced", "nothing"], &folder);
    assert_eq!(missing.status.code(), Some(2));
    assert!(words(&missing).starts_with("error: "));
}

#[test]
fn the_empty_workbook_of_rules_is_written_checked_and_refused_for_having_no_rows() {
    let folder = TempDir::new().unwrap();
    assert!(told(&["template", "--rules", "--out", "empty.xlsx"], &folder).status.success());
    let checked = told(&["check", "empty.xlsx"], &folder);
    assert_eq!(checked.status.code(), Some(1));
    let fault: Value = serde_json::from_str(words(&checked).lines().next().unwrap()).unwrap();
    assert_eq!((&fault["code"], &fault["file"]), (&"no_rows".into(), &"empty.xlsx".into()));

    let imported = told(&["papers", "import", "empty.xlsx", "--out", "rules", "--report", "report.xlsx"], &folder);
    assert_eq!(imported.status.code(), Some(2));
    let account: Value = serde_json::from_str(words(&imported).lines().last().unwrap()).unwrap();
    assert_eq!((&account["rules"], &account["written"]), (&0.into(), &Value::Null));
    assert!(folder.path().join("report.xlsx").exists() && !folder.path().join("rules").exists());
}
