//! Figures of the blind set by kind; no query is printed.
//! Usage: blind ITEMS.tsv BLIND.tsv [names-only]

#[path = "../tests/support/mod.rs"]
mod support;

use std::{collections::BTreeMap, env, fs};

use search::{Engine, Lexicon};

#[derive(Default)]
struct Figures {
    cases: usize,
    at: [usize; 3],
    mrr: f64,
}

fn main() {
    let args: Vec<String> = env::args().collect();
    let [_, items, queries, rest @ ..] = args.as_slice() else {
        eprintln!("usage: blind ITEMS.tsv BLIND.tsv [names-only]");
        return;
    };
    let items = fs::read_to_string(items).expect("the items can be read");
    let lines = items.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1);
    let codes: Vec<&str> = lines.filter_map(|line| line.split('\t').next()).collect();
    let engine = Engine::build(support::read_docs(&items, !rest.is_empty()), &Lexicon::builtin());
    let queries = fs::read_to_string(queries).expect("the queries can be read");
    let mut kinds: BTreeMap<&str, Figures> = BTreeMap::new();
    for row in queries.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [query, accept, kind, ..] = cells.as_slice() else { continue };
        let hits = engine.rank(&engine.understand(query), &|_| true);
        let rank = hits.iter().take(10).position(|hit| accept.split('|').any(|code| code == codes[hit.doc as usize]));
        for name in [kind, "all"] {
            let figures = kinds.entry(name).or_default();
            figures.cases += 1;
            figures.mrr += rank.map_or(0.0, |rank| 1.0 / (rank + 1) as f64);
            for (slot, limit) in [1, 3, 10].into_iter().enumerate() {
                figures.at[slot] += usize::from(rank.is_some_and(|rank| rank < limit));
            }
        }
    }
    for (kind, f) in kinds {
        let share = |count: usize| count as f64 / f.cases as f64;
        let [one, three, ten] = f.at.map(share);
        println!("{kind:<12} {:>4}  {one:.3} {three:.3} {ten:.3}  {:.3}", f.cases, f.mrr / f.cases as f64);
    }
}
