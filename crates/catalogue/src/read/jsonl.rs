//! JSON lines: one object a line.

use std::{
    collections::HashMap,
    io::{BufRead, BufReader},
};

use serde_json::{Map, Value};

use super::{Cell, ReadError, Row, Table};

fn lines(table: &Table, each: &mut dyn FnMut(u32, &str)) -> Result<(), ReadError> {
    let file = std::fs::File::open(&table.path).map_err(|error| table.io(error))?;
    let mut reader = BufReader::with_capacity(1 << 16, file);
    let mut bytes = Vec::new();
    let mut number = 0;
    loop {
        bytes.clear();
        if reader.read_until(b'\n', &mut bytes).map_err(|error| table.io(error))? == 0 {
            return Ok(());
        }
        number += 1;
        let line = String::from_utf8_lossy(&bytes);
        if !line.trim().is_empty() {
            each(number, line.trim_start_matches('\u{feff}'));
        }
    }
}

pub(super) fn header(table: &Table) -> Result<Vec<String>, ReadError> {
    let mut columns: Vec<String> = Vec::new();
    let mut seen: HashMap<String, ()> = HashMap::new();
    lines(table, &mut |_, line| {
        for key in serde_json::from_str::<Map<String, Value>>(line).unwrap_or_default().into_iter().map(|(key, _)| key)
        {
            if seen.insert(key.clone(), ()).is_none() {
                columns.push(key);
            }
        }
    })?;
    Ok(columns)
}

pub(super) fn read(table: &Table, columns: &[String], each: &mut dyn FnMut(Row<'_>)) -> Result<(), ReadError> {
    let mut cells = vec![Cell::Empty; columns.len()];
    lines(table, &mut |number, line| match serde_json::from_str::<Map<String, Value>>(line) {
        Ok(mut object) => {
            for (cell, column) in cells.iter_mut().zip(columns) {
                *cell = object.remove(column).map(value).unwrap_or_default();
            }
            each(Row { number, cells: &cells, damaged: None });
        }
        Err(error) => {
            cells.fill(Cell::Empty);
            each(Row { number, cells: &cells, damaged: Some(&error.to_string()) });
        }
    })
}

fn value(value: Value) -> Cell {
    match value {
        Value::Null => Cell::Empty,
        Value::String(text) if text.is_empty() => Cell::Empty,
        Value::String(text) => Cell::Text(text),
        Value::Array(list) if list.is_empty() => Cell::Empty,
        Value::Array(list) => Cell::List(list),
        Value::Object(object) => Cell::List(vec![Value::Object(object)]),
        Value::Bool(_) | Value::Number(_) => Cell::Text(value.to_string()),
    }
}
