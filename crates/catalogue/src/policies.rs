//! Policies, their questions and groups: read from TOML files, checked against everything that can be answered and
//! against their own cases, and stored in the snapshot.

mod amount;
mod case;
mod condition;
mod day;
mod fact;
mod form;
mod quantity;
mod reading;

use std::{collections::BTreeSet, fs, path::Path, sync::LazyLock};

use chrono::NaiveDate;
use domain::{
    ItemCode,
    policy::{BookParts, Flaw, PolicyBook, PolicyProblem, check},
};

use crate::papers::{File, PaperFault, read};

pub use case::Case;
pub use quantity::Quantity;

/// What files hold: the policies, and the cases that prove them.
#[derive(Debug, Clone)]
pub struct PolicySet {
    /// Questions, groups and policies.
    pub parts: BookParts,
    /// Cases, each with the id of its policy.
    pub cases: Vec<(String, Case)>,
}

/// The files of data/policies, as they were when the program was built.
const BUILTIN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/policies.rs"));

/// The policies that come with the program.
pub fn builtin() -> BookParts {
    static SET: LazyLock<BookParts> = LazyLock::new(|| {
        let files: Vec<File> = BUILTIN.iter().map(|(name, text)| File::new(name, text)).collect();
        reading::set(&files).0.parts
    });
    SET.clone()
}

/// No policy at all: for catalogues that have none.
pub fn none() -> BookParts {
    BookParts { facts: Vec::new(), groups: Vec::new(), policies: Vec::new(), data_date: NaiveDate::MIN }
}

/// Reads the policies of a folder; every problem is told.
pub fn load(folder: &Path) -> Result<PolicySet, Vec<PaperFault>> {
    let files = read(folder).map_err(|error| vec![PaperFault::unreadable(folder, &error)])?;
    let (set, faults) = checked(&files, None);
    if faults.is_empty() { Ok(set) } else { Err(faults) }
}

/// Reads the folder `policies` of the project's folder `data`; none when there is no such folder.
pub fn of_data(data: &Path) -> Result<PolicySet, Vec<PaperFault>> {
    let folder = data.join("policies");
    if !folder.is_dir() {
        return Ok(PolicySet { parts: none(), cases: Vec::new() });
    }
    let items = fs::read_dir(data.join("catalogue/guides")).into_iter().flatten().flatten().filter_map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        ItemCode::parse(name.strip_suffix(".toml")?).ok()
    });
    let items: BTreeSet<ItemCode> = items.collect();
    let files = read(&folder).map_err(|error| vec![PaperFault::unreadable(&folder, &error)])?;
    let (set, faults) = checked(&files, Some(&items));
    if faults.is_empty() { Ok(set) } else { Err(faults) }
}

/// Whether files look like policies, and not like rules about papers.
pub fn are_policies(files: &[File]) -> bool {
    files.iter().any(|file| file.text.lines().any(|line| line.trim() == "[rule.pay]"))
}

/// Everything that is wrong with these files; matters that policies name must be among the published, when those are given.
pub fn faults(files: &[File], items: Option<&BTreeSet<ItemCode>>) -> Vec<PaperFault> {
    checked(files, items).1
}

fn checked(files: &[File], items: Option<&BTreeSet<ItemCode>>) -> (PolicySet, Vec<PaperFault>) {
    let (set, mut problems) = reading::set(files);
    for policy in &set.parts.policies {
        if let Some(item) = policy.apply_item.as_ref().filter(|item| items.is_some_and(|items| !items.contains(item))) {
            let text = format!("no matter {} is published", item.as_str());
            problems.push(PolicyProblem::new(Flaw::UnknownItem, &policy.id, "apply_item", text));
        }
    }
    match PolicyBook::build(set.parts.clone()) {
        Err(found) => problems.extend(found),
        // What cannot be read leaves holes, and every hole looks like a mistake of the others.
        Ok(book) => {
            let broken: BTreeSet<&str> = problems.iter().map(|problem| problem.about.as_str()).collect();
            let mut found = check(&book);
            found.extend(case::run(&book, &set.cases));
            found.retain(|problem| !broken.contains(problem.about.as_str()));
            problems.extend(found);
        }
    }
    let mut faults: Vec<PaperFault> = problems.iter().map(|problem| fault(problem, files)).collect();
    faults.sort();
    faults.dedup();
    (set, faults)
}

/// The problem at its place in the files.
fn fault(problem: &PolicyProblem, files: &[File]) -> PaperFault {
    let own = format!("{}.toml", problem.about);
    let place = |file: &File| {
        let line = Some(problem.near.as_str()).filter(|near| !near.is_empty()).map_or(0, |near| file.line_of(near));
        (file.name.clone(), line)
    };
    let quoted = format!("\"{}\"", problem.about);
    let declared = || files.iter().find(|file| !problem.about.is_empty() && file.line_of(&quoted) > 0);
    let found = files.iter().find(|file| file.name == own || file.name == problem.about).map(place);
    let found = found.or_else(|| declared().map(|file| (file.name.clone(), file.line_of(&quoted))));
    let (file, line) = found.unwrap_or_default();
    PaperFault { code: problem.flaw.code(), file, line, text: problem.text.clone() }
}

#[cfg(test)]
mod tests;
