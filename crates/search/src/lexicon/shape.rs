//! How a lexicon file is written.

use std::collections::BTreeMap;

use domain::Audience;
use serde::Deserialize;

/// One file of data/lexicon. Every part may be missing, but source and date may not.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// Where the knowledge comes from.
    pub source: String,
    /// When it was last checked, YYYY-MM-DD.
    pub checked_on: String,
    /// Phrases that say nothing about the matter.
    #[serde(default)]
    pub drop: Vec<String>,
    /// Single characters that say nothing at the edge of what is left.
    #[serde(default)]
    pub edges: String,
    /// Single characters that say nothing when nothing else is left.
    #[serde(default)]
    pub alone: String,
    /// Words of a dialect and the plain words that are read instead.
    #[serde(default)]
    pub say: BTreeMap<String, String>,
    /// Words between two matters.
    #[serde(default)]
    pub between: Vec<String>,
    /// Characters often typed or scanned for another.
    #[serde(default)]
    pub lookalike: BTreeMap<String, String>,
    /// Readings of words that hold a character with several.
    #[serde(default)]
    pub readings: BTreeMap<String, String>,
    /// Words that mean the same, in queries and in names.
    #[serde(default)]
    pub same: Vec<Vec<String>>,
    /// What people say and the official words for it, likeliest first.
    #[serde(default)]
    pub means: BTreeMap<String, Vec<String>>,
    /// Several ways to say one thing.
    #[serde(default)]
    pub situation: Vec<SituationShape>,
    /// Words that have a meaning together, wherever they stand in a query.
    #[serde(default)]
    pub together: Vec<TogetherShape>,
    /// Words that hint at matters without meaning them.
    #[serde(default)]
    pub hint: Vec<HintShape>,
    /// What is to be done with a matter.
    #[serde(default)]
    pub action: Vec<ActionShape>,
    /// Words that tell whom a matter is for.
    #[serde(default)]
    pub audience: Vec<AudienceShape>,
}

/// Several ways to say one thing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SituationShape {
    /// As people say it.
    pub said: Vec<String>,
    /// The official words, likeliest first.
    pub means: Vec<String>,
}

/// Words that have a meaning together. Each may be any one of several, joined by `|`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TogetherShape {
    /// The words; all of them must stand in the query.
    pub said: Vec<String>,
    /// The official words, likeliest first.
    pub means: Vec<String>,
}

/// Words that hint at matters: one alone proves little, several together tell.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HintShape {
    /// The words, with spaces between them.
    pub words: String,
    /// The official words, likeliest first.
    pub means: Vec<String>,
}

/// What is to be done with a matter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionShape {
    /// Its name in the files.
    pub id: String,
    /// How names of matters show it.
    pub names: Vec<String>,
    /// How people ask for it.
    pub said: Vec<String>,
    /// Its rank in thousandths when people ask for no action.
    pub prior: u16,
    /// Actions that often serve instead.
    #[serde(default)]
    pub near: Vec<String>,
}

/// Words that tell whom a matter is for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AudienceShape {
    /// natural or legal.
    pub id: Audience,
    /// The words.
    pub said: Vec<String>,
}
