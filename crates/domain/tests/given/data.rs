//! The files of `data/`, read by the tests that hold them against the types.

use std::{fs, path::PathBuf};

use domain::papers::{Rulebook, RulebookSource};

/// The folder of what is shipped.
pub fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

/// The TOML files of a folder by their names, in order.
pub fn files(folder: &str) -> Vec<(String, String)> {
    let mut files: Vec<_> = fs::read_dir(data().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap()))
        .collect();
    files.sort();
    files
}

/// The rulebook of `data/papers`, each file with its source and date.
pub fn book() -> Rulebook {
    let mut source = RulebookSource::default();
    for (name, text) in files("papers") {
        assert!(text.contains("# source: ") && text.contains("# checked_on: "), "{name} names no source or date");
        source.add(toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}")));
    }
    source.build().unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The rows of the sample catalogue's table of items.
pub fn rows() -> Vec<Vec<String>> {
    let table = fs::read_to_string(data().join("catalogue/items.tsv")).unwrap();
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.map(|row| row.split('\t').map(String::from).collect()).collect()
}
