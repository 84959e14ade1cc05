//! Faults of files before anyone imports or serves them: texts, tables and snapshots.

mod document;
mod snapshot;
mod table;

use serde::Serialize;

use crate::{
    lint::{Code, Severity},
    papers::{PaperFault, office::OfficeFault},
};

pub use document::Documents;
pub use snapshot::check as check_snapshot;
pub use table::check as check_table;

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// What it is.
    pub code: &'static str,
    /// The file's name.
    pub file: String,
    /// The line or row, from 1; 0 for the file as a whole.
    pub line: u32,
    /// The words, or what is wrong.
    pub text: String,
    /// How grave it is.
    pub severity: Severity,
    /// The item, in a snapshot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// The region, in a snapshot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

impl Fault {
    /// A fault of a line.
    pub fn new(code: Code, file: &str, line: u32, text: impl Into<String>) -> Self {
        let (code, severity) = (code.name(), code.severity());
        Self { code, file: file.to_owned(), line, text: text.into(), severity, item: None, region: None }
    }

    /// A file that cannot be read at all.
    pub fn unreadable(file: &str, text: impl Into<String>) -> Self {
        let (code, severity) = ("unreadable", Severity::Reject);
        Self { code, file: file.to_owned(), line: 0, text: text.into(), severity, item: None, region: None }
    }
}

impl From<PaperFault> for Fault {
    fn from(fault: PaperFault) -> Self {
        let PaperFault { code, file, line, text } = fault;
        Self { code, file, line, text, severity: Severity::Reject, item: None, region: None }
    }
}

impl Fault {
    /// A fault of a workbook of proofs and rules.
    pub fn of_office(fault: OfficeFault, file: &str) -> Self {
        let place =
            [fault.sheet, fault.column].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join("·");
        let text = if place.is_empty() { fault.text } else { format!("{place}：{}", fault.text) };
        let (code, severity) = (fault.code.name(), fault.code.severity());
        Self { code, file: file.to_owned(), line: fault.row, text, severity, item: None, region: None }
    }
}
