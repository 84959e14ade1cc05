use catalogue::{ItemId, Snapshot, cli::ImportArgs};
use domain::{
    Channel,
    terms::{TimeSpan, TimeUnit},
};

use crate::support::*;

fn import_province(folder: &std::path::Path) -> (ImportArgs, serde_json::Value) {
    let args = ImportArgs {
        files: vec![fixture("province.jsonl")],
        mapping: province(folder),
        out: folder.join("a.snapshot"),
        ..ImportArgs::default()
    };
    let (code, account, text) = run(&args);
    assert_eq!(code, 0, "{text}");
    (args, account)
}

#[test]
fn every_row_is_accounted_for_and_every_problem_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (_, account) = import_province(folder.path());
    assert_accounted(&account);
    assert_eq!(count(&account, "/rows"), 10);
    assert_eq!(count(&account, "/rejected"), 5, "{account}");
    assert_eq!(count(&account, "/merged"), 1);
    assert_eq!(count(&account, "/items"), 4);
    for code in ["hijacked", "no_name", "no_code", "no_region", "bad_row"] {
        assert_eq!(count(&account, &format!("/rejections/{code}")), 1, "{code} in {account}");
    }
    for code in ["null_word", "time_limit_text", "traditional", "label_prefix"] {
        assert!(count(&account, &format!("/repairs/{code}")) > 0, "{code} in {account}");
    }
    let warnings = [
        "lost_digits",
        "bad_date",
        "mojibake",
        "page_chrome",
        "catch_all_material",
        "missing_limit",
        "missing_fee",
        "missing_contact",
        "duplicate",
        "promise_over_legal",
        "zero_visits_no_online",
        "bad_value",
        "bad_limit",
    ];
    for code in warnings {
        assert!(count(&account, &format!("/warnings/{code}")) > 0, "{code} in {account}");
    }
}

#[test]
fn values_are_parsed_and_the_originals_of_repairs_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (args, _) = import_province(folder.path());
    let snapshot = Snapshot::open(&args.out).unwrap();
    let items: Vec<_> = (0..snapshot.heads().len() as u32).map(|id| snapshot.item(ItemId(id)).unwrap()).collect();
    let item = items.iter().find(|item| item.name == "船员服务簿补发").unwrap();
    assert_eq!(item.source_code, "99000000000000001A2000105001000");
    assert_eq!(item.guide.limits.legal, Some(TimeSpan { amount: 30, unit: TimeUnit::WorkingDay }));
    assert_eq!(item.guide.channels, [Channel::Web, Channel::Post, Channel::Window]);
    assert_eq!(item.guide.fee, None);
    assert_eq!(item.provenance.origin.row, 1);
    let originals: Vec<_> = item.provenance.repairs.iter().map(|r| (r.field.as_str(), r.original.as_str())).collect();
    assert!(originals.contains(&("legal", "30(工作日)")), "{originals:?}");
    let folded = items.iter().find(|item| item.name == "港口经营许可变更").unwrap();
    assert!(folded.provenance.repairs.iter().any(|r| r.field == "name" && r.original == "港口經營許可變更"));
    assert!(folded.guide.materials.is_empty() && folded.themes.is_empty());
    let region = domain::RegionCode::parse("990000").unwrap();
    let (region, id) = (snapshot.regions().find(&region).unwrap(), snapshot.find_item(&item.code).unwrap());
    let publication = snapshot.publication(id, region).unwrap().unwrap();
    assert_eq!(publication.places[0].address.as_deref(), Some("某市某路1号"));
    assert_eq!(publication.provenance.repairs[0].original, "办理地点：某市某路1号");
    assert!(publication.complain.is_empty());
}

#[test]
fn the_same_files_make_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let (args, _) = import_province(folder.path());
    let first = std::fs::read(&args.out).unwrap();
    let again = ImportArgs { out: folder.path().join("b.snapshot"), ..args };
    assert_eq!(run(&again).0, 0);
    assert!(first == std::fs::read(&again.out).unwrap());
}

#[test]
fn nothing_is_written_when_a_file_is_missing_and_all_missing_files_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let args = ImportArgs {
        files: vec![fixture("province.jsonl"), "no-1.csv".into(), "no-2.xlsx".into()],
        mapping: province(folder.path()),
        out: folder.path().join("a.snapshot"),
        ..ImportArgs::default()
    };
    let (code, _, text) = run(&args);
    assert_eq!(code, 2);
    assert!(text.contains("no-1.csv") && text.contains("no-2.xlsx"), "{text}");
    assert!(!args.out.exists());
}
