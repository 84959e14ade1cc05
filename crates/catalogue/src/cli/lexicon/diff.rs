//! What an edit of the words changes in the answers to known queries.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use search::{Engine, Lexicon};
use serde::Serialize;

use super::{
    engine,
    known::{self, Known},
    refuse,
};
use crate::{snapshot::Snapshot, words};

/// How far down an answer still counts as found.
const FOUND: usize = 10;
/// How many answers are shown.
const SHOWN: usize = 3;

/// The flags of `banshi lexicon diff`.
#[derive(Debug, Clone, Default)]
pub struct LexiconDiffArgs {
    /// The folder of words before the edit.
    pub old: PathBuf,
    /// The folder of words after it.
    pub new: PathBuf,
    /// The snapshot that is searched.
    pub snapshot: PathBuf,
    /// Files of queries; none means those in the folder `queries` beside the new words.
    pub queries: Vec<PathBuf>,
}

/// The account in the last line.
#[derive(Debug, Default, Serialize)]
struct Account {
    queries: usize,
    better: usize,
    worse: usize,
    moved: usize,
    same: usize,
}

/// Writes every query whose first three answers changed, and the account as JSON in the last line.
/// Exit code 0 when no query got worse, 1 when one did, 2 when something cannot be read.
pub fn lexicon_diff(args: &LexiconDiffArgs, out: &mut impl Write) -> io::Result<u8> {
    let ready = lexicon(&args.old).and_then(|old| Ok((old, lexicon(&args.new)?, queries(args)?)));
    let (old, new, queries) = match ready {
        Ok(ready) => ready,
        Err(errors) => return refuse(out, &errors),
    };
    let engines = engine(&args.snapshot, &old).and_then(|(_, old)| Ok((old, engine(&args.snapshot, &new)?)));
    let (old, (snapshot, new)) = match engines {
        Ok(engines) => engines,
        Err(error) => return refuse(out, &[error]),
    };
    let mut account = Account { queries: queries.len(), ..Account::default() };
    for known in &queries {
        let (before, after) = (answers(&old, known), answers(&new, known));
        let ranks = [&before, &after].map(|found| rank(&snapshot, &new, found, known));
        let shown = |found: &[u32]| found.iter().take(SHOWN).copied().collect::<Vec<u32>>();
        let word = match ranks {
            [was, is] if was == is && shown(&before) == shown(&after) => {
                account.same += 1;
                continue;
            }
            [was, is] if is.unwrap_or(FOUND) < was.unwrap_or(FOUND) => {
                account.better += 1;
                "better"
            }
            [was, is] if is.unwrap_or(FOUND) > was.unwrap_or(FOUND) => {
                account.worse += 1;
                "worse"
            }
            _ => {
                account.moved += 1;
                "moved"
            }
        };
        let place = |rank: Option<usize>| rank.map_or("-".to_owned(), |rank| (rank + 1).to_string());
        writeln!(out, "{word}\t{}\t{} -> {}", known.query, place(ranks[0]), place(ranks[1]))?;
        writeln!(out, "\tbefore: {}", names(&snapshot, &shown(&before)))?;
        writeln!(out, "\tafter:  {}", names(&snapshot, &shown(&after)))?;
    }
    writeln!(out, "{}", serde_json::to_string(&account)?)?;
    Ok(u8::from(account.worse > 0))
}

fn lexicon(folder: &Path) -> Result<Lexicon, Vec<String>> {
    let files = words::read(folder)?;
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let told = |problem: search::LexiconProblem| format!("{}: {problem}", folder.display());
    Lexicon::parse(&files).map_err(|problems| problems.into_iter().map(told).collect())
}

fn queries(args: &LexiconDiffArgs) -> Result<Vec<Known>, Vec<String>> {
    let mut files = args.queries.clone();
    if files.is_empty() {
        let beside = args.new.join("../queries");
        let told = |error: io::Error| vec![format!("{}: {error}; name files with --queries", beside.display())];
        let entries: Result<Vec<_>, _> = std::fs::read_dir(&beside).map_err(told)?.collect();
        files.extend(entries.map_err(told)?.into_iter().map(|entry| entry.path()));
        files.retain(|path| path.extension().is_some_and(|ending| ending == "tsv"));
        files.sort();
    }
    known::read(&files)
}

/// The first answers, near-duplicates under the first of them.
fn answers(engine: &Engine, known: &Known) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::new();
    for hit in engine.rank(&engine.understand(&known.query), &|_| true) {
        if found.iter().all(|&other| engine.same(other) != engine.same(hit.doc)) {
            found.push(hit.doc);
        }
        if found.len() == FOUND {
            break;
        }
    }
    found
}

/// Where the first right answer stands; none without codes.
fn rank(snapshot: &Snapshot, engine: &Engine, found: &[u32], known: &Known) -> Option<usize> {
    let is_right = |doc: u32| {
        let head = &snapshot.heads()[doc as usize];
        known.accept.iter().any(|code| *code == head.code.as_str() || *code == head.source_code)
    };
    found.iter().position(|&doc| {
        let all = 0..snapshot.heads().len() as u32;
        is_right(doc) || all.filter(|&other| engine.same(other) == engine.same(doc)).any(is_right)
    })
}

fn names(snapshot: &Snapshot, docs: &[u32]) -> String {
    let names: Vec<&str> = docs.iter().map(|&doc| snapshot.heads()[doc as usize].name.as_str()).collect();
    if names.is_empty() { "-".into() } else { names.join(" | ") }
}
