//! `banshi lexicon check` and `banshi lexicon diff` as a clerk runs them.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{fs, path::PathBuf};

use catalogue::cli::{GenerateArgs, LexiconCheckArgs, LexiconDiffArgs, Scale, generate, lexicon_check, lexicon_diff};
use tempfile::{TempDir, tempdir};

const HEADER: &str = "code\tname\tplain_name\taliases\tdepartment\ttheme\taudience\tlevels\tkind\tpopularity\tguide\n";
const ROWS: &str = "\
a-bl\t身份证补领\t\t\t公安局\t户籍证件\tnatural\tcity\t07\t970\ta-bl.toml
a-sy\t失业登记\t\t\t人社局\t就业\tnatural\tcity\t07\t300\t
a-jy\t就业登记\t\t\t人社局\t就业\tnatural\tcity\t07\t200\t
";
const REGIONS: &str =
    "code\tname\tvillages\n21\t辽宁省\n2101\t沈阳市\n210102\t和平区\n210102001\t浑河湾街道\t002水源地社区\n";
const ZONES: &str = "code\tname\tkind\tlevel\tparent\tsource\n21Z000000001\t某新区\tzone\tcity\t21\t测试\n";
const HEAD: &str = "source = \"a test\"\nchecked_on = \"2026-11-22\"\n";

/// A folder with a snapshot, words before and after an edit, and queries beside the latter.
fn desk(before: &str, after: &str) -> TempDir {
    let folder = tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for name in ["data/catalogue/guides", "data/regions", "before", "edit/lexicon", "edit/queries"] {
        fs::create_dir_all(at(name)).unwrap();
    }
    fs::write(at("data/catalogue/items.tsv"), format!("{HEADER}{ROWS}")).unwrap();
    let guide = "# source: a test\n# checked_on: 2026-11-20\nsummary = \"丢了补办\"\nvisits = 1\n";
    fs::write(at("data/catalogue/guides/a-bl.toml"), guide).unwrap();
    fs::write(at("data/regions/all.tsv"), REGIONS).unwrap();
    fs::write(at("data/regions/zones.tsv"), ZONES).unwrap();
    fs::write(at("before/words.toml"), before).unwrap();
    fs::write(at("edit/lexicon/words.toml"), after).unwrap();
    fs::write(at("edit/queries/all.tsv"), "query\taccept\tkind\n下岗\ta-sy\tplain\n身份证补领\ta-bl\tplain\n").unwrap();
    let args = GenerateArgs {
        scale: Scale::Sample,
        data: at("data"),
        out: Some(at("live.snapshot")),
        table: None,
        seed: 1,
        phones: false,
        policies: None,
    };
    let mut told = Vec::new();
    assert_eq!(generate(&args, &mut told).unwrap(), 0, "{}", String::from_utf8(told).unwrap());
    folder
}

fn check(folder: PathBuf, snapshot: Option<PathBuf>) -> (u8, String) {
    let mut told = Vec::new();
    let code = lexicon_check(&LexiconCheckArgs { folder, snapshot }, &mut told).unwrap();
    (code, String::from_utf8(told).unwrap())
}

fn diff(desk: &TempDir) -> (u8, String) {
    let at = |name: &str| desk.path().join(name);
    let args = LexiconDiffArgs {
        old: at("before"),
        new: at("edit/lexicon"),
        snapshot: at("live.snapshot"),
        queries: Vec::new(),
    };
    let mut told = Vec::new();
    let code = lexicon_diff(&args, &mut told).unwrap();
    (code, String::from_utf8(told).unwrap())
}

#[test]
fn every_problem_is_told_with_its_file_and_entry() {
    let wrong = "source = \"\"\nchecked_on = \"soon\"\n[means]\n\"下岗\" = [\"失业\"]\n\"失业\" = [\"下岗\"]\n";
    let desk = desk(wrong, HEAD);
    fs::write(desk.path().join("before/more.toml"), format!("{HEAD}[means]\n\"下岗\" = [\"失业登记\"]\n")).unwrap();
    let (code, told) = check(desk.path().join("before"), None);
    assert_eq!(code, 1, "{told}");
    for entry in [r#""entry":"source""#, r#""entry":"checked_on""#, r#""entry":"下岗""#] {
        assert!(told.contains(entry), "{entry}: {told}");
    }
    assert!(told.contains("means itself") && told.contains("twice"), "{told}");
    assert!(told.lines().all(|line| line.contains(r#""file":"words.toml""#) || line.contains("more.toml")), "{told}");
}

#[test]
fn a_meaning_that_no_item_has_is_a_warning_and_stops_nothing() {
    let desk = desk(&format!("{HEAD}[means]\n\"下岗\" = [\"失业登记\", \"商标注册\"]\n"), HEAD);
    assert_eq!(check(desk.path().join("before"), None), (0, String::new()));
    let (code, told) = check(desk.path().join("before"), Some(desk.path().join("live.snapshot")));
    assert_eq!(code, 0);
    assert!(told.contains("商标注册") && told.contains("warning") && !told.contains("失业登记"), "{told}");
}

#[test]
fn an_edit_that_helps_is_told_and_ends_well() {
    let (code, told) = diff(&desk(HEAD, &format!("{HEAD}[means]\n\"下岗\" = [\"失业登记\"]\n")));
    assert_eq!(code, 0, "{told}");
    assert!(told.starts_with("better\t下岗\t- -> 1\n\tbefore: -\n\tafter:  失业登记"), "{told}");
    let account = r#"{"queries":2,"better":1,"worse":0,"moved":0,"same":1}"#;
    assert_eq!(told.lines().last(), Some(account));
}

#[test]
fn an_edit_that_harms_is_told_and_ends_with_one() {
    let words = |target: &str| format!("{HEAD}[means]\n\"下岗\" = [\"{target}\"]\n");
    let (code, told) = diff(&desk(&words("失业登记"), &words("身份证补领")));
    assert_eq!(code, 1, "{told}");
    assert!(told.starts_with("worse\t下岗\t1 -> "), "{told}");
}

#[test]
fn words_that_cannot_be_read_are_told_and_nothing_is_compared() {
    let (code, told) = diff(&desk("source = \"\"\n", HEAD));
    assert_eq!(code, 2, "{told}");
    assert!(told.starts_with("error: ") && told.contains("words.toml"), "{told}");
}
