use std::fs;

use catalogue::{Snapshot, cli::ImportArgs, words};
use search::{Engine, Lexicon};

use crate::support::*;

const WORDS: &str = "source = \"a clerk\"\nchecked_on = \"2026-11-22\"\nsame = [[\"户口\", \"户籍\"]]\n";

fn args(folder: &std::path::Path, words: &str) -> ImportArgs {
    let lexicon = folder.join("lexicon");
    fs::create_dir_all(&lexicon).unwrap();
    fs::write(lexicon.join("own.toml"), words).unwrap();
    fs::write(lexicon.join("README.md"), "not words").unwrap();
    ImportArgs {
        files: vec![fixture("province.jsonl")],
        mapping: province(folder),
        out: folder.join("a.snapshot"),
        lexicon: Some(lexicon),
        ..ImportArgs::default()
    }
}

#[test]
fn a_snapshot_carries_the_words_of_the_folder_or_else_those_of_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let own = args(folder.path(), WORDS);
    assert_eq!(run(&own).0, 0);
    let snapshot = Snapshot::open(&own.out).unwrap();
    let own_words = snapshot.words().to_vec();
    assert!(own_words.len() <= words::load(own.lexicon.as_deref().unwrap()).unwrap().len());
    let usual = ImportArgs { lexicon: None, ..own };
    assert_eq!(run(&usual).0, 0);
    assert!(Snapshot::open(&usual.out).unwrap().words().len() > own_words.len());
}

#[test]
fn a_snapshot_carries_no_words_that_its_items_have_no_use_for() {
    let folder = tempfile::tempdir().unwrap();
    let usual = ImportArgs { lexicon: None, ..args(folder.path(), WORDS) };
    assert_eq!(run(&usual).0, 0);
    let snapshot = Snapshot::open(&usual.out).unwrap();
    assert!(snapshot.words().len() * 2 < words::builtin().len());
    let words = Lexicon::from_bytes(snapshot.words()).unwrap();
    let docs = || snapshot.heads().iter().map(|head| head.doc()).collect();
    let (whole, within) = (Engine::build(docs(), &Lexicon::builtin()), Engine::build(docs(), &words));
    for head in snapshot.heads() {
        let first = |engine: &Engine| engine.rank(&engine.understand(&head.name), &|_| true).first().map(|hit| hit.doc);
        assert_eq!(first(&whole), first(&within), "{}", head.name);
    }
}

#[test]
fn faulty_words_are_told_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let faulty = args(folder.path(), &format!("{WORDS}[means]\n\"下岗\" = []\n"));
    let (code, _, text) = run(&faulty);
    assert_eq!(code, 2);
    assert!(text.contains("own.toml: \"下岗\" is given no meaning"), "{text}");
    assert!(!faulty.out.exists());
    let nowhere = ImportArgs { lexicon: Some(folder.path().join("nowhere")), ..faulty };
    assert_eq!(run(&nowhere).0, 2);
}
