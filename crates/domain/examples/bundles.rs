//! Resolves every bundle of data/bundles over the sample guides and prints what comes out and how long it takes.
//!
//! `cargo run --release -p domain --example bundles`; figures go to docs/BENCHMARKS.md.

#![allow(clippy::unwrap_used, reason = "a program to look at figures")]

use std::{collections::BTreeMap, fs, path::PathBuf, time::Instant};

use domain::{
    Guide, Handling, ItemCode,
    bundles::{Bundle, MatterHere, Total, resolve},
    calendar::{CalendarYear, WorkCalendar},
    logic::Facts,
    papers::{self, Case, Placed, Rulebook, RulebookSource},
    place::Place,
    terms::ShownLimit,
};

const ROUNDS: usize = 200;

fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

fn files(folder: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(data().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let tables = entries.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    let read =
        |path: PathBuf| (path.file_stem().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap());
    let mut files: Vec<_> = tables.map(read).collect();
    files.sort();
    files
}

fn shown(total: &Total) -> String {
    match (total.exact(), total.most) {
        (Some(number), _) => number.to_string(),
        (None, Some(most)) => format!("{}-{most}", total.least),
        (None, None) => format!("{}+", total.least),
    }
}

/// One place, as the sample catalogue has it: a hall of the region.
fn hall() -> Vec<Place> {
    let hours = Some("工作日 9:00-12:00 13:00-16:30".into());
    vec![Place { name: "大厅".into(), kind: None, address: None, window: None, hours, phones: vec![], sample: true }]
}

fn main() {
    let mut source = RulebookSource::default();
    files("papers").iter().for_each(|(_, text)| source.add(toml::from_str(text).unwrap()));
    let book: Rulebook = source.build().unwrap();
    let years: Vec<CalendarYear> = files("calendar").iter().map(|(_, text)| toml::from_str(text).unwrap()).collect();
    let calendar = WorkCalendar::build(&years).unwrap();
    let guides: BTreeMap<ItemCode, Guide> = files("catalogue/guides")
        .into_iter()
        .map(|(code, text)| (ItemCode::parse(&code).unwrap(), toml::from_str(&text).unwrap()))
        .collect();
    let placed: BTreeMap<&ItemCode, Vec<Placed>> = guides
        .iter()
        .map(|(code, guide)| {
            let place = |name: &str| book.placer().place(name).map_or_else(Placed::nowhere, |(placed, _)| placed);
            (code, guide.materials.iter().map(|material| place(&material.name)).collect())
        })
        .collect();
    // A matter without a guide is published all the same: its place is known, and nothing else.
    let (bare, nothing) = (Guide::default(), Vec::new());
    let (facts, places) = (Facts::default(), hall());
    let case = Case { scope: &[], on: "2026-11-23".parse().unwrap(), facts: &facts };
    println!("bundle            matters  papers        days          visits        plan  exact  microseconds");
    let mut slowest = 0.0_f64;
    for (id, text) in files("bundles") {
        let bundle: Bundle = toml::from_str(&text).unwrap();
        let here: Vec<MatterHere<'_>> = bundle
            .matters()
            .map(|matter| (&matter.item, guides.get(&matter.item).unwrap_or(&bare)))
            .map(|(item, guide)| MatterHere {
                papers: papers::Matter {
                    item,
                    themes: &[],
                    materials: &guide.materials,
                    placed: placed.get(item).unwrap_or(&nothing),
                },
                limit: match guide.handling {
                    Some(Handling::Instant) => Some(ShownLimit::AT_ONCE),
                    Some(Handling::Promised) | None => guide.limits.shown(),
                },
                visits: guide.visits,
                places: &places,
            })
            .collect();
        let mut times: Vec<f64> = (0..ROUNDS)
            .map(|_| {
                let start = Instant::now();
                std::hint::black_box(resolve(&bundle, &here, &case, &book, &calendar, None).unwrap());
                start.elapsed().as_secs_f64() * 1e6
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let found = resolve(&bundle, &here, &case, &book, &calendar, None).unwrap();
        let pair =
            |totals: &domain::bundles::BeforeAfter| format!("{} > {}", shown(&totals.before), shown(&totals.after));
        println!(
            "{id:<18}{:>7}  {:<12}  {:<12}  {:<12}  {:>4}  {:<5}  {:.0}",
            bundle.matters().count(),
            pair(&found.papers),
            pair(&found.days),
            pair(&found.visits),
            found.plan.visits.len(),
            found.plan.exact,
            times[ROUNDS / 2],
        );
        slowest = slowest.max(times[ROUNDS / 2]);
    }
    println!("the slowest bundle takes {slowest:.0} microseconds (median of {ROUNDS})");
}
