//! Everyday words, compiled from their TOML files for the snapshot.

use std::{fs, path::Path, sync::LazyLock};

use search::{Doc, Engine, Lexicon};

/// The words that come with the program, compiled.
pub fn builtin() -> Vec<u8> {
    static WORDS: LazyLock<Vec<u8>> = LazyLock::new(|| Lexicon::builtin().to_bytes());
    WORDS.clone()
}

/// Reads the TOML files of a folder, by name, and compiles them; every problem is told.
pub fn load(folder: &Path) -> Result<Vec<u8>, Vec<String>> {
    let files = read(folder)?;
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let lexicon = Lexicon::parse(&files);
    lexicon.map(|lexicon| lexicon.to_bytes()).map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

/// The words that a catalogue of these items has a use for: a phone carries no more.
pub(crate) fn within(words: Vec<u8>, docs: Vec<Doc>) -> Vec<u8> {
    let Ok(lexicon) = Lexicon::from_bytes(&words) else { return words };
    let engine = Engine::build(docs, &lexicon);
    lexicon.within(&engine).to_bytes()
}

/// The TOML files of a folder, each its name and its text, sorted by name.
pub(crate) fn read(folder: &Path) -> Result<Vec<(String, String)>, Vec<String>> {
    let one = |error: std::io::Error| vec![format!("{}: {error}", folder.display())];
    let mut files: Vec<(String, String)> = Vec::new();
    for entry in fs::read_dir(folder).map_err(one)? {
        let path = entry.map_err(one)?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, fs::read_to_string(&path).map_err(one)?));
        }
    }
    if files.is_empty() {
        return Err(vec![format!("{}: no .toml file", folder.display())]);
    }
    files.sort();
    Ok(files)
}
