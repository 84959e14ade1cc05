//! How well short and everyday names find another province's official names, which have neither plain names nor
//! aliases. The floors may only rise; the items themselves are not in the project.

use catalogue::{cli::ImportArgs, snapshot::Snapshot};
use search::{Engine, Lexicon};

use crate::support::*;

/// Where the first right answer stands among ten; near-duplicates stand under the first of them, as on the page.
fn rank(engine: &Engine, codes: &[&str], query: &str, accepted: &[&str]) -> Option<usize> {
    let mut found: Vec<u32> = Vec::new();
    for hit in engine.rank(&engine.understand(query), &|_| true) {
        let same = engine.same(hit.doc);
        if !found.contains(&same) {
            found.push(same);
        }
        if found.len() == 10 {
            break;
        }
    }
    let right: Vec<u32> = (0..codes.len() as u32)
        .filter(|&doc| accepted.contains(&codes[doc as usize]))
        .map(|doc| engine.same(doc))
        .collect();
    assert!(!right.is_empty(), "{query}: no item has any of {accepted:?}");
    found.iter().position(|doc| right.contains(doc))
}

#[test]
fn everyday_names_find_another_provinces_official_ones() {
    let Some(real) = real_data() else { return };
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.snapshot");
    let args = ImportArgs {
        files: vec![real.join("items-guangdong-2021/docs.jsonl")],
        mapping: "guangdong-2021".into(),
        out: out.clone(),
        ..ImportArgs::default()
    };
    assert_eq!(run(&args).0, 0);
    let snapshot = Snapshot::open(&out).unwrap();
    let heads = snapshot.heads();
    let engine = Engine::build(heads.iter().map(|head| head.doc()).collect(), &Lexicon::builtin());
    let codes: Vec<&str> = heads.iter().map(|head| head.source_code.as_str()).collect();
    // hit@1, hit@3, hit@10 in thousandths.
    for (file, floors) in FLOORS {
        let text = std::fs::read_to_string(queries().join(file)).unwrap();
        let rows: Vec<Vec<&str>> =
            text.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| line.split('\t').collect()).collect();
        let ranks: Vec<Option<usize>> =
            rows.iter().map(|row| rank(&engine, &codes, row[0], &row[1].split('|').collect::<Vec<_>>())).collect();
        let share =
            |most: usize| ranks.iter().filter(|rank| rank.is_some_and(|rank| rank < most)).count() * 1000 / ranks.len();
        let shares = [1, 3, 10].map(share);
        println!("{file}: {} queries, {shares:?}", ranks.len());
        assert!(shares.iter().zip(floors).all(|(share, floor)| share >= floor), "{file}: {shares:?} below {floors:?}");
    }
}

const FLOORS: &[(&str, [usize; 3])] = &[
    ("aliases-guangdong.tsv", [967, 985, 990]),
    ("aliases-guangdong-2.tsv", [885, 932, 940]),
    ("aliases-guangdong-3.tsv", [915, 972, 992]),
];

fn queries() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/queries")
}
