//! What verdicts about papers are made from: rules, events and working days, read from TOML files, checked, and
//! stored in the snapshot.

mod fault;
mod files;
mod fit;
pub mod office;

use std::{path::Path, sync::LazyLock};

use bag::WorldSource;
use chrono::NaiveDate;

pub use fault::{PaperFault, faults};
pub use files::{File, read};
pub use fit::{Matters, fitting, problems};

use files::Parts;

/// What was read from files.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The parts; those that no file holds come with the program.
    pub source: WorldSource,
    /// Whether the events are from the files: then every matter that they name must be published.
    pub own_bundles: bool,
}

/// The files of data/papers, data/bundles and data/calendar, as they were when the program was built.
const BUILTIN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/papers.rs"));

/// Rules, events and working days that come with the program.
pub fn builtin() -> WorldSource {
    static SOURCE: LazyLock<WorldSource> = LazyLock::new(|| {
        let files: Vec<File> = BUILTIN.iter().map(|(name, text)| File::new(name, text)).collect();
        let (parts, _) = files::parse(&files);
        WorldSource {
            rules: parts.rules.unwrap_or_default(),
            bundles: parts.bundles,
            calendar: parts.calendar,
            data_date: NaiveDate::MIN,
        }
    });
    SOURCE.clone()
}

/// Reads the files of a folder and of the folders in it; what it does not hold comes with the program. Every problem
/// is told, but those with what is published.
pub fn load(folder: &Path) -> Result<Loaded, Vec<PaperFault>> {
    let files = read(folder).map_err(|error| vec![PaperFault::unreadable(folder, &error)])?;
    checked(&files)
}

/// Reads the folders `papers`, `bundles` and `calendar` of the project's folder `data`.
pub fn of_data(data: &Path) -> Result<Loaded, Vec<PaperFault>> {
    let mut files = Vec::new();
    for folder in ["papers", "bundles", "calendar"].map(|name| data.join(name)).iter().filter(|path| path.is_dir()) {
        files.extend(read(folder).map_err(|error| vec![PaperFault::unreadable(folder, &error)])?);
    }
    checked(&files)
}

/// What these files hold when nothing is wrong with it, else every problem with its place.
fn checked(files: &[File]) -> Result<Loaded, Vec<PaperFault>> {
    let (parts, mut faults) = files::parse(files);
    let loaded = completed(parts);
    // Files that cannot be read leave holes, and every hole looks like a mistake of the others.
    if faults.is_empty() {
        faults = problems(&loaded.source, &Matters::Named, files);
    }
    if faults.is_empty() { Ok(loaded) } else { Err(faults) }
}

/// What a folder does not hold comes with the program.
fn completed(parts: Parts) -> Loaded {
    let own = builtin();
    let own_bundles = !parts.bundles.is_empty();
    let source = WorldSource {
        bundles: if parts.bundles.is_empty() { own.bundles } else { parts.bundles },
        calendar: if parts.calendar.is_empty() { own.calendar } else { parts.calendar },
        rules: parts.rules.unwrap_or(own.rules),
        data_date: own.data_date,
    };
    Loaded { source, own_bundles }
}

#[cfg(test)]
mod tests;
