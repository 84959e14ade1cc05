use std::path::{Path, PathBuf};

use catalogue::{
    check::Documents,
    lint::{Code, TextLints},
};

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files_below(&path, found),
            false => found.push(path),
        }
    }
}

#[test]
fn no_text_that_we_ship_is_hijacked_garbled_or_cut() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let mut files = Vec::new();
    for folder in ["catalogue", "mappings"].map(|name| data.join(name)) {
        files_below(&folder, &mut files);
    }
    files.extend(["events.toml", "figures.toml"].map(|name| data.join(name)));
    let lints = TextLints::new().unwrap();
    let mut documents = Documents::new(&lints);
    let mut faults = Vec::new();
    // A table may say a thing twice, a figure of each year is its own, and a line of TOML ends as TOML ends.
    let allowed = [Code::Duplicate.name(), Code::FigureConflict.name(), Code::CutOff.name()];
    for path in &files {
        let text = std::fs::read_to_string(path).unwrap();
        let name = path.strip_prefix(&data).unwrap().to_string_lossy();
        documents.check(&name, &text, &mut |fault| faults.push(fault));
    }
    faults.retain(|fault| !allowed.contains(&fault.code));
    assert!(files.len() > 40, "only {} files", files.len());
    assert!(faults.is_empty(), "{faults:#?}");
}
