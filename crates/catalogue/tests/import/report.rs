use calamine::{Data, Reader, Xlsx, open_workbook};
use catalogue::cli::ImportArgs;

use crate::support::*;

fn sheet(path: &std::path::Path, name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range(name).unwrap();
    let text = |cell: &Data| cell.to_string();
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

#[test]
fn the_report_shows_each_row_with_its_problems_and_can_be_mended_and_imported() {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report.xlsx");
    let first = ImportArgs {
        files: vec![fixture("province.jsonl")],
        mapping: province(folder.path()),
        out: folder.path().join("a.snapshot"),
        report: Some(report.clone()),
        ..ImportArgs::default()
    };
    let (_, account, _) = run(&first);
    let rows = sheet(&report, "province");
    assert_eq!(rows.len(), 1 + 10);
    assert_eq!(rows[0][..3], ["处理结果", "原行号", "问题"]);
    let hijacked = &rows[3];
    assert_eq!((hijacked[0].as_str(), hijacked[1].as_str()), ("未导入", "3"));
    assert!(hijacked[2].contains("被篡改") && hijacked[4].contains("必赢体育") && hijacked[6].contains("hijacked"));
    // The gravest problem comes first, and every problem has its line in every cell.
    assert!(hijacked[6].starts_with("hijacked"), "{hijacked:?}");
    assert!((2..7).all(|column| rows[6][column].lines().count() == rows[6][2].lines().count()), "{:?}", rows[6]);
    let summary = sheet(&report, "问题汇总");
    assert!(summary.iter().any(|row| row[0] == "hijacked" && row[3] == "1"), "{summary:?}");

    // Imported as it is, the report gives what the source gave, but for the line that was no JSON.
    let again = ImportArgs { files: vec![report], out: folder.path().join("b.snapshot"), report: None, ..first };
    let (code, second, text) = run(&again);
    assert_eq!(code, 0, "{text}");
    assert_accounted(&second);
    for key in ["/items", "/publications", "/merged", "/repairs/traditional", "/warnings/promise_over_legal"] {
        assert_eq!(count(&second, key), count(&account, key), "{key}");
    }
    assert_eq!(count(&second, "/rejections/hijacked"), 1);
}
