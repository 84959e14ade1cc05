//! What is wrong with rules, events or the calendar: a code, where, and what.

use std::{fmt, io, path::Path};

use domain::{bundles::BundleProblem, calendar::CalendarProblem, papers::BookProblem};

use super::{File, Loaded, Matters, files, fit};

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PaperFault {
    /// What it is.
    pub code: &'static str,
    /// The file's name; empty when no file says it.
    pub file: String,
    /// The line, from 1; 0 for the file as a whole.
    pub line: u32,
    /// What is wrong.
    pub text: String,
}

impl PaperFault {
    pub(crate) fn unreadable(path: &Path, cause: &io::Error) -> Self {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Self { code: "unreadable", file, line: 0, text: cause.to_string() }
    }

    fn of(code: &'static str, about: &str, text: String, files: &[File]) -> Self {
        // Where the thing is declared, else where it is named first.
        let declared = format!("id = \"{about}\"");
        let quoted = format!("\"{about}\"");
        let place = |words: &str| files.iter().map(|file| (file, file.line_of(words))).find(|(_, line)| *line > 0);
        let found = place(&declared).or_else(|| place(&quoted)).filter(|_| !about.is_empty());
        let (file, line) = found.map_or((String::new(), 0), |(file, line)| (file.name.clone(), line));
        Self { code, file, line, text }
    }

    /// A problem of the rulebook, at the place where the files declare what it is about.
    pub(super) fn of_book(problem: &BookProblem, files: &[File]) -> Self {
        let nothing = String::new();
        let (code, about) = match problem {
            BookProblem::Duplicate(id) => ("duplicate", id),
            BookProblem::NoPaper(id, _) => ("unknown_paper", id),
            BookProblem::NoCertificate(id, _) => ("unknown_certificate", id),
            BookProblem::Condition(id, _) => ("bad_condition", id),
            BookProblem::Method(id, _) => ("method_incomplete", id),
            BookProblem::NoProof(id, _) => ("no_proof", id),
            BookProblem::NoBasis(id) => ("no_basis", id),
            BookProblem::Backwards(id) => ("backwards", id),
            BookProblem::Fact(_) => ("bad_question", &nothing),
            BookProblem::Spelling(_) => ("bad_spelling", &nothing),
            BookProblem::Terms(id) => ("no_proof", id),
            BookProblem::Tie(_, other, _) => ("tie", other),
        };
        Self::of(code, about, problem.to_string(), files)
    }

    /// A problem of the calendar.
    pub(super) fn of_calendar(problem: &CalendarProblem, files: &[File]) -> Self {
        let about = match problem {
            CalendarProblem::Duplicate(_) | CalendarProblem::Gap(_) => String::new(),
            CalendarProblem::OtherYear(_, day) | CalendarProblem::Backwards(day) | CalendarProblem::NoWeekend(day) => {
                day.to_string()
            }
        };
        Self::of("bad_calendar", &about, problem.to_string(), files)
    }

    /// A problem of an event.
    pub(super) fn of_bundle(bundle: &str, problem: &BundleProblem, files: &[File]) -> Self {
        Self::of("bad_bundle", bundle, problem.to_string(), files)
    }
}

impl fmt::Display for PaperFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.file.as_str(), self.line) {
            ("", _) => write!(f, "{}: {}", self.code, self.text),
            (file, 0) => write!(f, "{file}: {}: {}", self.code, self.text),
            (file, line) => write!(f, "{file}:{line}: {}: {}", self.code, self.text),
        }
    }
}

fn problems_of(loaded: Loaded, matters: &Matters<'_>, files: &[File]) -> Vec<PaperFault> {
    let Loaded { source, own_bundles } = loaded;
    let source = if own_bundles { source } else { fit::fitting(source, matters).0 };
    fit::problems(&source, matters, files)
}

/// Everything that is wrong with the files of a folder, or of the folder in which this file lies. What they do not
/// hold comes with the program.
pub fn faults(path: &Path, matters: &Matters<'_>) -> Vec<PaperFault> {
    let files = match files::read(path) {
        Ok(files) if !files.is_empty() => files,
        Ok(_) => return vec![PaperFault::unreadable(path, &io::Error::other("no .toml file"))],
        Err(error) => return vec![PaperFault::unreadable(path, &error)],
    };
    let (parts, mut faults) = files::parse(&files);
    // Files that cannot be read leave holes, and every hole looks like a mistake of the others.
    if faults.is_empty() {
        faults = problems_of(super::completed(parts), matters, &files);
    }
    faults
}
