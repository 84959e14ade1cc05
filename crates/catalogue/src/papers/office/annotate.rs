//! The rows as they came with what is wrong with each beside them, for a clerk to mend and import again.

use std::path::Path;

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::{
    Office,
    columns::{PROOF_SHEET, RULE_SHEET},
    fault::OfficeFault,
};
use crate::{
    read::{Cell, Row, Table, find_tables},
    report::{COLUMNS, ReportError, SUMMARY, style},
};

/// Writes the workbook; the file that was read is read again.
pub fn annotate(file: &Path, office: &Office, out: &Path) -> Result<(), ReportError> {
    let mut book = Workbook::new();
    summary(book.add_worksheet(), office)?;
    let ours = |table: &Table| table.name == PROOF_SHEET || table.name == RULE_SHEET;
    for table in find_tables(file)?.into_iter().filter(ours) {
        let faults: Vec<&OfficeFault> = office.faults.iter().filter(|fault| fault.sheet == table.name).collect();
        rows(book.add_worksheet(), &table, &faults)?;
    }
    book.save(out)?;
    Ok(())
}

fn summary(sheet: &mut Worksheet, office: &Office) -> Result<(), XlsxError> {
    sheet.set_name(SUMMARY)?;
    for (column, width) in [26.0, 26.0, 12.0, 80.0].into_iter().enumerate() {
        sheet.set_column_width(column as u16, width)?;
    }
    sheet.write(0, 0, "证明")?.write(0, 1, office.proofs as u32)?;
    sheet.write(1, 0, "规则")?.write(1, 1, office.rules as u32)?;
    let result = if office.is_usable() { "可以导入" } else { "没有导入，请改好后重新导入" };
    sheet.write(2, 0, "结果")?.write(2, 1, result)?;
    for (column, name) in ["问题代码", "问题", "数量", "怎么改"].into_iter().enumerate() {
        sheet.write_with_format(4, column as u16, name, &style::header())?;
    }
    let mut codes: Vec<_> = office.faults.iter().map(|fault| fault.code).collect();
    codes.sort();
    codes.dedup();
    for (row, code) in (5u32..).zip(codes) {
        let format = style::problem(code.severity());
        let count = office.faults.iter().filter(|fault| fault.code == code).count();
        sheet.write_with_format(row, 0, code.name(), &format)?;
        sheet.write_with_format(row, 1, code.label(), &format)?;
        sheet.write_with_format(row, 2, count as u32, &format)?;
        sheet.write_with_format(row, 3, code.advice(), &format)?;
    }
    Ok(())
}

fn rows(sheet: &mut Worksheet, table: &Table, faults: &[&OfficeFault]) -> Result<(), ReportError> {
    sheet.set_name(&table.name)?;
    let mut header = table.header(1)?;
    header.retain(|column| !column.is_empty() && !COLUMNS.contains(&column.as_str()));
    for (column, width) in [10.0, 8.0, 26.0, 16.0, 40.0, 60.0, 20.0].into_iter().enumerate() {
        sheet.set_column_width(column as u16, width)?;
    }
    for (column, name) in COLUMNS.iter().copied().chain(header.iter().map(String::as_str)).enumerate() {
        sheet.write_with_format(0, column as u16, name, &style::header())?;
    }
    sheet.set_freeze_panes(1, COLUMNS.len() as u16)?;
    let mut at = 0;
    let mut written = Ok(());
    table.read(1, &header, &mut |row| {
        at += 1;
        let of_row: Vec<&OfficeFault> = faults.iter().copied().filter(|fault| fault.row == row.number).collect();
        if written.is_ok() {
            written = write_row(sheet, at, &row, &header, &of_row);
        }
    })?;
    written?;
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    at: u32,
    row: &Row<'_>,
    header: &[String],
    faults: &[&OfficeFault],
) -> Result<(), XlsxError> {
    let plain = style::plain();
    sheet.write_with_format(at, 1, row.number, &plain)?;
    if let Some(worst) = faults.iter().map(|fault| fault.code.severity()).min() {
        let format = style::problem(worst);
        // One line a problem in each of the cells, so that they can be read across.
        let join = |text: &dyn Fn(&OfficeFault) -> String| {
            let line = |fault: &&OfficeFault| text(fault).split_whitespace().collect::<Vec<_>>().join(" ");
            faults.iter().map(line).collect::<Vec<_>>().join("\n")
        };
        sheet.write_with_format(at, 0, worst.label(), &format)?;
        sheet.write_with_format(at, 1, row.number, &format)?;
        sheet.write_with_format(at, 2, join(&|fault| fault.code.label().to_owned()), &format)?;
        sheet.write_with_format(at, 3, join(&|fault| fault.column.to_owned()), &format)?;
        sheet.write_with_format(at, 4, join(&|fault| fault.text.chars().take(120).collect()), &format)?;
        sheet.write_with_format(at, 5, join(&|fault| fault.code.advice().to_owned()), &format)?;
        sheet.write_with_format(at, 6, join(&|fault| fault.code.name().to_owned()), &format)?;
    }
    for ((column, name), cell) in (COLUMNS.len() as u16..).zip(header).zip(row.cells) {
        let here = faults.iter().filter(|fault| fault.column == name);
        let worst = here.map(|fault| fault.code.severity()).min();
        let format = worst.map_or_else(style::plain, style::problem);
        match (cell, worst) {
            (Cell::Empty, None) => {}
            (Cell::Empty, Some(_)) => {
                sheet.write_blank(at, column, &format)?;
            }
            (cell, _) => {
                sheet.write_string_with_format(at, column, cell.shown(), &format)?;
            }
        }
    }
    Ok(())
}
