//! Rows of a sheet by the names of their columns.

use crate::read::{ReadError, Table};

use super::{
    columns::{Column, PROOF_SHEET, RULE_SHEET},
    fault::{OfficeCode, OfficeFault},
    words,
};

/// One row.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its number, from 1.
    pub row: u32,
    sheet: &'static str,
    columns: &'static [Column],
    cells: Vec<String>,
}

impl Entry {
    /// A cell; empty when nothing stands there.
    pub fn get(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|known| known.name == column);
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    /// A cell, when something stands there.
    pub fn some(&self, column: &str) -> Option<String> {
        Some(self.get(column)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// The parts of a cell that are separated by 、 or stand on lines of their own.
    pub fn list(&self, column: &str) -> Vec<String> {
        let parts = self.get(column).split(['、', '，', ',', ';', '；', '\n']).map(str::trim);
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// The lines of a cell.
    pub fn lines(&self, column: &str) -> Vec<String> {
        self.get(column).lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// A problem of one of its cells, with what stands there.
    pub fn fault(&self, code: OfficeCode, column: &'static str) -> OfficeFault {
        self.fault_about(code, column, self.get(column))
    }

    /// A problem of one of its cells.
    pub fn fault_about(&self, code: OfficeCode, column: &'static str, text: impl Into<String>) -> OfficeFault {
        OfficeFault { code, sheet: self.sheet, row: self.row, column, text: text.into() }
    }
}

/// Reads the rows; a required column that is missing, or a required cell that is empty, is told.
pub(super) fn read(
    table: &Table,
    columns: &'static [Column],
    faults: &mut Vec<OfficeFault>,
) -> Result<Vec<Entry>, ReadError> {
    let sheet = if table.name == PROOF_SHEET { PROOF_SHEET } else { RULE_SHEET };
    let header = table.header(1)?;
    let absent = |column: &&Column| column.required && !header.iter().any(|name| name == column.name);
    let missing: Vec<&Column> = columns.iter().filter(absent).collect();
    faults.extend(missing.iter().map(|column| OfficeFault {
        code: OfficeCode::NoColumn,
        sheet,
        row: 1,
        column: column.name,
        text: column.name.to_owned(),
    }));
    let names: Vec<String> = columns.iter().map(|column| column.name.to_owned()).collect();
    let mut entries = Vec::new();
    table.read(1, &names, &mut |row| {
        let cells: Vec<String> = row.cells.iter().map(words).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            entries.push(Entry { row: row.number, sheet, columns, cells });
        }
    })?;
    for entry in &entries {
        let empty = columns.iter().filter(|column| column.required && entry.get(column.name).is_empty());
        let empty = empty.filter(|column| missing.iter().all(|missing| missing.name != column.name));
        faults.extend(empty.map(|column| {
            let code = if column.name == "设定依据" { OfficeCode::NoBasis } else { OfficeCode::Missing };
            entry.fault_about(code, column.name, column.name)
        }));
    }
    Ok(entries)
}
