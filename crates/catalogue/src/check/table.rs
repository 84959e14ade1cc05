//! Tables: by their mapping as an import would, or cell by cell without one.

use std::{collections::HashSet, path::Path};

use domain::RegionTable;
use serde_json::Value;

use super::Fault;
use crate::{
    import::{Failure, Job, run, sink::Nowhere},
    lint::{Code, TextLints, text::Place},
    mapping::Mapping,
    read::{Cell, Table, find_tables},
    report::is_own_sheet,
};

/// Checks one file.
pub fn check(
    path: &Path,
    mapping: Option<(&Mapping, &RegionTable)>,
    lints: &TextLints,
    each: &mut dyn FnMut(Fault),
) -> Result<(), Vec<Failure>> {
    let Some((mapping, regions)) = mapping else {
        for table in find_tables(path).map_err(|error| vec![error.into()])? {
            if !is_own_sheet(&table.name) {
                cells(&table, lints, each).map_err(|error| vec![error])?;
            }
        }
        return Ok(());
    };
    let files = [path.to_owned()];
    let job = Job { files: &files, mapping, regions, base: None, date: mapping.data_date, approver: None };
    run(
        &job,
        &mut Nowhere,
        Some(&mut |problem| {
            let mut text = problem.found.text;
            if let Some(field) = problem.found.field {
                text = format!("{}：{text}", field.label());
            }
            each(Fault::new(problem.found.code, &problem.file, problem.row, text));
        }),
    )
    .map(|_| ())
}

fn cells(table: &Table, lints: &TextLints, each: &mut dyn FnMut(Fault)) -> Result<(), Failure> {
    let mut columns = table.header(1)?;
    columns.retain(|column| !column.is_empty());
    let mut seen: HashSet<String> = HashSet::new();
    let mut findings = Vec::new();
    table.read(1, &columns, &mut |row| {
        if let Some(why) = row.damaged {
            each(Fault::new(Code::BadRow, &table.file, row.number, why));
            return;
        }
        let mut whole = String::new();
        for (column, cell) in columns.iter().zip(row.cells) {
            whole.push('\u{1f}');
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    whole.push_str(text);
                    lints.find(text, Place::Words, &mut findings);
                }
                Cell::List(list) => {
                    whole.push_str(&cell.shown());
                    list.iter()
                        .filter_map(Value::as_str)
                        .for_each(|text| lints.find(text, Place::Words, &mut findings));
                }
            }
            for finding in findings.drain(..) {
                each(Fault::new(finding.code, &table.file, row.number, format!("{column}：{}", finding.text)));
            }
        }
        if !seen.insert(whole) {
            each(Fault::new(Code::Duplicate, &table.file, row.number, "整行重复"));
        }
    })?;
    Ok(())
}
