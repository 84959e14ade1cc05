//! How well material names are placed on papers, against labels that name each only by its hash.
//! `BANSHI_REAL_DATA=… cargo run -p catalogue --example papers_blind -- LABELS.tsv [--against LABELS.tsv]… [--knew IDS.txt] [--log RUNS.md] [--show]`
//!
//! A label is `first 16 hex digits of the SHA-256 of the trimmed name <tab> papers`: ids joined by + (all) or | (any),
//! or - for none of ours. Names that stand in a file given by --against are left out: those were seen while the matcher
//! was written. --knew IDS lists the papers that could be named when the labels were written, one id a line: newer ones
//! are left out of what the matcher says; a name placed on nothing but these is counted apart when its label says none of
//! ours, and is wrong when it names another paper. --show tells every difference by name and is refused for files in a folder `blind`.

#![allow(clippy::unwrap_used, reason = "a measurement may stop")]

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    io::Write,
    path::Path,
};

use catalogue::papers;
use domain::papers::{Join, Placed, Sureness};
use sha2::{Digest, Sha256};

const NAMES: &str = "items-guangdong-2021/docs.jsonl";

fn main() {
    let Ok(data) = env::var("BANSHI_REAL_DATA") else {
        println!("not run: BANSHI_REAL_DATA names no folder");
        return;
    };
    let args: Vec<String> = env::args().skip(1).collect();
    let after =
        |flag: &str| -> Vec<&String> { args.windows(2).filter(|pair| pair[0] == flag).map(|pair| &pair[1]).collect() };
    let file = args.first().expect("LABELS.tsv");
    let show = args.iter().any(|arg| arg == "--show");
    assert!(!(show && file.contains("blind")), "blind labels are not shown");
    let seen: BTreeSet<String> = after("--against").into_iter().flat_map(|file| labels(file).into_keys()).collect();
    let knew: BTreeSet<String> = after("--knew").into_iter().flat_map(|file| ids(file)).collect();
    let names = names(&Path::new(&data).join(NAMES));
    let book = papers::builtin().rules.build().unwrap();
    let mut tally = Tally::default();
    for (hash, wanted) in labels(file) {
        if seen.contains(&hash) {
            tally.left_out += 1;
            continue;
        }
        let Some(name) = names.get(&hash) else {
            tally.unknown += 1;
            continue;
        };
        let placed = book.placer().place(name);
        let said = placed.as_ref().map_or("-".to_owned(), |(placed, _)| told(placed));
        let join = if said.contains('|') { "|" } else { "+" };
        let (_, told) = sorted(&said);
        let could: Vec<&str> = told.into_iter().filter(|id| knew.is_empty() || knew.contains(*id)).collect();
        if wanted == "-" && said != "-" && could.is_empty() {
            tally.newer += 1;
            continue;
        }
        let said = if could.is_empty() { said } else { could.join(join) };
        let shape = match sorted(&wanted) {
            (true, _) => "any".to_owned(),
            (false, ids) if ids.len() > 1 => "all".to_owned(),
            (false, ids) => {
                ids.first().and_then(|id| book.paper(id)).map_or("none", |paper| paper.kind.code()).to_owned()
            }
        };
        let kind = tally.count(&wanted, &said, placed.as_ref());
        if matches!(kind, Kind::Missed | Kind::Partly | Kind::OtherPaper) {
            *tally.lost.entry(shape).or_default() += 1;
        }
        if show && kind != Kind::Right {
            println!("{kind:?}\t{hash}\t{name}\twanted {wanted}, said {said}");
        }
    }
    let line = tally.line();
    println!("{file}: {line}");
    for log in after("--log") {
        let days = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs() as i64;
        let when = chrono::DateTime::from_timestamp(days, 0).unwrap().format("%Y-%m-%d %H:%M UTC");
        let name = Path::new(file).file_name().unwrap().to_string_lossy();
        let mut runs = fs::OpenOptions::new().append(true).create(true).open(log).unwrap();
        writeln!(runs, "| {when} | {name} | {} |", tally.row()).unwrap();
    }
}

/// What became of one label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// As labelled.
    Right,
    /// Placed on some of the papers and told that there are others; counted as wrong.
    Partly,
    /// Placed, but on other papers.
    OtherPaper,
    /// Placed, but it is none of ours.
    NoneOfOurs,
    /// Not placed, but it is one of ours.
    Missed,
}

