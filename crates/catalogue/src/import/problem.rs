//! Problems and the account of rows.

use std::{collections::BTreeMap, sync::Arc};

use serde::Serialize;

use crate::{
    lint::{Code, Severity},
    mapping::Field,
};

/// A problem of one row, before it is known in which file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub code: Code,
    /// The field, when it is one field's.
    pub field: Option<Field>,
    /// The column it stands in, when it is known.
    pub column: Option<Arc<str>>,
    /// The text: as published for repairs, with some words around it for the rest.
    pub text: String,
}

impl Found {
    /// A problem of a field.
    pub fn of(code: Code, field: Field, text: impl Into<String>) -> Self {
        Self { code, field: Some(field), column: None, text: text.into() }
    }
}

/// A problem and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file's name.
    pub file: Arc<str>,
    /// The sheet's name, or the file's without its ending.
    pub table: Arc<str>,
    /// The row, from 1; 0 for the table as a whole.
    pub row: u32,
    /// What it is.
    pub found: Found,
}

/// How the import went: rows = imported + merged + rejected.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Rows read.
    pub rows: u64,
    /// Items in the snapshot.
    pub items: u64,
    /// Publications in the snapshot.
    pub publications: u64,
    /// Rows that made or completed an item or a publication.
    pub imported: u64,
    /// Rows that said again what another row said.
    pub merged: u64,
    /// Rows that were not imported.
    pub rejected: u64,
    /// Rows with at least one repaired value.
    pub repaired: u64,
    /// Problems that were left as they are, by code.
    pub warnings: BTreeMap<&'static str, u64>,
    /// Repairs by code.
    pub repairs: BTreeMap<&'static str, u64>,
    /// Rejected rows by the code of their reason.
    pub rejections: BTreeMap<&'static str, u64>,
}

/// What is done with each problem besides counting it.
pub type OnProblem<'a> = &'a mut dyn FnMut(Problem);

/// Counts problems and hands them on.
pub struct Problems<'a> {
    /// The account so far.
    pub summary: Summary,
    on_problem: Option<OnProblem<'a>>,
}

impl<'a> Problems<'a> {
    /// Counts, and calls `on_problem` with each problem when it is given.
    pub fn new(on_problem: Option<OnProblem<'a>>) -> Self {
        Self { summary: Summary::default(), on_problem }
    }

    /// Takes the problems of one row; returns whether the row is rejected.
    pub fn take(&mut self, file: &Arc<str>, table: &Arc<str>, row: u32, found: &mut Vec<Found>) -> bool {
        let rejected = found.iter().any(|f| f.code.severity() == Severity::Reject);
        let repaired = found.iter().any(|f| f.code.severity() == Severity::Repair);
        self.summary.repaired += u64::from(repaired && !rejected);
        for found in found.drain(..) {
            let name = found.code.name();
            let counts = match found.code.severity() {
                Severity::Reject => &mut self.summary.rejections,
                Severity::Repair => &mut self.summary.repairs,
                Severity::Warn => &mut self.summary.warnings,
            };
            *counts.entry(name).or_default() += 1;
            if let Some(on_problem) = &mut self.on_problem {
                on_problem(Problem { file: file.clone(), table: table.clone(), row, found });
            }
        }
        rejected
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rejected_row_is_not_counted_as_repaired() {
        let mut problems = Problems::new(None);
        let name: Arc<str> = "a".into();
        let mut found =
            vec![Found::of(Code::NullWord, Field::Legal, "无"), Found::of(Code::NoName, Field::Name, String::new())];
        assert!(problems.take(&name, &name, 2, &mut found));
        assert_eq!(problems.summary.repaired, 0);
        assert_eq!(problems.summary.repairs["null_word"], 1);
        assert_eq!(problems.summary.rejections["no_name"], 1);
    }
}
