use catalogue::{
    Snapshot,
    cli::{DiffArgs, ImportArgs, diff},
};
use domain::RegionCode;

use crate::support::*;

const MAPPING: &str = r#"
id = "small"
name = "small"
data_date = "2025-01-01"
[[regions]]
code = "99"
name = "某省"
level = "province"
[[regions]]
code = "9901"
name = "某市"
level = "city"
parent = "99"
[[tables]]
table = "items"
holds = "items"
[tables.fields]
source_code = "编码"
name = "名称"
region = "区划"
organ = "机关"
legal = "法定"
promise = "承诺"
fee = "收费"
consult = "电话"
[[tables]]
table = "places"
holds = "places"
[tables.fields]
source_code = "编码"
region = "区划"
place_name = "地点"
address = "地址"
"#;

struct Case {
    folder: tempfile::TempDir,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("small.toml"), MAPPING).unwrap();
        let case = Self { folder };
        let items = "编码\t名称\t区划\t机关\t法定\t承诺\t收费\t电话\n\
            A1\t补领\t99\t省厅\t20个工作日\t5个工作日\t否\t099-1\n\
            A1\t补领\t9901\t市局\t20个工作日\t3个工作日\t否\t099-2\n\
            A2\t换领\t99\t省厅\t20个工作日\t\t是\t099-1\n";
        let places = "编码\t区划\t地点\t地址\nA1\t9901\t样例中心\t样例路1号\nA9\t99\t无主地点\t样例路9号\n";
        let account = case.import("a", None, &[("items.tsv", items), ("places.tsv", places)]);
        assert_accounted(&account);
        assert_eq!(count(&account, "/rejections/no_item"), 1);
        assert_eq!((count(&account, "/items"), count(&account, "/publications")), (2, 3));
        case
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn import(&self, out: &str, base: Option<&str>, files: &[(&str, &str)]) -> serde_json::Value {
        let files = files.iter().map(|(name, text)| {
            std::fs::create_dir_all(self.path(&format!("in-{out}"))).unwrap();
            let path = self.path(&format!("in-{out}")).join(name);
            std::fs::write(&path, text).unwrap();
            path
        });
        let args = ImportArgs {
            files: files.collect(),
            mapping: self.path("small.toml"),
            out: self.path(out),
            base: base.map(|base| self.path(base)),
            date: Some("2025-03-01".parse().unwrap()),
            ..ImportArgs::default()
        };
        let (code, account, text) = run(&args);
        assert_eq!(code, 0, "{text}");
        account
    }

    fn diff(&self, old: &str, new: &str, json: bool) -> (u8, Vec<String>) {
        let mut out = Vec::new();
        let code = diff(&DiffArgs { old: self.path(old), new: self.path(new), json }, &mut out).unwrap();
        (code, String::from_utf8(out).unwrap().lines().map(str::to_owned).collect())
    }

    fn publication(&self, snapshot: &str, code: &str, region: &str) -> domain::Publication {
        let snapshot = Snapshot::open(&self.path(snapshot)).unwrap();
        let head = snapshot.heads().iter().find(|head| *head.source_code == *code).unwrap();
        let id = snapshot.find_item(&head.code).unwrap();
        let region = snapshot.regions().find(&RegionCode::parse(region).unwrap()).unwrap();
        snapshot.publication(id, region).unwrap().unwrap()
    }
}

#[test]
fn what_is_wrong_with_a_table_as_a_whole_and_with_its_codes_is_told() {
    let case = Case::new();
    let items = "编码\t名称\nA 7\t新领\n";
    let places = "编码\t区划\t地点\t地址\nA 7\t99\t\t\n\t99\t样例中心\t样例路1号\n";
    let account = case.import("b", None, &[("items.tsv", items), ("places.tsv", places)]);
    assert_accounted(&account);
    for code in [
        "/warnings/no_column",
        "/warnings/bad_code",
        "/warnings/not_published",
        "/rejections/empty_row",
        "/rejections/no_code",
    ] {
        assert!(count(&account, code) > 0, "{code} in {account}");
    }
    assert_eq!(count(&account, "/publications"), 0);
}

