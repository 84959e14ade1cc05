//! Rows from workbooks, separated text and JSON lines, one at a time.

mod encoding;
mod jsonl;
mod separated;
mod workbook;

pub use encoding::Encoding;

use std::path::{Path, PathBuf};

use serde_json::Value;

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The ending tells no format we know.
    #[error("{0}: only .xlsx, .csv, .tsv and .jsonl are read")]
    Format(String),
    /// The file cannot be opened or read.
    #[error("{0}: {1}")]
    Io(String, std::io::Error),
    /// The file is not what its ending says.
    #[error("{0}: {1}")]
    Damaged(String, String),
}

/// How a table is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A sheet of an Excel workbook.
    Workbook,
    /// Text separated by this byte.
    Separated(u8),
    /// One JSON object a line.
    JsonLines,
}

/// One table of one file.
#[derive(Debug, Clone)]
pub struct Table {
    /// The file.
    pub path: PathBuf,
    /// The file's name without its folder, as provenance keeps it.
    pub file: String,
    /// Name of the sheet, or of the file without its ending.
    pub name: String,
    /// How it is stored.
    pub format: Format,
}

/// A cell as it stands in the source.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, numbers and dates included.
    Text(String),
    /// A JSON list.
    List(Vec<Value>),
}

impl Cell {
    /// Puts a text in, keeping the memory of the text that was there.
    pub(crate) fn set_text(&mut self, text: &str) {
        match self {
            Self::Text(old) => {
                old.clear();
                old.push_str(text);
            }
            Self::Empty | Self::List(_) => *self = Self::Text(text.to_owned()),
        }
    }

    /// The cell as one text: a list one part a line.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::List(list) => {
                let plain = list.iter().all(|part| part.as_str().is_some_and(|text| !text.contains('\n')));
                if plain {
                    list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n")
                } else {
                    Value::Array(list.clone()).to_string()
                }
            }
        }
    }
}

/// One row, or why it cannot be read.
#[derive(Debug)]
pub struct Row<'r> {
    /// Its number in the file, counted from 1, the header included.
    pub number: u32,
    /// One cell for each column asked for.
    pub cells: &'r [Cell],
    /// What is wrong with the row as a whole.
    pub damaged: Option<&'r str>,
}

/// Lists the tables of a file: every sheet of a workbook, or the file itself.
pub fn find_tables(path: &Path) -> Result<Vec<Table>, ReadError> {
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let format = match ending.as_str() {
        "xlsx" => Format::Workbook,
        "csv" => Format::Separated(b','),
        "tsv" => Format::Separated(b'\t'),
        "jsonl" | "ndjson" => Format::JsonLines,
        _ => return Err(ReadError::Format(file)),
    };
    std::fs::metadata(path).map_err(|error| ReadError::Io(file.clone(), error))?;
    let names = match format {
        Format::Workbook => workbook::sheet_names(path, &file)?,
        Format::Separated(_) | Format::JsonLines => {
            vec![path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()]
        }
    };
    let table = |name| Table { path: path.to_owned(), file: file.clone(), name, format };
    Ok(names.into_iter().map(table).collect())
}

impl Table {
    /// The names of the columns: the header row, or every key of the JSON objects in order of appearance.
    pub fn header(&self, header_row: u32) -> Result<Vec<String>, ReadError> {
        match self.format {
            Format::Workbook => workbook::header(self, header_row),
            Format::Separated(separator) => separated::header(self, separator, header_row),
            Format::JsonLines => jsonl::header(self),
        }
    }

    /// Reads every row below the header, with the cells of the columns asked for; a column that is not there is empty.
    pub fn read(&self, header_row: u32, columns: &[String], each: &mut dyn FnMut(Row<'_>)) -> Result<(), ReadError> {
        match self.format {
            Format::Workbook => workbook::read(self, header_row, columns, each),
            Format::Separated(separator) => separated::read(self, separator, header_row, columns, each),
            Format::JsonLines => jsonl::read(self, columns, each),
        }
    }

    fn io(&self, error: std::io::Error) -> ReadError {
        ReadError::Io(self.file.clone(), error)
    }

    fn damaged(&self, error: impl ToString) -> ReadError {
        ReadError::Damaged(self.file.clone(), error.to_string())
    }
}

#[cfg(test)]
mod tests;
