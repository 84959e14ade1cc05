//! CSV and TSV.

use csv::{ByteRecord, ReaderBuilder};

use super::{Cell, ReadError, Row, Table, encoding::Encoding};

fn open(table: &Table, separator: u8) -> Result<csv::Reader<std::fs::File>, ReadError> {
    let mut builder = ReaderBuilder::new();
    // Exports of tab-separated text do not quote, and quotes occur in names.
    builder.delimiter(separator).quoting(separator != b'\t').has_headers(false).flexible(true);
    let file = std::fs::File::open(&table.path).map_err(|error| table.io(error))?;
    Ok(builder.buffer_capacity(1 << 16).from_reader(file))
}

fn clean(name: &str) -> &str {
    name.trim_start_matches('\u{feff}').trim()
}

pub(super) fn header(table: &Table, separator: u8, header_row: u32) -> Result<Vec<String>, ReadError> {
    let mut reader = open(table, separator)?;
    let encoding = Encoding::of(&table.path).map_err(|error| table.io(error))?;
    let mut record = ByteRecord::new();
    for _ in 0..header_row {
        if !reader.read_byte_record(&mut record).map_err(|error| table.damaged(error))? {
            return Ok(Vec::new());
        }
    }
    Ok(record.iter().map(|name| clean(&encoding.decode(name)).to_owned()).collect())
}

pub(super) fn read(
    table: &Table,
    separator: u8,
    header_row: u32,
    columns: &[String],
    each: &mut dyn FnMut(Row<'_>),
) -> Result<(), ReadError> {
    let header = header(table, separator, header_row)?;
    let positions: Vec<Option<usize>> = columns.iter().map(|c| header.iter().position(|h| h == c)).collect();
    let mut reader = open(table, separator)?;
    let encoding = Encoding::of(&table.path).map_err(|error| table.io(error))?;
    let mut record = ByteRecord::new();
    let mut cells = vec![Cell::Empty; columns.len()];
    let mut number = 0;
    while reader.read_byte_record(&mut record).map_err(|error| table.damaged(error))? {
        number += 1;
        if number <= header_row || record.iter().all(|field| field.trim_ascii().is_empty()) {
            continue;
        }
        for (cell, position) in cells.iter_mut().zip(&positions) {
            match position.and_then(|at| record.get(at)) {
                None | Some(b"") => *cell = Cell::Empty,
                Some(bytes) => cell.set_text(&encoding.decode(bytes)),
            }
        }
        each(Row { number, cells: &cells, damaged: None });
    }
    Ok(())
}