#[test]
fn one_item_published_by_two_regions_keeps_each_regions_own_terms() {
    let case = Case::new();
    let city = case.publication("a", "A1", "9901");
    assert_eq!(city.terms.limits.unwrap().promise.unwrap().amount, 3);
    assert_eq!(city.organ.as_deref(), Some("市局"));
    assert_eq!(city.places[0].name, "样例中心");
    assert_eq!(case.publication("a", "A1", "99").terms.limits, None);
}

#[test]
fn one_place_changes_and_nothing_else_does() {
    let case = Case::new();
    let places = "编码\t区划\t地点\t地址\nA1\t9901\t样例中心\t样例路2号\n";
    let account = case.import("b", Some("a"), &[("places.tsv", places)]);
    assert_eq!((count(&account, "/items"), count(&account, "/publications")), (2, 3));
    let (code, lines) = case.diff("a", "b", false);
    assert_eq!((code, lines.len()), (1, 1), "{lines:?}");
    assert!(lines[0].starts_with("~ 发布 990100000000 补领") && lines[0].contains("样例路2号"), "{lines:?}");
    let city = case.publication("b", "A1", "9901");
    assert_eq!(city.organ.as_deref(), Some("市局"));
    assert_eq!(city.provenance.origin.file, "items.tsv");
    assert_eq!(city.provenance.fields.iter().map(|f| f.field.as_str()).collect::<Vec<_>>(), ["places"]);
}

#[test]
fn one_guide_changes_by_its_field_and_says_where_that_comes_from() {
    let case = Case::new();
    let items = "编码\t名称\t区划\t承诺\nA2\t换领\t99\t2个工作日\n";
    case.import("b", Some("a"), &[("items.tsv", items)]);
    let (_, lines) = case.diff("a", "b", false);
    assert!(lines[0].ends_with("承诺办结时限：（空） → 2个工作日"), "{lines:?}");
    let (_, lines) = case.diff("a", "b", true);
    assert_eq!(lines.len(), 1, "{lines:?}");
    let change: serde_json::Value = serde_json::from_str(&lines[0]).unwrap();
    assert_eq!((change["change"].as_str(), change["field"].as_str()), (Some("changed"), Some("guide.limits.promise")));
    assert_eq!(change["to"]["amount"], 2);
}

#[test]
fn a_city_changes_its_own_terms_and_not_those_of_the_province() {
    let case = Case::new();
    let items = "编码\t名称\t区划\t承诺\nA1\t补领\t9901\t1个工作日\n";
    case.import("b", Some("a"), &[("items.tsv", items)]);
    let (_, lines) = case.diff("a", "b", false);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].starts_with("~ 发布 990100000000 补领"), "{lines:?}");
    let promise =
        |snapshot: &str| case.publication(snapshot, "A1", "9901").terms.limits.unwrap().promise.unwrap().amount;
    assert_eq!((promise("a"), promise("b")), (3, 1));
    // The legal limit, of which the row says nothing, is still there.
    assert_eq!(case.publication("b", "A1", "9901").terms.limits.unwrap().legal.unwrap().amount, 20);
}

#[test]
fn the_same_again_over_the_base_changes_nothing() {
    let case = Case::new();
    let items = "编码\t名称\t区划\t机关\t法定\t承诺\t收费\t电话\nA2\t换领\t99\t省厅\t20个工作日\t\t是\t099-1\n";
    case.import("b", Some("a"), &[("items.tsv", items)]);
    assert_eq!(case.diff("a", "b", false), (0, vec![]));
}

