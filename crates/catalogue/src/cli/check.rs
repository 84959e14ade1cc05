//! `banshi check`.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use domain::RegionTable;

use super::{import::load_mapping, regions};
use crate::{
    check::{Documents, Fault, check_snapshot, check_table},
    lint::TextLints,
    mapping::Mapping,
    papers::{self, Matters, office},
    policies,
    read::Encoding,
    snapshot::Snapshot,
};

/// The flags of `banshi check`.
#[derive(Debug, Clone, Default)]
pub struct CheckArgs {
    /// Snapshots, tables, texts, workbooks of proofs and rules, and folders or files of policies or of rules about papers.
    pub files: Vec<PathBuf>,
    /// The mapping of the tables; without one every cell is checked as words.
    pub mapping: Option<PathBuf>,
    /// The folder of regions, for tables with a mapping and workbooks of rules.
    pub regions: Option<PathBuf>,
}

/// Writes every fault as one line of JSON; exit code 0 none, 1 any, 2 wrong use.
pub fn check(args: &CheckArgs, out: &mut impl Write) -> io::Result<u8> {
    let ready = TextLints::new().map_err(|error| vec![error]).and_then(|lints| Ok((lints, mapping(args)?)));
    let (lints, mapping) = match ready {
        Ok(ready) => ready,
        Err(problems) => {
            problems.iter().try_for_each(|problem| writeln!(out, "error: {problem}"))?;
            return Ok(2);
        }
    };
    let mut written = Ok(());
    let mut faults = 0u64;
    let mut each = |fault: Fault| {
        faults += 1;
        if written.is_ok() {
            let line = serde_json::to_string(&fault).map_err(io::Error::from);
            written = line.and_then(|line| writeln!(out, "{line}"));
        }
    };
    let mut documents = Documents::new(&lints);
    let published = published(&args.files);
    for path in &args.files {
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() || path.extension().is_some_and(|ending| ending == "toml") {
            check_rules(path, &published, &mut each);
        } else if mapping.is_none() && office::is_office(path) {
            check_office(path, &file, args.regions.as_deref(), published.as_ref(), &mut each);
        } else {
            check_file(path, &file, mapping.as_ref(), &lints, &mut documents, &mut each);
        }
    }
    documents.finish(&mut each);
    written?;
    Ok(u8::from(faults > 0))
}

fn mapping(args: &CheckArgs) -> Result<Option<(Mapping, RegionTable)>, Vec<String>> {
    let Some(path) = &args.mapping else { return Ok(None) };
    let mapping = load_mapping(path)?;
    let regions = regions::known(args.regions.as_deref(), None, &mapping)?;
    Ok(Some((mapping, regions)))
}

/// The first snapshot among the files: rules are checked against its matters.
fn published(files: &[PathBuf]) -> Option<Snapshot> {
    let mut snapshots = files.iter().filter(|path| path.is_file());
    snapshots.find_map(|path| Snapshot::open(path).ok())
}

fn check_rules(path: &Path, published: &Option<Snapshot>, each: &mut dyn FnMut(Fault)) {
    if let Some(files) = papers::read(path).ok().filter(|files| policies::are_policies(files)) {
        let items = published.as_ref().map(|one| one.heads().iter().map(|head| head.code.clone()).collect());
        return policies::faults(&files, items.as_ref()).into_iter().for_each(|fault| each(fault.into()));
    }
    let matters = published.as_ref().map_or(Matters::Named, |snapshot| {
        Matters::Published(snapshot.heads().iter().map(|head| (&head.code, head.themes.as_slice())).collect())
    });
    papers::faults(path, &matters).into_iter().for_each(|fault| each(fault.into()));
}

fn check_office(
    path: &Path,
    file: &str,
    regions: Option<&Path>,
    published: Option<&Snapshot>,
    each: &mut dyn FnMut(Fault),
) {
    let known = match super::papers::known(None, regions, published) {
        Ok(known) => known,
        Err(problems) => return problems.iter().for_each(|problem| each(Fault::unreadable(file, problem.as_str()))),
    };
    match office::read(path, &known) {
        Ok(read) => read.faults.into_iter().for_each(|fault| each(Fault::of_office(fault, file))),
        Err(error) => each(Fault::unreadable(file, error.to_string())),
    }
}

fn check_file(
    path: &Path,
    file: &str,
    mapping: Option<&(Mapping, RegionTable)>,
    lints: &TextLints,
    documents: &mut Documents<'_>,
    each: &mut dyn FnMut(Fault),
) {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "txt" | "md" => match std::fs::read(path) {
            Ok(bytes) => documents.check(file, &Encoding::guess(&bytes).decode(&bytes), each),
            Err(error) => each(Fault::unreadable(file, error.to_string())),
        },
        "xlsx" | "csv" | "tsv" | "jsonl" | "ndjson" => {
            let mapping = mapping.map(|(mapping, regions)| (mapping, regions));
            if let Err(failures) = check_table(path, mapping, lints, each) {
                failures.iter().for_each(|failure| each(Fault::unreadable(file, failure.to_string())));
            }
        }
        _ => {
            let checked = Snapshot::open(path).and_then(|snapshot| check_snapshot(&snapshot, file, lints, each));
            if let Err(error) = checked {
                each(Fault::unreadable(file, error.to_string()));
            }
        }
    }
}
