use catalogue::cli::{CheckArgs, ImportArgs};

use crate::{
    check::{faults, has},
    support::*,
};

fn import(file: &str, mapping: &str) -> Option<serde_json::Value> {
    let folder = tempfile::tempdir().unwrap();
    let args = ImportArgs {
        files: vec![real_data()?.join(file)],
        mapping: mapping.into(),
        out: folder.path().join("a.snapshot"),
        regions: (mapping == "liaoning-sample-2025").then(liaoning),
        ..ImportArgs::default()
    };
    let (code, account, text) = run(&args);
    assert_eq!(code, 0, "{text}");
    assert_accounted(&account);
    println!("{mapping}: {account}");
    Some(account)
}

#[test]
fn the_rows_of_guangdong_are_all_accounted_for() {
    let Some(account) = import("items-guangdong-2021/docs.jsonl", "guangdong-2021") else { return };
    assert_eq!(count(&account, "/rows"), 2262);
    assert_eq!(count(&account, "/rejected"), 0, "{account}");
    assert_eq!((count(&account, "/items"), count(&account, "/publications")), (2262, 2262));
    for code in [
        "/repairs/null_word",
        "/repairs/time_limit_text",
        "/warnings/missing_fee",
        "/warnings/catch_all_material",
        "/repairs/phone_text",
    ] {
        assert!(count(&account, code) > 0, "{code}");
    }
}

#[test]
fn the_rows_of_sichuan_are_all_accounted_for() {
    let Some(account) = import("items-sichuan-guangan-2025/items.tsv", "sichuan-guangan-2025") else { return };
    assert_eq!(count(&account, "/rows"), 1135);
    assert_eq!((count(&account, "/items"), count(&account, "/rejected")), (1135, 0));
    assert_eq!(count(&account, "/warnings/duplicate"), 2);
    assert_eq!(count(&account, "/warnings/missing_limit"), 1135);
}

#[test]
fn a_row_of_liaoning_is_published_only_where_the_catalogue_says() {
    let Some(account) = import("facts/liaoning-items-sample-2025.tsv", "liaoning-sample-2025") else { return };
    assert_eq!((count(&account, "/rows"), count(&account, "/items")), (30, 30));
    // 17 rows name the level of the province.
    assert_eq!(count(&account, "/publications"), 17, "{account}");
    assert_eq!(count(&account, "/warnings/not_published"), 13, "{account}");
}

#[test]
fn every_fault_of_the_five_documents_is_found() {
    let Some(data) = real_data() else { return };
    let mut files: Vec<_> = std::fs::read_dir(data.join("../seeds")).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    let (_, found) = faults(&CheckArgs { files, ..CheckArgs::default() });
    let of = |seed: &str| -> Vec<serde_json::Value> {
        found.iter().filter(|f| f["file"].as_str().unwrap().starts_with(seed)).cloned().collect()
    };
    let wanted: &[(&str, &[(&str, &str)])] = &[
        (
            "000",
            &[
                ("lost_digits", "2019101日"),
                ("lost_digits", "202011日"),
                ("lost_digits", "515日"),
                ("lost_digits", "515-529日"),
                ("lost_digits", "202068"),
                ("page_chrome", "编辑"),
                ("page_chrome", "来源"),
                ("figure_conflict", "19349"),
            ],
        ),
        (
            "001",
            &[
                ("lost_digits", "20191218日"),
                ("lost_digits", "202064"),
                ("page_chrome", "发布时间"),
                ("typo", "便力度"),
                ("cut_off", "督办"),
                ("figure_conflict", "18132"),
            ],
        ),
        (
            "002",
            &[
                ("hijacked", "必赢体育"),
                ("page_chrome", "网站标识码"),
                ("page_chrome", "微信公众号"),
                ("mojibake", "?>?"),
                ("figure_conflict", "6.8万名"),
                ("figure_conflict", "168万户"),
                ("typo", "那些"),
            ],
        ),
        (
            "003",
            &[
                ("traditional", "營商"),
                ("masked_name", "**區"),
                ("masked_name", "V**"),
                ("duplicate", "營商環境工作開展情況報告"),
                ("sum_mismatch", "进一步"),
                ("typo", "無權利"),
            ],
        ),
        (
            "004",
            &[
                ("spam", "色系无遮挡"),
                ("page_chrome", "无障碍浏览"),
                ("page_chrome", "天气预报"),
                ("page_chrome", "点击量"),
                ("sum_mismatch", "69"),
                ("typo", "提高合理化建议"),
                ("typo", "跑一次的"),
            ],
        ),
    ];
    for (seed, faults) in wanted {
        let here = of(seed);
        for (code, words) in *faults {
            assert!(has(&here, code, words), "{seed}: {code} {words} in {here:#?}");
        }
    }
    let hijacked = of("002").iter().filter(|fault| fault["code"] == "hijacked").count();
    let text = std::fs::read_to_string(data.join("../seeds/002_64ee22af40d5fcb7.txt")).unwrap();
    assert_eq!(hijacked, text.matches("必赢体育").count());
}
