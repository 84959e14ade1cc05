//! Prints how well queries are answered and every query whose first answer is wrong.
//! Usage: quality ITEMS.tsv QUERIES.tsv [names-only]

#[path = "../tests/support/mod.rs"]
mod support;

use std::{env, fs};

use search::{Engine, Lexicon};

fn main() {
    let args: Vec<String> = env::args().collect();
    let [_, items, queries, rest @ ..] = args.as_slice() else {
        eprintln!("usage: quality ITEMS.tsv QUERIES.tsv [names-only]");
        return;
    };
    let items = fs::read_to_string(items).expect("the items can be read");
    let queries = fs::read_to_string(queries).expect("the queries can be read");
    let docs = support::read_docs(&items, !rest.is_empty());
    let cases = support::read_cases(&queries);
    let engine = Engine::build(docs.clone(), &Lexicon::builtin());
    let quality = support::measure(&engine, &docs, &cases, &mut |case, query, rank, found| {
        let first: Vec<&str> = found.iter().take(3).map(|&doc| docs[doc as usize].name.as_str()).collect();
        println!(
            "{:?} {} [{}] -> {} | wanted {}",
            rank.map(|r| r + 1),
            case.query,
            query.shown,
            first.join(", "),
            case.names.join("|")
        );
    });
    println!("{quality:?}");
}
