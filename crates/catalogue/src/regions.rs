//! Regions from a folder of tables, one row a region, villages grouped behind their township.
//!
//! Columns, named in the first line that is not a comment: `code` (12 characters), `name`, and if
//! wanted `kind`, `level`, `parent` (a code; else the one that the code itself says), `source`
//! (where the name was read: a must for codes of our own, `21Z…`) and `villages`: all villages of
//! a township as `002水源地社区|003砂阳南社区`, each with the last three digits of its code.

mod row;

use std::{fs, path::Path};

use domain::{Region, RegionTable, region_table::RegionError};

use crate::problem::Problem;
use row::{Columns, read_row};

/// Loads every `.tsv` file of a folder as one table; all problems of all files are returned.
pub fn load(folder: &Path) -> Result<RegionTable, Vec<Problem>> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let whole = |cause: std::io::Error| vec![Problem::new(&name(folder), 0, cause.to_string())];
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(whole)? {
        let path = entry.map_err(whole)?.path();
        if path.extension().is_some_and(|extension| extension == "tsv") {
            files.push(path);
        }
    }
    files.sort();
    let mut regions = Vec::new();
    let mut problems = Vec::new();
    for path in files {
        match fs::read_to_string(&path) {
            Ok(text) => parse(&name(&path), &text, &mut regions, &mut problems),
            Err(cause) => problems.push(Problem::new(&name(&path), 0, cause.to_string())),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    build(regions)
}

/// Reads one table; rows that cannot be read become problems.
pub fn parse(file: &str, text: &str, regions: &mut Vec<Placed>, problems: &mut Vec<Problem>) {
    let mut lines = (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    let Some((at, header)) = lines.next() else {
        problems.push(Problem::new(file, 0, "the table is empty"));
        return;
    };
    let columns = match Columns::of(header) {
        Ok(columns) => columns,
        Err(text) => return problems.push(Problem::new(file, at, text)),
    };
    for (line, row) in lines {
        let mut add = |region| regions.push(Placed { region, file: file.into(), line });
        if let Err(texts) = read_row(&columns, row, &mut add) {
            problems.extend(texts.into_iter().map(|text| Problem::new(file, line, text)));
        }
    }
}

/// Joins what `parse` read to a tree.
pub fn build(regions: Vec<Placed>) -> Result<RegionTable, Vec<Problem>> {
    let table = RegionTable::build(regions.iter().map(|placed| placed.region.clone()).collect());
    table.map_err(|errors| {
        let place = |error: RegionError| {
            let (RegionError::Duplicate(code) | RegionError::NoParent(code, _) | RegionError::Ring(code)) = &error;
            // Of two with one code the later is the one to mend.
            let placed = regions.iter().rev().find(|placed| placed.region.code == *code);
            let (file, line) = placed.map_or(("", 0), |placed| (&*placed.file, placed.line));
            Problem::new(file, line, error.to_string())
        };
        errors.into_iter().map(place).collect()
    })
}

/// A region and where it stands written.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The region.
    pub region: Region,
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
}