#[derive(Default)]
struct Tally {
    kinds: BTreeMap<Kind, usize>,
    by_sureness: BTreeMap<Sureness, (usize, usize)>,
    /// What was missed or misplaced, by what it is.
    lost: BTreeMap<String, usize>,
    placed: usize,
    ours: usize,
    right: usize,
    left_out: usize,
    unknown: usize,
    /// None of ours when it was labelled, and placed on a newer paper.
    newer: usize,
}

impl Tally {
    fn count(&mut self, wanted: &str, said: &str, placed: Option<&(Placed, Sureness)>) -> Kind {
        let right = sorted(wanted) == sorted(said);
        self.ours += usize::from(wanted != "-");
        if let Some((_, sureness)) = placed {
            self.placed += 1;
            self.right += usize::from(right);
            let (of, all) = self.by_sureness.entry(*sureness).or_default();
            *of += usize::from(right);
            *all += 1;
        }
        let kind = match (right, said, wanted) {
            (true, ..) => Kind::Right,
            (_, "-", _) => Kind::Missed,
            (_, _, "-") => Kind::NoneOfOurs,
            _ if placed.is_some_and(|(placed, _)| placed.more) && is_part(said, wanted) => Kind::Partly,
            _ => Kind::OtherPaper,
        };
        *self.kinds.entry(kind).or_default() += 1;
        kind
    }

    /// The cells of the log: labels, precision, recall, remark.
    fn row(&self) -> String {
        let line = self.line();
        let (labels, rest) = line.split_once(" labels").unwrap_or((&line, ""));
        let (_, rest) = rest.split_once("precision ").unwrap_or(("", rest));
        let (precision, rest) = rest.split_once(", recall ").unwrap_or((rest, ""));
        let (recall, remark) = rest.split_once("; ").unwrap_or((rest, ""));
        format!("{labels} | {precision} | {recall} | {remark}")
    }

    fn line(&self) -> String {
        let rate = |of: usize, all: usize| of as f64 / all.max(1) as f64;
        let kinds: Vec<String> = self.kinds.iter().map(|(kind, count)| format!("{kind:?} {count}")).collect();
        let sure: Vec<String> =
            self.by_sureness.iter().map(|(kind, (of, all))| format!("{kind:?} {of}/{all}")).collect();
        format!(
            "{} labels ({} seen before and left out, {} not in the data, {} on newer papers); precision {:.3} ({}/{}), recall {:.3} ({}/{}); {}; {}; lost: {}",
            self.kinds.values().sum::<usize>(),
            self.left_out,
            self.unknown,
            self.newer,
            rate(self.right, self.placed),
            self.right,
            self.placed,
            rate(self.right, self.ours),
            self.right,
            self.ours,
            kinds.join(", "),
            sure.join(", "),
            self.lost.iter().map(|(kind, count)| format!("{kind} {count}")).collect::<Vec<_>>().join(", "),
        )
    }
}

fn told(placed: &Placed) -> String {
    let ids: BTreeSet<&str> = placed.papers.iter().map(|at| at.paper.as_str()).collect();
    let join = if placed.join == Join::Any { "|" } else { "+" };
    ids.into_iter().collect::<Vec<_>>().join(join)
}

/// The ids of a list.
fn ids(file: &str) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// Whether everything said is among what is wanted.
fn is_part(said: &str, wanted: &str) -> bool {
    let (_, wanted) = sorted(wanted);
    sorted(said).1.iter().all(|id| wanted.contains(id))
}

/// A label whose order does not matter.
fn sorted(label: &str) -> (bool, Vec<&str>) {
    let mut ids: Vec<&str> = label.split(['+', '|']).map(str::trim).collect();
    ids.sort_unstable();
    ids.dedup();
    (label.contains('|'), ids)
}

fn labels(file: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(file).unwrap();
    let rows = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    rows.filter_map(|row| row.split_once('\t')).map(|(hash, label)| (hash.trim().into(), label.trim().into())).collect()
}

/// Every material name of the data by its hash.
fn names(path: &Path) -> BTreeMap<String, String> {
    let text = fs::read_to_string(path).unwrap();
    let mut names = BTreeMap::new();
    for line in text.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let listed = match &row["material_intro"] {
            serde_json::Value::Array(list) => list.iter().filter_map(|name| name.as_str()).collect(),
            serde_json::Value::String(one) => vec![one.as_str()],
            _ => vec![],
        };
        for name in listed.into_iter().map(str::trim).filter(|name| !name.is_empty()) {
            let hash: String = Sha256::digest(name).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
            names.insert(hash, name.to_owned());
        }
    }
    names
}
