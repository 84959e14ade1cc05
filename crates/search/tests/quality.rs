//! How well queries are answered on the sample catalogue. The floors may only rise.

mod support;

use search::{Engine, Lexicon};
use support::{Quality, ask, project_file, read_cases, read_codes, read_docs};

/// Floors in thousandths: hit@1, hit@3, hit@10, MRR.
fn check(queries: &str, names_only: bool, floors: [usize; 4]) {
    let items = project_file("data/catalogue/items.tsv");
    let (docs, codes) = (read_docs(&items, names_only), read_codes(&items));
    let cases = read_cases(&project_file(queries));
    let engine = Engine::build(docs, &Lexicon::builtin());
    let mut quality = Quality::default();
    let mut missed = Vec::new();
    for case in &cases {
        for code in &case.codes {
            assert!(codes.contains(code), "{queries}: {} wants {code}, which no item has", case.query);
        }
        let (rank, ..) = ask(&engine, &codes, case);
        quality.add(rank);
        if rank != Some(0) {
            missed.push((case.query.as_str(), rank));
        }
    }
    println!("{queries} names only: {names_only}: {quality}");
    assert!(quality.thousandths().iter().zip(floors).all(|(have, floor)| *have >= floor), "{quality} {missed:?}");
}

#[test]
fn everyday_queries_find_their_matter() {
    check("data/queries/everyday.tsv", false, [970, 998, 998, 983]);
}

#[test]
fn everyday_queries_find_their_matter_by_official_names_alone() {
    check("data/queries/everyday.tsv", true, [948, 988, 994, 968]);
}

#[test]
fn people_of_all_walks_find_their_matter() {
    assert!(read_cases(&project_file("data/queries/people.tsv")).len() >= 1000);
    check("data/queries/people.tsv", false, [917, 986, 996, 951]);
}

#[test]
fn rarer_matters_are_found_too() {
    check("data/queries/aliases.tsv", false, [930, 970, 988, 954]);
    check("data/queries/aliases.tsv", true, [897, 972, 990, 935]);
}

#[test]
fn words_that_avoid_every_official_one_lead_there_too() {
    check("data/queries/hard.tsv", false, [735, 860, 935, 806]);
}

#[test]
fn a_slip_hides_no_matter() {
    check("data/queries/typos.tsv", false, [962, 990, 998, 976]);
}
