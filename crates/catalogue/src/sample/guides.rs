//! The guides of the sample catalogue, one TOML file each.

use std::{collections::BTreeMap, fs, path::Path};

use chrono::NaiveDate;
use domain::Guide;

use crate::problem::Problem;

/// A guide and the day on which its sources were read.
#[derive(Debug)]
pub(super) struct CheckedGuide {
    pub guide: Guide,
    pub checked_on: NaiveDate,
}

const CHECKED_ON: &str = "# checked_on: ";

/// Reads every guide of a folder, by file name.
pub(super) fn load(folder: &Path, problems: &mut Vec<Problem>) -> BTreeMap<String, CheckedGuide> {
    let mut guides = BTreeMap::new();
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(cause) => {
            problems.push(Problem::new("guides", 0, cause.to_string()));
            return guides;
        }
    };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let read = fs::read_to_string(&path).map_err(|cause| Problem::new(&file, 0, cause.to_string()));
        match read.and_then(|text| parse(&file, &text)) {
            Ok(guide) => {
                guides.insert(file, guide);
            }
            Err(problem) => problems.push(problem),
        }
    }
    guides
}

fn parse(file: &str, text: &str) -> Result<CheckedGuide, Problem> {
    let date = text.lines().find_map(|line| line.strip_prefix(CHECKED_ON)).map(str::trim);
    let checked_on = date
        .and_then(|date| date.parse().ok())
        .ok_or_else(|| Problem::new(file, 0, "no line \"# checked_on: 2026-01-31\" with a date"))?;
    let guide = toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        Problem::new(file, 1 + before.matches('\n').count() as u32, error.message())
    })?;
    Ok(CheckedGuide { guide, checked_on })
}
