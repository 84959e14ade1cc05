use catalogue::cli::{CheckArgs, ImportArgs, check};
use serde_json::Value;

use crate::support::*;

pub fn faults(args: &CheckArgs) -> (u8, Vec<Value>) {
    let mut out = Vec::new();
    let code = check(args, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    (code, text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

pub fn has(faults: &[Value], code: &str, words: &str) -> bool {
    faults.iter().any(|fault| fault["code"] == code && fault["text"].as_str().unwrap().contains(words))
}

#[test]
fn a_clean_text_raises_no_alarm() {
    assert_eq!(faults(&CheckArgs { files: vec![fixture("clean.txt")], ..CheckArgs::default() }), (0, vec![]));
}

#[test]
fn every_fault_of_a_dirty_text_is_found_at_its_line() {
    let (code, found) = faults(&CheckArgs { files: vec![fixture("dirty.txt")], ..CheckArgs::default() });
    assert_eq!(code, 1);
    let wanted = [
        ("page_chrome", 1, "政务公开"),
        ("mojibake", 2, "?>?"),
        ("page_chrome", 3, "发布时间"),
        ("duplicate", 5, "报告"),
        ("lost_digits", 6, "2019101日"),
        ("lost_digits", 6, "515日"),
        ("lost_digits", 6, "515-529日"),
        ("lost_digits", 6, "20191218日"),
        ("masked_name", 7, "**区"),
        ("cut_off", 7, "督办"),
        ("traditional", 8, "營商"),
        ("sum_mismatch", 9, "69"),
        ("hijacked", 10, "必赢体育"),
        ("page_chrome", 11, "版权所有"),
        ("lost_digits", 12, "202064"),
        ("spam", 13, "色系无遮挡"),
    ];
    for (code, line, words) in wanted {
        let hit = |f: &&Value| f["code"] == code && f["line"] == line && f["text"].as_str().unwrap().contains(words);
        assert!(found.iter().any(|fault| hit(&fault)), "{code} {line} {words} in {found:#?}");
    }
    assert!(found.iter().all(|fault| fault["file"] == "dirty.txt" && fault["severity"].is_string()));
}

#[test]
fn a_table_is_checked_with_and_without_a_mapping() {
    let folder = tempfile::tempdir().unwrap();
    let files = vec![fixture("province.jsonl")];
    let (_, plain) = faults(&CheckArgs { files: files.clone(), ..CheckArgs::default() });
    assert!(has(&plain, "hijacked", "必赢体育") && has(&plain, "traditional", "經營") && has(&plain, "bad_row", ""));
    let mapping = Some(province(folder.path()));
    let (code, mapped) = faults(&CheckArgs { files, mapping, ..CheckArgs::default() });
    assert_eq!(code, 1);
    assert!(has(&mapped, "promise_over_legal", "45") && has(&mapped, "missing_fee", "") && has(&mapped, "no_code", ""));
}

#[test]
fn a_snapshot_is_checked_and_the_originals_of_repairs_raise_no_alarm() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.snapshot");
    let files = vec![fixture("province.jsonl")];
    let args = ImportArgs { files, mapping: province(folder.path()), out: out.clone(), ..ImportArgs::default() };
    assert_eq!(run(&args).0, 0);
    let (code, found) = faults(&CheckArgs { files: vec![out], ..CheckArgs::default() });
    assert_eq!(code, 1);
    assert!(has(&found, "lost_digits", "2019101日") && has(&found, "promise_over_legal", "45"));
    assert!(found.iter().all(|fault| fault["code"] != "traditional" && fault["code"] != "hijacked"), "{found:#?}");
}

#[test]
fn a_file_that_cannot_be_read_is_a_fault_and_does_not_stop_the_rest() {
    let files = vec!["no.txt".into(), "no.snapshot".into(), fixture("clean.txt")];
    let (code, found) = faults(&CheckArgs { files, ..CheckArgs::default() });
    assert_eq!((code, found.len()), (1, 2));
    assert!(found.iter().all(|fault| fault["code"] == "unreadable"));
}
