//! A step whose inputs have not changed since it last succeeded is not done again.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::places::Places;

/// What a step depends on, as one running hash.
pub struct Inputs(Sha256);

impl Inputs {
    /// Starts with words that name the step's own way of working: flags, versions.
    pub fn of(words: &[&str]) -> Self {
        words.iter().fold(Self(Sha256::new()), |inputs, word| inputs.word(word))
    }

    /// Adds one more word.
    pub fn word(mut self, word: &str) -> Self {
        self.0.update(word.as_bytes());
        self.0.update([0]);
        self
    }

    /// Adds a file, or a folder with all below it. What does not exist counts as empty.
    pub fn add(mut self, path: &Path) -> Result<Self> {
        for file in files_below(path)? {
            self.0.update(file.to_string_lossy().as_bytes());
            self.0.update([0]);
            self.0.update(fs::read(&file).with_context(|| file.display().to_string())?);
        }
        Ok(self)
    }

    /// The hash in hexadecimal.
    pub fn hex(self) -> String {
        hex(&self.0.finalize())
    }
}

/// The mark of one step.
pub struct Stamp {
    file: PathBuf,
    value: String,
}

impl Stamp {
    /// The mark that the step called `name` leaves after working on these inputs.
    pub fn new(places: &Places, name: &str, inputs: Inputs) -> Self {
        Self { file: places.stamps().join(name), value: inputs.hex() }
    }

    /// Whether the step was done on these inputs and what it made is still there.
    pub fn is_fresh(&self, made: &[&Path]) -> bool {
        made.iter().all(|path| path.exists()) && fs::read_to_string(&self.file).is_ok_and(|old| old == self.value)
    }

    /// Marks the step as done.
    pub fn set(&self) -> Result<()> {
        if let Some(dir) = self.file.parent() {
            fs::create_dir_all(dir)?;
        }
        fs::write(&self.file, &self.value).with_context(|| self.file.display().to_string())
    }
}

/// Bytes as hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Sixteen digits that change with the content: the part of a file name that makes it immutable.
pub fn short_hash(content: &[u8]) -> String {
    hex(&Sha256::digest(content)[..8])
}

/// Every file at or below a path in a fixed order, leaving out what is made and not written.
pub fn files_below(path: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    collect(path, &mut found).with_context(|| path.display().to_string())?;
    found.sort();
    Ok(found)
}

fn collect(path: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if path.is_file() {
        found.push(path.to_owned());
    } else if path.is_dir() {
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            let made = ["target", "node_modules", ".git", "dist"];
            if !made.iter().any(|name| entry.file_name() == *name) {
                collect(&entry.path(), found)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_changes_with_words_and_files_and_nothing_else() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let hash = |words: &[&str]| Inputs::of(words).add(&here).unwrap().hex();
        assert_eq!(hash(&["a"]), hash(&["a"]));
        assert_ne!(hash(&["a"]), hash(&["b"]));
        assert_ne!(hash(&["a"]), Inputs::of(&["a"]).hex());
        assert_ne!(hash(&["ab"]), hash(&["a", "b"]));
    }

    #[test]
    fn a_short_hash_is_sixteen_digits() {
        assert_eq!(short_hash(b""), "e3b0c44298fc1c14");
    }
}
