//! How well everyday queries are answered on the sample catalogue. The floors may only rise.

mod support;

use search::{Engine, Lexicon};
use support::{measure, project_file, read_cases, read_docs};

fn check(queries: &str, names_only: bool, floors: [usize; 4]) {
    let docs = read_docs(&project_file("data/catalogue/items.tsv"), names_only);
    let cases = read_cases(&project_file(queries));
    let names: Vec<&str> = docs.iter().map(|doc| doc.name.as_str()).collect();
    for case in &cases {
        for name in &case.names {
            assert!(names.contains(&name.as_str()), "{queries}: {} wants {name}, which no item has", case.query);
        }
    }
    let engine = Engine::build(docs.clone(), &Lexicon::builtin());
    let mut missed = Vec::new();
    let quality = measure(&engine, &docs, &cases, &mut |case, _, rank, _| missed.push((case.query.clone(), rank)));
    println!("{queries} names only: {names_only}: {quality:?}");
    let reached = [quality.hit1, quality.hit3, quality.hit10, quality.mrr];
    assert!(reached.iter().zip(floors).all(|(have, floor)| *have >= floor), "{quality:?} {missed:?}");
}

#[test]
fn everyday_queries_find_their_matter() {
    assert!(read_cases(&project_file("data/queries/everyday.tsv")).len() >= 300);
    check("data/queries/everyday.tsv", false, [955, 995, 995, 975]);
}

#[test]
fn everyday_queries_find_their_matter_by_official_names_alone() {
    check("data/queries/everyday.tsv", true, [935, 980, 990, 955]);
}

#[test]
fn rarer_matters_are_found_too() {
    check("data/queries/aliases.tsv", false, [885, 945, 965, 920]);
    check("data/queries/aliases.tsv", true, [865, 930, 970, 900]);
}
