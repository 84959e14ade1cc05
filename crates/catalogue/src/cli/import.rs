//! `banshi import`.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use chrono::{FixedOffset, NaiveDate, NaiveTime};
use domain::{Item, Publication};

use super::regions;
use crate::{
    import::{
        Job, Problem, Sink, Summary,
        run::{FileRows, bind, run},
    },
    mapping::{Mapping, find_builtin},
    papers, policies, report,
    snapshot::{BuildMeta, Snapshot, SnapshotBuilder, Source},
    words,
};

/// The flags of `banshi import`.
#[derive(Debug, Clone, Default)]
pub struct ImportArgs {
    /// The files.
    pub files: Vec<PathBuf>,
    /// The mapping file, or the name of one that comes with the program.
    pub mapping: PathBuf,
    /// The snapshot to write.
    pub out: PathBuf,
    /// The snapshot to change.
    pub base: Option<PathBuf>,
    /// The folder of regions.
    pub regions: Option<PathBuf>,
    /// The folder of everyday words, when they are not those that come with the program.
    pub lexicon: Option<PathBuf>,
    /// The folder of rules about papers, events and working days, when they are not those that come with the program.
    pub papers: Option<PathBuf>,
    /// The folder of policies, when they are not those that come with the program.
    pub policies: Option<PathBuf>,
    /// The annotated workbook to write.
    pub report: Option<PathBuf>,
    /// The date of the data, when it is another than the mapping's.
    pub date: Option<NaiveDate>,
    /// Who approved the data, when the mapping does not say.
    pub approver: Option<String>,
}

/// Imports files into a snapshot. The last line is the account as JSON; exit code 0 written, 2 nothing written.
pub fn import(args: &ImportArgs, out: &mut impl Write) -> io::Result<u8> {
    match try_import(args) {
        Ok(summary) => {
            writeln!(out, "{}", serde_json::to_string(&summary)?)?;
            Ok(0)
        }
        Err(problems) => {
            problems.iter().try_for_each(|problem| writeln!(out, "error: {problem}"))?;
            Ok(2)
        }
    }
}

/// Reads a mapping file, or one that comes with the program by its name.
pub(super) fn load_mapping(path: &Path) -> Result<Mapping, Vec<String>> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => match path.to_str().and_then(find_builtin) {
            Some(text) => text.to_owned(),
            None => return Err(vec![format!("{}: {error}", path.display())]),
        },
    };
    let place = |problem| format!("{}: {problem}", path.display());
    Mapping::parse(&text).map_err(|problems| problems.into_iter().map(place).collect())
}

fn try_import(args: &ImportArgs) -> Result<Summary, Vec<String>> {
    let one = |error: String| vec![error];
    let mapping = load_mapping(&args.mapping)?;
    let base = match &args.base {
        Some(path) => Some(Snapshot::open(path).map_err(|error| one(error.to_string()))?),
        None => None,
    };
    let regions = regions::known(args.regions.as_deref(), base.as_ref(), &mapping)?;
    let words = args.lexicon.as_deref().map(words::load).transpose()?;
    let of_folder = args.papers.as_deref().map(papers::load).transpose();
    let of_folder = of_folder.map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let policies = args.policies.as_deref().map(policies::load).transpose();
    let policies = policies.map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let date = args.date.unwrap_or(mapping.data_date);
    let job = Job {
        files: &args.files,
        mapping: &mapping,
        regions: &regions,
        base: base.as_ref(),
        date,
        approver: args.approver.as_deref().or(mapping.approver.as_deref()),
    };
    let mut sink = Building(SnapshotBuilder::new(regions.clone(), meta(date).map_err(one)?));
    let mut kept: Vec<Problem> = Vec::new();
    let mut keep = |problem| kept.push(problem);
    let told: &mut dyn FnMut(Problem) = &mut keep;
    let on_problem = args.report.is_some().then_some(told);
    let messages = |failures: Vec<_>| failures.iter().map(crate::import::Failure::to_string).collect::<Vec<_>>();
    let (summary, files) = run(&job, &mut sink, on_problem).map_err(messages)?;
    if let Some(path) = &args.report {
        let tables = bind(&args.files, &mapping).map_err(messages)?;
        report::write(path, &tables, &kept, &summary).map_err(|error| one(error.to_string()))?;
    }
    if summary.items == 0 {
        return Err(one(format!("no row of {} could be imported", summary.rows)));
    }
    let mut builder = sink.0;
    words.into_iter().for_each(|words| builder.set_words(words));
    match (of_folder, base.as_ref().and_then(Snapshot::papers_source)) {
        (Some(papers), _) => builder.set_papers(papers),
        (None, Some(papers)) => builder.keep_papers(papers),
        (None, None) => {}
    }
    match (policies, &base) {
        (Some(set), _) => builder.set_policies(set.parts),
        (None, Some(base)) => builder.set_policies(base.book().clone().into_parts()),
        (None, None) => {}
    }
    builder.set_sources(sources(base.as_ref(), files, date));
    builder.write(&args.out).map_err(|error| one(error.to_string()))?;
    Ok(summary)
}

/// The day of the data in Chinese time, and no clock: the same files make the same bytes.
fn meta(date: NaiveDate) -> Result<BuildMeta, String> {
    let zone = FixedOffset::east_opt(8 * 3600).ok_or("no Chinese time")?;
    let midnight = date.and_time(NaiveTime::MIN).and_local_timezone(zone).single().ok_or("no such day")?;
    Ok(BuildMeta { data_date: date, built_at: midnight, sources: Vec::new() })
}

struct Building(SnapshotBuilder);

impl Sink for Building {
    fn item(&mut self, item: Item) -> Result<(), String> {
        self.0.add_item(item);
        Ok(())
    }

    fn publication(&mut self, publication: Publication) -> Result<(), String> {
        self.0.add_publication(publication);
        Ok(())
    }
}

fn sources(base: Option<&Snapshot>, files: Vec<FileRows>, date: NaiveDate) -> Vec<Source> {
    let mut sources: Vec<Source> = base.map(|base| base.meta().sources.clone()).unwrap_or_default();
    for FileRows { file, rows } in files {
        sources.retain(|source| source.file != file);
        sources.push(Source { file, rows, date: Some(date) });
    }
    sources
}
