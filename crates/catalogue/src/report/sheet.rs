//! One sheet of the report: every row of one table with its problems beside it.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::{COLUMNS, ReportError, style};
use crate::{
    import::Problem,
    lint::Severity,
    read::{Cell, Row, Table},
};

/// The most rows and characters a sheet and a cell can hold.
const ROWS: u32 = 1_048_576;
const CHARACTERS: usize = 32_767;

struct Styles {
    plain: Format,
    reject: Format,
    repair: Format,
    warn: Format,
}

impl Styles {
    fn of(&self, severity: Severity) -> &Format {
        match severity {
            Severity::Reject => &self.reject,
            Severity::Repair => &self.repair,
            Severity::Warn => &self.warn,
        }
    }
}

/// A name that Excel takes and no other sheet bears. The mapping finds its table by this name again.
pub(super) fn free_name(table: &str, taken: &[String]) -> String {
    let plain: String = table.chars().map(|c| if "[]:*?/\\'".contains(c) { '_' } else { c }).take(31).collect();
    let mut name = if plain.is_empty() { "数据".to_owned() } else { plain };
    let stem: String = name.chars().take(27).collect();
    let mut number = 2;
    while taken.contains(&name) {
        name = format!("{stem}_{number}");
        number += 1;
    }
    name
}

pub(super) fn write(
    sheet: &mut Worksheet,
    table: &Table,
    header_row: u32,
    problems: &[&Problem],
) -> Result<(), ReportError> {
    let mut header = table.header(header_row)?;
    header.retain(|column| !column.is_empty() && !COLUMNS.contains(&column.as_str()));
    let styles = Styles {
        plain: style::plain(),
        reject: style::problem(Severity::Reject),
        repair: style::problem(Severity::Repair),
        warn: style::problem(Severity::Warn),
    };
    for (column, width) in [10.0, 8.0, 26.0, 16.0, 40.0, 60.0, 20.0].into_iter().enumerate() {
        sheet.set_column_width(column as u16, width)?;
    }
    let top = header_row - 1;
    for (column, name) in COLUMNS.iter().copied().chain(header.iter().map(String::as_str)).enumerate() {
        sheet.write_with_format(top, column as u16, name, &style::header())?;
    }
    sheet.set_freeze_panes(top + 1, COLUMNS.len() as u16)?;
    let mut at = top;
    let mut rest = problems;
    let mut failed = Ok(());
    table.read(header_row, &header, &mut |row| {
        at += 1;
        while rest.first().is_some_and(|problem| problem.row < row.number) {
            rest = &rest[1..];
        }
        let count = rest.iter().take_while(|problem| problem.row == row.number).count();
        if failed.is_ok() && at < ROWS {
            failed = write_row(sheet, at, &row, &header, &rest[..count], &styles);
        }
    })?;
    failed?;
    sheet.autofilter(top, 0, at.min(ROWS - 1), (COLUMNS.len() + header.len()).saturating_sub(1) as u16)?;
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    at: u32,
    row: &Row<'_>,
    header: &[String],
    problems: &[&Problem],
    styles: &Styles,
) -> Result<(), XlsxError> {
    if let Some(worst) = problems.iter().map(|problem| problem.found.code.severity()).min() {
        let format = styles.of(worst);
        // One line a problem in each of the cells, so that they can be read across.
        let join = |text: &dyn Fn(&Problem) -> String| {
            let lines = problems.iter().map(|problem| text(problem).split_whitespace().collect::<Vec<_>>().join(" "));
            fit(&lines.collect::<Vec<_>>().join("\n"))
        };
        sheet.write_with_format(at, 0, worst.label(), format)?;
        sheet.write_with_format(at, 1, row.number, format)?;
        sheet.write_with_format(at, 2, join(&|p| p.found.code.label().to_owned()), format)?;
        sheet.write_with_format(at, 3, join(&|p| p.found.field.map_or("", |f| f.label()).to_owned()), format)?;
        sheet.write_with_format(at, 4, join(&|p| p.found.text.chars().take(120).collect()), format)?;
        sheet.write_with_format(at, 5, join(&|p| p.found.code.advice().to_owned()), format)?;
        sheet.write_with_format(at, 6, join(&|p| p.found.code.name().to_owned()), format)?;
    } else {
        sheet.write_with_format(at, 1, row.number, &styles.plain)?;
    }
    for ((column, name), cell) in (COLUMNS.len() as u16..).zip(header).zip(row.cells) {
        if *cell == Cell::Empty {
            continue;
        }
        let here = problems.iter().filter(|problem| problem.found.column.as_deref() == Some(name));
        let worst = here.map(|problem| problem.found.code.severity()).min();
        let format = worst.map_or(&styles.plain, |severity| styles.of(severity));
        sheet.write_string_with_format(at, column, fit(&cell.shown()), format)?;
    }
    Ok(())
}

fn fit(text: &str) -> String {
    text.chars().take(CHARACTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_gets_a_name_that_excel_takes() {
        assert_eq!(free_name("权力事项清单", &[]), "权力事项清单");
        assert_eq!(free_name("a/b", &[]), "a_b");
        assert_eq!(free_name("x", &["x".into()]), "x_2");
        assert!(free_name(&"长".repeat(40), &[]).chars().count() <= 31);
    }
}
