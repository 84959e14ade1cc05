//! Reads catalogues and queries for tests, the benchmark and the quality report.
#![allow(dead_code, missing_docs)]

use std::{fs, path::Path};

use domain::{Audience, ItemKind};
use search::{Doc, Engine, Query};

/// A file of the project by its path from the root.
pub fn project_file(path: &str) -> String {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    fs::read_to_string(&whole).unwrap_or_else(|error| panic!("{}: {error}", whole.display()))
}

/// A table with a header as rows of cells by column name.
pub struct Table<'a> {
    header: Vec<&'a str>,
    rows: Vec<Vec<&'a str>>,
}

impl<'a> Table<'a> {
    pub fn read(text: &'a str) -> Self {
        let mut lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let header = lines.next().unwrap_or_default().split('\t').collect();
        Self { header, rows: lines.map(|line| line.split('\t').collect()).collect() }
    }

    fn cell(&self, row: usize, column: &str) -> &'a str {
        let at = self.header.iter().position(|name| *name == column);
        at.and_then(|at| self.rows[row].get(at)).copied().unwrap_or_default()
    }
}

/// The items of a table: data/catalogue/items.tsv, or any other with at least a column `name`.
pub fn read_docs(text: &str, names_only: bool) -> Vec<Doc> {
    let table = Table::read(text);
    let split = |cell: &str| cell.split('|').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    (0..table.rows.len())
        .map(|row| Doc {
            name: table.cell(row, "name").into(),
            plain_name: Some(table.cell(row, "plain_name").to_owned()).filter(|name| !names_only && !name.is_empty()),
            aliases: if names_only { Vec::new() } else { split(table.cell(row, "aliases")) },
            department: [table.cell(row, "department"), table.cell(row, "organ")].concat(),
            themes: split(table.cell(row, "theme")),
            kind: ItemKind::from_code(table.cell(row, "kind")).unwrap_or(ItemKind::PublicService),
            audience: split(table.cell(row, "audience")).iter().filter_map(|code| Audience::from_code(code)).collect(),
            popularity: if names_only { 0 } else { table.cell(row, "popularity").parse().unwrap_or(0) },
        })
        .collect()
}

/// A query and the names that answer it.
pub struct Case {
    pub query: String,
    pub names: Vec<String>,
}

pub fn read_cases(text: &str) -> Vec<Case> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('\t'))
        .map(|(query, names)| Case { query: query.into(), names: names.split('|').map(str::to_owned).collect() })
        .collect()
}

/// Told of each query whose first answer is wrong: the rank of the right one, and what was found.
pub type Miss<'a> = dyn FnMut(&Case, &Query, Option<usize>, &[u32]) + 'a;

/// How good the answers are, in thousandths.
#[derive(Debug, Default, Clone, Copy)]
pub struct Quality {
    pub cases: usize,
    pub hit1: usize,
    pub hit3: usize,
    pub hit10: usize,
    pub mrr: usize,
}

/// Asks every query; tells `miss` each one whose first answer is wrong.
pub fn measure(engine: &Engine, docs: &[Doc], cases: &[Case], miss: &mut Miss<'_>) -> Quality {
    let (mut at, mut mrr) = ([0; 3], 0);
    for case in cases {
        let query = engine.understand(&case.query);
        let found: Vec<u32> = engine.rank(&query, &|_| true).iter().map(|hit| hit.doc).collect();
        let rank = found.iter().take(10).position(|&doc| case.names.contains(&docs[doc as usize].name));
        for (slot, limit) in [1, 3, 10].into_iter().enumerate() {
            at[slot] += usize::from(rank.is_some_and(|rank| rank < limit));
        }
        mrr += rank.map_or(0, |rank| 1_000_000 / (rank + 1));
        if rank != Some(0) {
            miss(case, &query, rank, &found);
        }
    }
    let share = |count: usize| count * 1000 / cases.len().max(1);
    Quality {
        cases: cases.len(),
        hit1: share(at[0]),
        hit3: share(at[1]),
        hit10: share(at[2]),
        mrr: mrr / 1000 / cases.len().max(1),
    }
}
