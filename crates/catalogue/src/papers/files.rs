//! TOML files and what each of them holds.

use std::{fs, io, path::Path};

use domain::{bundles::Bundle, calendar::CalendarYear, papers::RulebookSource};
use serde::de::DeserializeOwned;

use super::PaperFault;

/// A file by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The name without its folder.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// What files hold.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Rules and what belongs to them; `None` when no file holds any.
    pub rules: Option<RulebookSource>,
    /// Events.
    pub bundles: Vec<Bundle>,
    /// Years of the calendar.
    pub calendar: Vec<CalendarYear>,
}

impl File {
    /// A file of this name and text.
    pub fn new(name: &str, text: &str) -> Self {
        Self { name: name.to_owned(), text: text.to_owned() }
    }

    /// The first line that has these words, from 1; 0 when none has.
    pub(crate) fn line_of(&self, words: &str) -> u32 {
        self.text.lines().position(|line| line.contains(words)).map_or(0, |at| at as u32 + 1)
    }
}

/// The TOML files of a folder and of the folders right in it, by name; of a file, those beside it.
pub fn read(path: &Path) -> io::Result<Vec<File>> {
    let folder = if path.is_file() { path.parent().unwrap_or(path) } else { path };
    let mut files = Vec::new();
    let mut folders = vec![(folder.to_path_buf(), true)];
    while let Some((folder, goes_on)) = folders.pop() {
        let mut entries: Vec<_> = fs::read_dir(&folder)?.collect::<Result<_, _>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for path in entries.into_iter().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.extend(goes_on.then_some((path, false)));
            } else if path.extension().is_some_and(|ending| ending == "toml") {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                files.push(File::new(&name, &fs::read_to_string(&path)?));
            }
        }
    }
    Ok(files)
}

/// Reads every file as what its first keys say it is; every file that cannot be read is told.
pub(super) fn parse(files: &[File]) -> (Parts, Vec<PaperFault>) {
    let (mut parts, mut faults) = (Parts::default(), Vec::new());
    for file in files {
        let has = |key: &str| {
            let bare = |line: &str| {
                line.trim_start_matches('[')
                    .trim_start()
                    .strip_prefix(key)
                    .map(str::trim_start)
                    .is_some_and(|rest| rest.starts_with(['=', ']']))
            };
            file.text.lines().any(bare)
        };
        if has("holidays") {
            parts.calendar.extend(from_toml(file, &mut faults));
        } else if has("stages") {
            parts.bundles.extend(from_toml(file, &mut faults));
        } else if let Some(more) = from_toml::<RulebookSource>(file, &mut faults) {
            parts.rules.get_or_insert_default().add(more);
        }
    }
    (parts, faults)
}

fn from_toml<T: DeserializeOwned>(file: &File, faults: &mut Vec<PaperFault>) -> Option<T> {
    let error = match toml::from_str(&file.text) {
        Ok(value) => return Some(value),
        Err(error) => error,
    };
    let before = error.span().and_then(|span| file.text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() as u32 + 1;
    faults.push(PaperFault { code: "unreadable", file: file.name.clone(), line, text: error.message().to_owned() });
    None
}