#[test]
fn one_field_of_one_guide_is_emptied_and_says_by_which_row() {
    let case = Case::new();
    let items = "编码\t名称\t区划\t法定\t收费\nA2\t换领\t99\t（清空）\t(清空)\n";
    let account = case.import("b", Some("a"), &[("items.tsv", items)]);
    assert_accounted(&account);
    let (_, lines) = case.diff("a", "b", false);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines.iter().any(|line| line.ends_with("法定办结时限：20个工作日 → （空）")), "{lines:?}");
    let snapshot = Snapshot::open(&case.path("b")).unwrap();
    let items_of = |at| snapshot.item(catalogue::snapshot::ItemId(at)).unwrap();
    let item = (0..2).map(items_of).find(|item| item.name == "换领").unwrap();
    assert_eq!((item.guide.limits.legal, item.guide.fee), (None, None));
    assert_eq!(item.provenance.origin.row, 4, "the item itself still comes from its first row");
    let mut fields: Vec<_> = item.provenance.fields.iter().map(|f| (f.field.as_str(), f.origin.row)).collect();
    fields.sort_unstable();
    assert_eq!(fields, [("fee", 2), ("legal", 2)]);
    // What the row says nothing of is as it was, and the same again changes nothing.
    assert_eq!(case.publication("b", "A2", "99").organ.as_deref(), Some("省厅"));
    case.import("c", Some("b"), &[("items.tsv", items)]);
    assert_eq!(case.diff("b", "c", false), (0, vec![]));
}

#[test]
fn a_region_takes_its_own_terms_and_places_back() {
    let case = Case::new();
    let items = "编码\t名称\t区划\t承诺\t机关\nA1\t补领\t9901\t（清空）\t（清空）\n";
    let places = "编码\t区划\t地点\t地址\nA1\t9901\t（清空）\t\nA2\t9901\t（清空）\t\n";
    let account = case.import("b", Some("a"), &[("items.tsv", items), ("places.tsv", places)]);
    assert_accounted(&account);
    assert_eq!(count(&account, "/publications"), 3, "emptying publishes nothing");
    let city = case.publication("b", "A1", "9901");
    assert_eq!((city.terms.limits, city.organ, city.places.len()), (None, None, 0));
    assert_eq!(case.publication("b", "A1", "99").organ.as_deref(), Some("省厅"), "the province's own is untouched");
    let (_, lines) = case.diff("a", "b", false);
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines.iter().all(|line| line.starts_with("~ 发布 990100000000 补领")), "{lines:?}");
}

#[test]
fn what_names_a_guide_cannot_be_emptied() {
    let case = Case::new();
    let items = "编码\t名称\t区划\nA1\t（清空）\t99\nA2\t换领\t（清空）\n";
    let account = case.import("b", Some("a"), &[("items.tsv", items)]);
    assert_accounted(&account);
    assert_eq!((count(&account, "/rejections/cannot_clear"), count(&account, "/rejected")), (2, 2), "{account}");
    assert_eq!(case.diff("a", "b", false), (0, vec![]));
}

#[test]
fn a_mapping_may_have_its_own_word_for_empty() {
    let case = Case::new();
    let own = MAPPING.replace("data_date", "clear = \"#删#\"\ndata_date");
    std::fs::write(case.path("small.toml"), own).unwrap();
    let items = "编码\t名称\t区划\t机关\t法定\nA2\t换领\t99\t（清空）\t#删#\n";
    case.import("b", Some("a"), &[("items.tsv", items)]);
    let (_, lines) = case.diff("a", "b", false);
    assert!(lines.iter().any(|line| line.ends_with("20个工作日 → （空）")), "{lines:?}");
    assert!(lines.iter().any(|line| line.ends_with("→ （清空）")), "another mapping's word is a text: {lines:?}");
}

#[test]
fn added_and_removed_records_are_told() {
    let case = Case::new();
    let items = "编码\t名称\t区划\nA1\t补领\t99\nA3\t首领\t9901\n";
    case.import("b", None, &[("items.tsv", items)]);
    let (_, lines) = case.diff("a", "b", false);
    assert!(lines.iter().any(|line| line.starts_with("+ 事项 首领")), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("- 事项 换领")), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("- 发布 990100000000 补领")), "{lines:?}");
}

#[test]
fn our_codes_stay_when_the_order_of_the_rows_changes() {
    let case = Case::new();
    let items = "编码\t名称\t区划\nA2\t换领\t99\nA1\t补领\t99\n";
    case.import("b", None, &[("items.tsv", items)]);
    let codes = |name: &str| {
        let snapshot = Snapshot::open(&case.path(name)).unwrap();
        snapshot.heads().iter().map(|head| head.code.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(codes("a"), codes("b"));
}
