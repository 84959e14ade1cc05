//! Reads catalogues and queries for tests, the benchmark and the quality report.
#![allow(dead_code, missing_docs)]

use std::{fs, path::Path};

use domain::{Audience, ItemKind};
use search::{Doc, Engine, Lexicon, Query};

/// A file of the project by its path from the root.
pub fn project_file(path: &str) -> String {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    fs::read_to_string(&whole).unwrap_or_else(|error| panic!("{}: {error}", whole.display()))
}

/// The words of data/lexicon as they stand now, so that an edit needs no new build to be measured.
pub fn read_lexicon() -> Lexicon {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/lexicon");
    let mut files: Vec<(String, String)> = Vec::new();
    for file in fs::read_dir(&folder).expect("the lexicon is there").flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".toml") {
            files.push((name, fs::read_to_string(file.path()).expect("a file of the lexicon can be read")));
        }
    }
    files.sort();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    Lexicon::parse(&files).unwrap_or_else(|problems| panic!("{problems:#?}"))
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

/// The codes of the items of a table, in their order.
pub fn read_codes(text: &str) -> Vec<String> {
    let table = Table::read(text);
    (0..table.rows.len()).map(|row| table.cell(row, "code").to_owned()).collect()
}

/// A query, the codes of the items that answer it, and what it tries.
pub struct Case {
    pub query: String,
    pub codes: Vec<String>,
    pub kind: String,
}

pub fn read_cases(text: &str) -> Vec<Case> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1);
    lines
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let (query, codes, kind) = (cells.next()?, cells.next()?, cells.next()?);
            let codes = codes.split('|').map(str::to_owned).collect();
            Some(Case { query: query.into(), codes, kind: kind.into() })
        })
        .collect()
}

/// How good the answers are.
#[derive(Debug, Default, Clone, Copy)]
pub struct Quality {
    pub cases: usize,
    /// How many were answered among the first, the first three, the first ten.
    pub at: [usize; 3],
    /// The sum of reciprocal ranks in millionths.
    pub reciprocal: usize,
}

impl Quality {
    pub fn add(&mut self, rank: Option<usize>) {
        self.cases += 1;
        self.reciprocal += rank.map_or(0, |rank| 1_000_000 / (rank + 1));
        for (slot, limit) in [1, 3, 10].into_iter().enumerate() {
            self.at[slot] += usize::from(rank.is_some_and(|rank| rank < limit));
        }
    }

    /// hit@1, hit@3, hit@10 and MRR in thousandths.
    pub fn thousandths(&self) -> [usize; 4] {
        let all = self.cases.max(1);
        let [one, three, ten] = self.at.map(|count| count * 1000 / all);
        [one, three, ten, self.reciprocal / 1000 / all]
    }
}

impl std::fmt::Display for Quality {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [one, three, ten, mrr] = self.thousandths().map(|share| share as f64 / 1000.0);
        write!(f, "{:>5}  {one:.3}  {three:.3}  {ten:.3}  {mrr:.3}", self.cases)
    }
}

/// Asks one query: the rank of the first right answer among ten, how it was understood, what was found.
/// Near-duplicates stand under the first of them, as they do on the page, and answer with it.
pub fn ask(engine: &Engine, codes: &[String], case: &Case) -> (Option<usize>, Query, Vec<u32>) {
    let query = engine.understand(&case.query);
    let mut found: Vec<u32> = Vec::new();
    for hit in engine.rank(&query, &|_| true) {
        if found.iter().all(|&doc| engine.same(doc) != engine.same(hit.doc)) {
            found.push(hit.doc);
        }
        if found.len() == 10 {
            break;
        }
    }
    let accepted = (0..codes.len() as u32).filter(|&doc| case.codes.contains(&codes[doc as usize]));
    let right: Vec<u32> = accepted.map(|doc| engine.same(doc)).collect();
    let rank = found.iter().position(|&doc| right.contains(&engine.same(doc)));
    (rank, query, found)
}
