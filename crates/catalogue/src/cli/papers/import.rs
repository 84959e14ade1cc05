//! `banshi papers import`.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    check::Fault,
    papers::{
        self,
        office::{self, Known, Office},
    },
    regions,
    snapshot::Snapshot,
};

/// The flags of `banshi papers import`.
#[derive(Debug, Clone)]
pub struct PapersImportArgs {
    /// The workbook.
    pub file: PathBuf,
    /// The folder of rules to write.
    pub out: PathBuf,
    /// A folder of rules to add to, when not those that come with the program.
    pub base: Option<PathBuf>,
    /// The annotated workbook to write.
    pub report: Option<PathBuf>,
    /// The folder of regions.
    pub regions: Option<PathBuf>,
    /// A snapshot with the matters and regions that rules may name.
    pub snapshot: Option<PathBuf>,
    /// The day that is written into the rules.
    pub date: NaiveDate,
}

/// How the import went.
#[derive(Serialize)]
struct Account {
    proofs: usize,
    rules: usize,
    problems: usize,
    written: Option<String>,
}

/// Reads the workbook and writes the folder; every problem is one line of JSON, the account the last line. Exit code 0
/// written, 2 nothing written.
pub fn papers_import(args: &PapersImportArgs, out: &mut impl Write) -> io::Result<u8> {
    match try_import(args) {
        Ok((office, written)) => {
            let file = args.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            for fault in &office.faults {
                writeln!(out, "{}", serde_json::to_string(&Fault::of_office(fault.clone(), &file))?)?;
            }
            let (proofs, rules, problems) = (office.proofs, office.rules, office.faults.len());
            let code = if written.is_some() { 0 } else { 2 };
            writeln!(out, "{}", serde_json::to_string(&Account { proofs, rules, problems, written })?)?;
            Ok(code)
        }
        Err(problems) => {
            problems.iter().try_for_each(|problem| writeln!(out, "error: {problem}"))?;
            Ok(2)
        }
    }
}

fn try_import(args: &PapersImportArgs) -> Result<(Office, Option<String>), Vec<String>> {
    let one = |error: String| vec![error];
    let snapshot = args.snapshot.as_deref().map(Snapshot::open).transpose().map_err(|error| one(error.to_string()))?;
    let known = known(args.base.as_deref(), args.regions.as_deref(), snapshot.as_ref())?;
    let office = office::read(&args.file, &known).map_err(|error| one(error.to_string()))?;
    if let Some(report) = &args.report {
        office::annotate(&args.file, &office, report).map_err(|error| one(error.to_string()))?;
    }
    if !office.is_usable() {
        return Ok((office, None));
    }
    let file = args.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let text = office::text(&office.source, &file, &args.date.to_string()).map_err(|error| one(error.to_string()))?;
    let path = args.out.join(office::FILE);
    let others = others(&args.out).map_err(|error| one(format!("{}: {error}", args.out.display())))?;
    if let Some(other) = others.first() {
        let why = "holds rules already; two files would say everything twice, so choose an empty folder";
        return Err(one(format!("{}: {other} {why}", args.out.display())));
    }
    let written = fs::create_dir_all(&args.out).and_then(|()| fs::write(&path, text));
    written.map_err(|error| one(format!("{}: {error}", path.display())))?;
    Ok((office, Some(path.display().to_string())))
}

/// The rulebook to add to, and the regions and matters that rules may name.
pub(in crate::cli) fn known(
    base: Option<&Path>,
    regions: Option<&Path>,
    snapshot: Option<&Snapshot>,
) -> Result<Known, Vec<String>> {
    let told = |faults: Vec<papers::PaperFault>| faults.iter().map(ToString::to_string).collect::<Vec<_>>();
    let source = match base {
        Some(folder) => papers::load(folder).map_err(told)?.source,
        None => papers::builtin(),
    };
    let mut known =
        Known::new(source.rules).map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    known.regions = match (regions, snapshot) {
        (Some(folder), _) => Some(
            regions::load(folder).map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?,
        ),
        (None, Some(snapshot)) => Some(snapshot.regions().clone()),
        (None, None) => None,
    };
    known.matters =
        snapshot.map(|snapshot| snapshot.heads().iter().map(|head| (head.code.clone(), head.themes.clone())).collect());
    Ok(known)
}

/// Other files of rules in the folder.
fn others(folder: &Path) -> io::Result<Vec<String>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let files = papers::read(folder)?;
    let is_rules =
        |text: &str| ["[[rule]]", "[[paper]]", "[[proof]]", "[placing]"].iter().any(|key| text.contains(key));
    let others = files.into_iter().filter(|file| file.name != office::FILE && is_rules(&file.text));
    Ok(others.map(|file| file.name).collect())
}
