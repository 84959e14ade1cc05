//! One import from the files to the sink.

use std::{path::PathBuf, sync::Arc};

use chrono::NaiveDate;
use domain::{RegionTable, provenance::Origin};

use super::{
    gather::{Fate, Gather, RowContext},
    pending::Waiting,
    problem::{Found, OnProblem, Problems, Summary},
    progress::Progress,
    sink::Sink,
    value::{Reader, common_null_words},
};
use crate::{
    lint::{Code, TextLints},
    mapping::{Mapping, TableMapping},
    read::{ReadError, Table, find_tables},
    report,
    snapshot::Snapshot,
};

/// What to import.
pub struct Job<'a> {
    /// The files.
    pub files: &'a [PathBuf],
    /// How to read them.
    pub mapping: &'a Mapping,
    /// Every region that may occur.
    pub regions: &'a RegionTable,
    /// The snapshot that is changed; without one everything is new.
    pub base: Option<&'a Snapshot>,
    /// The date of the data.
    pub date: NaiveDate,
    /// Who approved the data.
    pub approver: Option<&'a str>,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A file cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The mapping fits no table of any file.
    #[error("the mapping {0} fits no sheet or file: {1}")]
    NoTable(String, String),
    /// The blocklists, the base or the snapshot.
    #[error("{0}")]
    Other(String),
}

/// A table and how to read it.
pub struct Bound<'m> {
    /// The table.
    pub table: Table,
    /// Its mapping.
    pub mapping: &'m TableMapping,
}

/// Rows read from one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRows {
    /// The file's name.
    pub file: String,
    /// Its rows.
    pub rows: u64,
}

/// The tables that the mapping fits, those first that others wait for; every unreadable file is told.
pub fn bind<'m>(files: &[PathBuf], mapping: &'m Mapping) -> Result<Vec<Bound<'m>>, Vec<Failure>> {
    let mut bound = Vec::new();
    let mut failures = Vec::new();
    let mut seen = Vec::new();
    for path in files {
        match find_tables(path) {
            Ok(tables) => {
                for table in tables.into_iter().filter(|table| !report::is_own_sheet(&table.name)) {
                    seen.push(table.name.clone());
                    if let Some(mapping) = mapping.find_table(&table.name) {
                        bound.push(Bound { table, mapping });
                    }
                }
            }
            Err(error) => failures.push(error.into()),
        }
    }
    if failures.is_empty() && bound.is_empty() {
        failures.push(Failure::NoTable(mapping.id.clone(), seen.join(", ")));
    }
    if !failures.is_empty() {
        return Err(failures);
    }
    bound.sort_by_key(|bound| bound.mapping.holds);
    Ok(bound)
}

/// Imports everything; problems of rows go to `on_problem`, and only unreadable files stop it.
pub fn run(
    job: &Job<'_>,
    sink: &mut dyn Sink,
    on_problem: Option<OnProblem<'_>>,
) -> Result<(Summary, Vec<FileRows>), Vec<Failure>> {
    let other = |error: String| vec![Failure::Other(error)];
    let lints = TextLints::new().map_err(other)?;
    let bound = bind(job.files, job.mapping)?;
    let mut problems = Problems::new(on_problem);
    let gather = Gather::new(job.mapping, job.regions, job.base, sink);
    let mut gather = gather.map_err(|error| other(error.to_string()))?;
    let mut progress = Progress::new();
    let mut files: Vec<FileRows> = Vec::new();
    let mut failures = Vec::new();
    for Bound { table, mapping } in &bound {
        progress.table(&table.file, &table.name);
        let before = problems.summary.rows;
        if let Err(error) = read_table(job, table, mapping, &lints, &mut gather, &mut problems, &mut progress) {
            failures.push(error.into());
        }
        let rows = problems.summary.rows - before;
        match files.iter_mut().find(|file| file.file == table.file) {
            Some(file) => file.rows += rows,
            None => files.push(FileRows { file: table.file.clone(), rows }),
        }
    }
    progress.finish();
    if !failures.is_empty() {
        return Err(failures);
    }
    gather.finish(&mut problems).map_err(other)?;
    Ok((problems.summary, files))
}

fn read_table(
    job: &Job<'_>,
    table: &Table,
    mapping: &TableMapping,
    lints: &TextLints,
    gather: &mut Gather<'_>,
    problems: &mut Problems<'_>,
    progress: &mut Progress,
) -> Result<(), ReadError> {
    let columns = mapping.columns();
    let (file, name): (Arc<str>, Arc<str>) = (table.file.as_str().into(), table.name.as_str().into());
    let header = table.header(mapping.header_row)?;
    for column in columns.iter().filter(|column| !header.contains(column)) {
        let found =
            Found { code: Code::NoColumn, field: None, column: Some(column.as_str().into()), text: column.clone() };
        problems.take(&file, &name, 0, &mut vec![found]);
    }
    let common = common_null_words();
    let reader = Reader::new(job.mapping, mapping, &columns, &common, lints);
    let mut found = Vec::new();
    table.read(mapping.header_row, &columns, &mut |row| {
        progress.row();
        problems.summary.rows += 1;
        let mut fate = Fate::Imported;
        if let Some(why) = row.damaged {
            found.push(Found { code: Code::BadRow, field: None, column: None, text: why.to_owned() });
        } else {
            let values = reader.read(row.cells, &mut found);
            let origin = Origin {
                file: table.file.clone(),
                row: row.number,
                date: Some(job.date),
                approver: job.approver.map(str::to_owned),
            };
            let waiting = Waiting { file: file.clone(), table: name.clone(), row: row.number };
            fate = gather.row(mapping, values, &mut RowContext { origin, waiting, problems: &mut found });
        }
        if problems.take(&file, &name, row.number, &mut found) {
            problems.summary.rejected += 1;
        } else {
            match fate {
                Fate::Imported => problems.summary.imported += 1,
                Fate::Merged => problems.summary.merged += 1,
            }
        }
    })
}
