//! Figures of a blind set by kind; no query is printed.
//! Usage: blind ITEMS.tsv BLIND.tsv [names-only]

#[path = "../tests/support/mod.rs"]
mod support;

use std::{collections::BTreeMap, env, fs};

use search::Engine;
use support::Quality;

fn main() {
    let args: Vec<String> = env::args().collect();
    let [_, items, queries, rest @ ..] = args.as_slice() else {
        eprintln!("usage: blind ITEMS.tsv BLIND.tsv [names-only]");
        return;
    };
    let items = fs::read_to_string(items).expect("the items can be read");
    let codes = support::read_codes(&items);
    let engine = Engine::build(support::read_docs(&items, !rest.is_empty()), &support::read_lexicon());
    let queries = fs::read_to_string(queries).expect("the queries can be read");
    let mut kinds: BTreeMap<String, Quality> = BTreeMap::new();
    for case in support::read_cases(&queries) {
        let (rank, ..) = support::ask(&engine, &codes, &case);
        for kind in [case.kind.as_str(), "all"] {
            kinds.entry(kind.to_owned()).or_default().add(rank);
        }
    }
    for (kind, quality) in kinds {
        println!("{kind:<12} {quality}");
    }
}
