//! Our words lent to a peer: for every phrase of the lexicon in a query, its equals and what it means.

use std::{collections::HashMap, fs, path::Path};

use anyhow::{Context, Result};
use serde_json::Value;

/// Longest phrase that is looked up, in characters.
const LONGEST: usize = 16;

/// Other words by phrase.
pub struct Words(HashMap<String, Vec<String>>);

impl Words {
    /// Reads `same`, `means` and `situation` of all lexicon files.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut words: HashMap<String, Vec<String>> = HashMap::new();
        let mut add = |said: &str, more: &[String]| words.entry(said.into()).or_default().extend_from_slice(more);
        for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            if path.extension().is_none_or(|ending| ending != "toml") {
                continue;
            }
            let file: Value =
                toml::from_str(&fs::read_to_string(&path)?).with_context(|| path.display().to_string())?;
            for group in file["same"].as_array().into_iter().flatten() {
                let group = texts(group);
                group.iter().for_each(|word| add(word, &group));
            }
            for (said, means) in file["means"].as_object().into_iter().flatten() {
                add(said, &texts(means));
            }
            for situation in file["situation"].as_array().into_iter().flatten() {
                let means = texts(&situation["means"]);
                texts(&situation["said"]).iter().for_each(|said| add(said, &means));
            }
        }
        Ok(Self(words))
    }

    /// What may be said instead of the phrases in a text, the longest phrase first at each place.
    pub fn of(&self, text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let (mut at, mut found) = (0, Vec::new());
        while at < chars.len() {
            let lengths = (1..=LONGEST.min(chars.len() - at)).rev();
            let phrase = lengths.map(|n| chars[at..at + n].iter().collect::<String>()).find(|p| self.0.contains_key(p));
            at += phrase.as_ref().map_or(1, |phrase| phrase.chars().count());
            found.extend(phrase.into_iter().flat_map(|phrase| self.0[&phrase].clone()));
        }
        found
    }
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
