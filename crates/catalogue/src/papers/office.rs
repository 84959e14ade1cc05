//! An office's list of proofs and of rules that drop them, as a workbook that a clerk fills in: the empty one, its
//! reading with every problem, and the same rows back with the problems beside them.

mod annotate;
mod columns;
mod commit;
mod fault;
mod known;
mod proofs;
mod rules;
mod sheet;
mod template;
mod write;

use std::path::Path;

use domain::papers::{BookProblem, RulebookSource};

use crate::read::{Cell, ReadError, find_tables};

pub use annotate::annotate;
pub use columns::{PAPER_SHEET, PROOF_SHEET, RULE_SHEET};
pub use fault::{OfficeCode, OfficeFault};
pub use known::Known;
pub use template::workbook;
pub use write::{FILE, text};

use columns::{PROOFS, RULES};

/// What a workbook holds.
#[derive(Debug)]
pub struct Office {
    /// What comes with the program or the base, with the workbook's rows in it; whole only when no fault is grave.
    pub source: RulebookSource,
    /// Proofs read.
    pub proofs: usize,
    /// Rules read.
    pub rules: usize,
    /// Everything that is wrong, in the order of sheets and rows.
    pub faults: Vec<OfficeFault>,
}

impl Office {
    /// Whether nothing keeps the rules from being used.
    pub fn is_usable(&self) -> bool {
        self.proofs + self.rules > 0 && !self.faults.iter().any(OfficeFault::is_grave)
    }
}

/// Whether a file is such a workbook: it has one of its two sheets, with a column of its own.
pub fn is_office(path: &Path) -> bool {
    let Ok(tables) = find_tables(path) else { return false };
    tables.iter().any(|table| {
        let sheet = [(PROOF_SHEET, "索要单位"), (RULE_SHEET, "免交方式")].iter().find(|(name, _)| *name == table.name);
        sheet.is_some_and(|(_, column)| table.header(1).is_ok_and(|header| header.iter().any(|name| name == column)))
    })
}

/// Reads the workbook; whatever is wrong is told, and nothing stops at the first problem.
pub fn read(path: &Path, known: &Known) -> Result<Office, ReadError> {
    let mut faults = Vec::new();
    let (mut proofs, mut rules) = (Vec::new(), Vec::new());
    for table in find_tables(path)? {
        match table.name.as_str() {
            PROOF_SHEET => proofs.extend(sheet::read(&table, PROOFS, &mut faults)?),
            RULE_SHEET => rules.extend(sheet::read(&table, RULES, &mut faults)?),
            _ => {}
        }
    }
    if proofs.is_empty() && rules.is_empty() && faults.is_empty() {
        faults.push(OfficeFault::of_file(OfficeCode::NoRows));
    }
    let proofs = proofs::read(&proofs, known, &mut faults);
    let rules = rules::read(&rules, known, &proofs, &mut faults);
    let source = write::merged(known, &proofs, &rules);
    if !faults.iter().any(OfficeFault::is_grave) {
        faults.extend(of_book(&source, known, &rules));
    }
    faults.sort_by(|a, b| (&a.sheet, a.row, a.code).cmp(&(&b.sheet, b.row, b.code)));
    Ok(Office { source, proofs: proofs.len(), rules: rules.len(), faults })
}

/// What is wrong with all rules together: two that are equally special for one matter.
fn of_book(source: &RulebookSource, known: &Known, rules: &[rules::ReadRule]) -> Vec<OfficeFault> {
    let row = |id: &str| rules.iter().find(|rule| rule.rule.id == id).map_or(0, |rule| rule.row);
    match source.clone().build() {
        Ok(book) => {
            let fault = |problem: BookProblem| match problem {
                BookProblem::Tie(one, other, item) => {
                    let (at, with) = if row(&other) > 0 { (&other, &one) } else { (&one, &other) };
                    let rival = match row(with) {
                        0 => format!("规则“{with}”"),
                        row => format!("第{row}行"),
                    };
                    OfficeFault::rule(OfficeCode::Tie, row(at), "", format!("与{rival}对事项“{item}”同样优先"))
                }
                other => OfficeFault::rule(OfficeCode::Other, 0, "", other.to_string()),
            };
            known.ties(&book, source).into_iter().map(fault).collect()
        }
        Err(problems) => {
            let fault = |problem: BookProblem| OfficeFault::rule(OfficeCode::Other, 0, "", problem.to_string());
            problems.into_iter().map(fault).collect()
        }
    }
}

/// The text of a cell in one line of words.
fn words(cell: &Cell) -> String {
    cell.shown().trim().to_owned()
}
