//! How well queries are answered, by kind, and every query whose first answer is wrong.
//! `within` leaves out the words that these items have no use for, as an import does.
//! Usage: quality ITEMS.tsv [within] [names-only] [even|odd] [quiet] QUERIES.tsv…
//! `even` and `odd` ask half of each file: words are added with one half in sight, the other tells
//! how far they reach.

#[path = "../tests/support/mod.rs"]
mod support;

use std::{collections::BTreeMap, env, fs};

use search::Engine;
use support::Quality;

fn main() {
    let mut args: Vec<String> = env::args().skip(1).collect();
    let mut flag = |name: &str| {
        let before = args.len();
        args.retain(|arg| arg != name);
        args.len() < before
    };
    let (names_only, quiet, even, odd) = (flag("names-only"), flag("quiet"), flag("even"), flag("odd"));
    let within = flag("within");
    let [items, files @ ..] = args.as_slice() else {
        eprintln!("usage: quality ITEMS.tsv [names-only] [even|odd] [quiet] QUERIES.tsv…");
        return;
    };
    let items = fs::read_to_string(items).expect("the items can be read");
    let docs = support::read_docs(&items, names_only);
    let codes = support::read_codes(&items);
    let mut engine = Engine::build(docs.clone(), &support::read_lexicon());
    if within {
        engine = Engine::build(docs.clone(), &support::read_lexicon().within(&engine));
    }
    for file in files {
        let text = fs::read_to_string(file).expect("the queries can be read");
        let mut kinds: BTreeMap<String, Quality> = BTreeMap::new();
        for (number, case) in support::read_cases(&text).into_iter().enumerate() {
            if even && number % 2 == 1 || odd && number % 2 == 0 {
                continue;
            }
            let (rank, query, found) = support::ask(&engine, &codes, &case);
            for name in [case.kind.as_str(), "all"] {
                kinds.entry(name.to_owned()).or_default().add(rank);
            }
            if rank != Some(0) && !quiet {
                let first: Vec<&str> = found.iter().take(3).map(|&doc| docs[doc as usize].name.as_str()).collect();
                let wanted = case.codes.join("|");
                println!(
                    "{:?} {} [{}] -> {} | wanted {wanted}",
                    rank.map(|r| r + 1),
                    case.query,
                    query.shown,
                    first.join(", ")
                );
            }
        }
        println!("{file}\n{:<12} {:>5} {:>6} {:>6} {:>6} {:>6}", "kind", "n", "hit@1", "hit@3", "hit@10", "MRR");
        for (kind, quality) in kinds {
            println!("{kind:<12} {quality}");
        }
    }
}
