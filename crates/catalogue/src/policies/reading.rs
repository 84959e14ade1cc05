//! All files of a folder become one set.

mod policy;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::policy::{BookParts, Flaw, PolicyFacts, PolicyProblem};
use serde::de::DeserializeOwned;

use super::{
    PolicySet, fact,
    form::{FactsForm, GroupsForm, PolicyForm},
    none,
};
use crate::papers::File;

const FACTS: &str = "facts.toml";
const GROUPS: &str = "groups.toml";

/// What the files hold as far as they can be read, and what is wrong with them. The newest day on which a source was
/// looked at is the date of the data.
pub fn set(files: &[File]) -> (PolicySet, Vec<PolicyProblem>) {
    let mut problems = Vec::new();
    let mut parts = none();
    for file in files.iter().filter(|file| file.name == FACTS) {
        for form in from_toml::<FactsForm>(file, &mut problems).unwrap_or_default().fact {
            keep(fact::fact(form), &mut parts.facts, &mut problems);
        }
    }
    for file in files.iter().filter(|file| file.name == GROUPS) {
        for form in from_toml::<GroupsForm>(file, &mut problems).unwrap_or_default().group {
            keep(fact::group(form), &mut parts.groups, &mut problems);
        }
    }
    let facts = PolicyFacts::build(parts.facts.clone()).unwrap_or_else(|found| {
        let problem = |fault: &domain::logic::FactTableProblem| {
            PolicyProblem::new(Flaw::BadQuestion, FACTS, "", fault.to_string())
        };
        problems.extend(found.iter().map(problem));
        PolicyFacts::default()
    });
    let mut set = PolicySet { parts, cases: Vec::new() };
    for file in files.iter().filter(|file| file.name != FACTS && file.name != GROUPS) {
        let Some(form) = from_toml::<PolicyForm>(file, &mut problems) else { continue };
        if file.name != format!("{}.toml", form.id) {
            let text = format!("the file is named {}, the policy {}", file.name, form.id);
            problems.push(PolicyProblem::new(Flaw::Duplicate, &file.name, "id =", text));
        }
        let (policy, cases, found) = policy::policy(form, &facts);
        problems.extend(found);
        if let Some(policy) = policy {
            set.cases.extend(cases.into_iter().map(|case| (policy.id.clone(), case)));
            set.parts.policies.push(policy);
        }
    }
    set.parts.data_date = newest(&set.parts);
    (set, problems)
}

fn newest(parts: &BookParts) -> NaiveDate {
    let days = parts.policies.iter().flat_map(|policy| &policy.sources).map(|source| source.checked_on);
    days.max().unwrap_or(NaiveDate::MIN)
}

fn keep<T>(read: Result<T, PolicyProblem>, all: &mut Vec<T>, problems: &mut Vec<PolicyProblem>) {
    match read {
        Ok(value) => all.push(value),
        Err(problem) => problems.push(problem),
    }
}

fn from_toml<T: DeserializeOwned>(file: &File, problems: &mut Vec<PolicyProblem>) -> Option<T> {
    let error = match toml::from_str(&file.text) {
        Ok(value) => return Some(value),
        Err(error) => error,
    };
    // The line is found again by its words, so they must be the whole line.
    let line = error.span().and_then(|span| {
        let before = file.text.get(..span.start)?.matches('\n').count();
        file.text.lines().nth(before)
    });
    problems.push(PolicyProblem::new(Flaw::Unreadable, &file.name, line.unwrap_or_default(), error.message()));
    None
}

/// The keys of a list, each once.
fn keys(list: &[String]) -> BTreeSet<String> {
    list.iter().cloned().collect()
}
