//! Excel workbooks, read cell by cell so that a large sheet never stands in memory.

use std::{fs::File, io::BufReader, path::Path};

use calamine::{DataRef, Reader, Xlsx, open_workbook};

use super::{Cell, ReadError, Row, Table};

fn open(path: &Path, file: &str) -> Result<Xlsx<BufReader<File>>, ReadError> {
    open_workbook(path).map_err(|error: calamine::XlsxError| ReadError::Damaged(file.to_owned(), error.to_string()))
}

pub(super) fn sheet_names(path: &Path, file: &str) -> Result<Vec<String>, ReadError> {
    Ok(open(path, file)?.sheet_names())
}

pub(super) fn header(table: &Table, header_row: u32) -> Result<Vec<String>, ReadError> {
    let mut names = Vec::new();
    let mut book = open(&table.path, &table.file)?;
    let mut reader = book.worksheet_cells_reader(&table.name).map_err(|error| table.damaged(error))?;
    while let Some(cell) = reader.next_cell().map_err(|error| table.damaged(error))? {
        let (row, column) = cell.get_position();
        if row + 1 > header_row {
            break;
        }
        if row + 1 == header_row {
            names.resize(names.len().max(column as usize + 1), String::new());
            names[column as usize] = text(cell.get_value()).trim().to_owned();
        }
    }
    Ok(names)
}

pub(super) fn read(
    table: &Table,
    header_row: u32,
    columns: &[String],
    each: &mut dyn FnMut(Row<'_>),
) -> Result<(), ReadError> {
    let header = header(table, header_row)?;
    let positions: Vec<Option<usize>> = header.iter().map(|h| columns.iter().position(|c| c == h)).collect();
    let mut book = open(&table.path, &table.file)?;
    let mut reader = book.worksheet_cells_reader(&table.name).map_err(|error| table.damaged(error))?;
    let mut cells = vec![Cell::Empty; columns.len()];
    let mut current = None;
    while let Some(cell) = reader.next_cell().map_err(|error| table.damaged(error))? {
        let (row, column) = cell.get_position();
        if row < header_row {
            continue;
        }
        if current != Some(row) {
            hand_over(current, &mut cells, each);
            current = Some(row);
        }
        if let Some(Some(position)) = positions.get(column as usize) {
            match cell.get_value() {
                DataRef::Empty => {}
                DataRef::SharedString("") => {}
                DataRef::SharedString(shared) => cells[*position].set_text(shared),
                value => cells[*position].set_text(&text(value)),
            }
        }
    }
    hand_over(current, &mut cells, each);
    Ok(())
}

fn hand_over(row: Option<u32>, cells: &mut [Cell], each: &mut dyn FnMut(Row<'_>)) {
    if let Some(row) = row.filter(|_| cells.iter().any(|cell| *cell != Cell::Empty)) {
        each(Row { number: row + 1, cells, damaged: None });
    }
    cells.fill(Cell::Empty);
}

/// A number as a clerk typed it: 20 and not 20.0, a code without an exponent, a date as a date.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => if *yes { "是" } else { "否" }.to_owned(),
        DataRef::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(error) => error.to_string(),
    }
}
