//! The life events name only matters that exist, and each leads to a whole guide.

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    path::Path,
};

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    events: Vec<Event>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    id: String,
    title: String,
    question: String,
    /// Whether the home page shows it.
    #[serde(default)]
    at_home: bool,
    items: Vec<String>,
}

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn events() -> Vec<Event> {
    let file: File = toml::from_str(&read("events.toml")).expect("events.toml has its shape");
    file.events
}

/// Every code of the catalogue, and whether it has a whole guide.
fn codes() -> BTreeMap<String, bool> {
    let text = read("catalogue/items.tsv");
    let rows = text.lines().skip(1).filter_map(|row| row.split_once('\t').map(|(code, rest)| (code.to_owned(), rest)));
    rows.map(|(code, rest)| (code, rest.ends_with(".toml"))).collect()
}

#[test]
fn every_event_names_matters_that_exist_each_once() {
    let codes = codes();
    let mut ids = HashSet::new();
    let mut problems = Vec::new();
    for event in events() {
        let mut seen = HashSet::new();
        let wrong = event.items.iter().filter(|code| !codes.contains_key(*code) || !seen.insert(*code));
        problems.extend(wrong.map(|code| format!("{}: {code} is unknown or stands twice", event.id)));
        if !(3..=12).contains(&event.items.len()) {
            problems.push(format!("{}: {} matters", event.id, event.items.len()));
        }
        if event.id.is_empty() || !event.id.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
            problems.push(format!("{}: not a plain id", event.id));
        }
        if event.title.is_empty() || !event.question.ends_with('？') {
            problems.push(format!("{}: no title or no question", event.id));
        }
        if !ids.insert(event.id.clone()) {
            problems.push(format!("{}: id twice", event.id));
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
    let at_home = events().iter().filter(|event| event.at_home).count();
    assert!((8..=14).contains(&at_home), "{at_home} events on the home page are too few or too many to look through");
    assert!((20..=30).contains(&ids.len()), "{} events", ids.len());
}

#[test]
fn every_event_leads_to_a_whole_guide() {
    // Not the other way round: an invoice or a company's yearly report is no event of a life.
    let codes = codes();
    let bare: Vec<String> = events()
        .into_iter()
        .filter(|event| !event.items.iter().any(|code| codes[code]))
        .map(|event| event.id)
        .collect();
    assert!(bare.is_empty(), "{bare:?}");
}
