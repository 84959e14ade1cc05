//! The annotated workbook: the rows as they came, what is wrong with each and what to do, for a clerk to mend
//! and import again with the same mapping.

mod sheet;
pub(crate) mod style;
mod summary;

use std::{collections::HashMap, path::Path};

use rust_xlsxwriter::{Workbook, XlsxError};

use crate::{
    import::{Problem, Summary, run::Bound},
    read::ReadError,
};

/// Name of the sheet that counts the problems; never read as data.
pub const SUMMARY: &str = "问题汇总";
/// Name of the template's sheet of explanations; never read as data.
pub const NOTES: &str = "填表说明";
/// The columns of the report; an import ignores them, since no mapping names them.
pub const COLUMNS: [&str; 7] = ["处理结果", "原行号", "问题", "问题字段", "原文", "怎么改", "问题代码"];

/// Why the workbook was not written.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// A source could not be read a second time.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The workbook cannot be made or saved.
    #[error("the report cannot be written: {0}")]
    Write(#[from] XlsxError),
}

/// The style of column names, shared with the template.
pub(crate) fn style_header() -> rust_xlsxwriter::Format {
    style::header()
}

/// Whether a sheet is one of ours and holds no data.
pub fn is_own_sheet(name: &str) -> bool {
    name == SUMMARY || name == NOTES
}

/// Writes the workbook. The sources are read again row by row, so their size does not matter.
pub fn write(path: &Path, tables: &[Bound<'_>], problems: &[Problem], summary: &Summary) -> Result<(), ReportError> {
    let mut by_table: HashMap<(&str, &str), Vec<&Problem>> = HashMap::new();
    for problem in problems {
        by_table.entry((&problem.file, &problem.table)).or_default().push(problem);
    }
    for rows in by_table.values_mut() {
        rows.sort_by_key(|problem| (problem.row, problem.found.code.severity(), problem.found.code));
    }
    let mut book = Workbook::new();
    summary::write(book.add_worksheet_with_constant_memory(), summary)?;
    let mut names: Vec<String> = Vec::new();
    for Bound { table, mapping } in tables {
        let name = sheet::free_name(&table.name, &names);
        let rows = by_table.remove(&(table.file.as_str(), table.name.as_str())).unwrap_or_default();
        let worksheet = book.add_worksheet_with_constant_memory();
        worksheet.set_name(&name)?;
        sheet::write(worksheet, table, mapping.header_row, &rows)?;
        names.push(name);
    }
    book.save(path)?;
    Ok(())
}
