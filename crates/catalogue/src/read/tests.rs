use std::io::Write;

use super::*;

fn file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::File::create(&path).unwrap().write_all(bytes).unwrap();
    (folder, path)
}

fn rows(path: &Path, columns: &[&str]) -> Vec<(u32, Vec<Cell>)> {
    let columns: Vec<String> = columns.iter().map(|c| (*c).to_owned()).collect();
    let mut rows = Vec::new();
    for table in find_tables(path).unwrap() {
        table.read(1, &columns, &mut |row| rows.push((row.number, row.cells.to_vec()))).unwrap();
    }
    rows
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

#[test]
fn columns_come_in_the_order_asked_for_whatever_the_file_has() {
    let (_folder, path) = file("a.tsv", "\u{feff}名称\t编码\n身份证\"补领\t01\n\n户口\t02\n".as_bytes());
    let read = rows(&path, &["编码", "没有", "名称"]);
    assert_eq!(read[0], (2, vec![text("01"), Cell::Empty, text("身份证\"补领")]));
    assert_eq!(read[1].0, 3);
}

#[test]
fn a_quoted_cell_of_a_csv_may_hold_commas_and_lines() {
    let (_folder, path) = file("a.csv", "名称,材料\n身份证,\"甲,乙\n丙\"\n".as_bytes());
    assert_eq!(rows(&path, &["材料"]), vec![(2, vec![text("甲,乙\n丙")])]);
}

#[test]
fn a_csv_saved_by_excel_in_gbk_is_read_as_what_it_says() {
    let (_folder, path) = file("a.csv", b"\xc3\xfb\xb3\xc6,n\n\xc9\xed\xb7\xdd\xd6\xa4,1\n");
    assert_eq!(rows(&path, &["名称", "n"]), vec![(2, vec![text("身份证"), text("1")])]);
}

#[test]
fn bytes_that_are_no_text_do_not_stop_the_import() {
    let (_folder, path) = file("a.csv", b"name\n\xff\xff\xff\n");
    assert!(matches!(&rows(&path, &["name"])[0].1[0], Cell::Text(text) if text.contains('\u{fffd}')));
}

#[test]
fn a_line_that_is_no_json_is_a_damaged_row_and_the_next_is_read() {
    let (_folder, path) = file("a.jsonl", "{\"a\": [\"x\"], \"n\": 3}\n{broken\n{\"a\": null}\n".as_bytes());
    let mut damaged = 0;
    let mut good = Vec::new();
    let table = &find_tables(&path).unwrap()[0];
    table
        .read(1, &["a".into(), "n".into()], &mut |row| match row.damaged {
            Some(_) => damaged += 1,
            None => good.push(row.cells.to_vec()),
        })
        .unwrap();
    assert_eq!(damaged, 1);
    assert_eq!(good[0], vec![Cell::List(vec!["x".into()]), text("3")]);
    assert_eq!(good[1], vec![Cell::Empty, Cell::Empty]);
}

#[test]
fn numbers_of_a_workbook_are_read_as_they_were_typed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("清单").unwrap();
    sheet.write(0, 0, "编码").unwrap();
    sheet.write(1, 0, 210102000000.0).unwrap();
    sheet.write(3, 0, 0.5).unwrap();
    book.save(&path).unwrap();
    assert_eq!(find_tables(&path).unwrap()[0].name, "清单");
    assert_eq!(rows(&path, &["编码"]), vec![(2, vec![text("210102000000")]), (4, vec![text("0.5")])]);
}

#[test]
fn a_file_that_is_no_workbook_is_refused_with_its_name() {
    let (_folder, path) = file("a.xlsx", b"not a zip");
    assert!(find_tables(&path).unwrap_err().to_string().contains("a.xlsx"));
}
