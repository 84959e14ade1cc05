use std::fs;

use catalogue::{Snapshot, cli::ImportArgs, words};

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
    assert_eq!(snapshot.words(), words::load(own.lexicon.as_deref().unwrap()).unwrap());
    assert_ne!(snapshot.words(), words::builtin());
    let usual = ImportArgs { lexicon: None, ..own };
    assert_eq!(run(&usual).0, 0);
    assert_eq!(Snapshot::open(&usual.out).unwrap().words(), words::builtin());
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
