//! Every figure about Liaoning names one source and one date, and stands in the words it quotes.

use std::{collections::HashSet, env, fs, path::Path};

use domain::wire::Figure;

/// The string that stood for names of places and organs in the hijacked copy of one source.
const HIJACKED: &str = "必赢体育";

/// Words in `source` of the documents whose text is among the real data.
const READ_HERE: [&str; 3] = ["新闻发布会", "答复", "访谈"];

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    figure: Vec<toml::Table>,
}

#[test]
fn every_figure_stands_in_the_words_it_quotes() {
    let mut problems = Vec::new();
    let mut keys = HashSet::new();
    for figure in figures() {
        let mut fault = |what: &str| problems.push(format!("{}: {what}", figure.key));
        if !keys.insert(figure.key.clone()) {
            fault("key used twice");
        }
        let texts = [&figure.label, &figure.value, &figure.unit, &figure.source, &figure.verbatim];
        if texts.iter().any(|text| text.trim().is_empty()) {
            fault("a part is empty");
        }
        if texts.iter().any(|text| text.contains(HIJACKED)) {
            fault("hijacked text");
        }
        if figure.source.contains(".txt") {
            fault("names a file instead of a source");
        }
        if !is_date(&figure.as_of) {
            fault("as_of is neither a year nor a month nor a day");
        }
        if !figure.source.contains(&figure.as_of[..4]) {
            fault("the source does not name the year of as_of");
        }
        if figure.value.split('/').any(|number| !stands_alone(number, &figure.verbatim)) {
            fault("the value does not stand in the quoted words");
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_quotation_stands_in_its_document() {
    let Ok(real) = env::var("BANSHI_REAL_DATA") else {
        println!("not run: BANSHI_REAL_DATA is not set");
        return;
    };
    let folder = Path::new(&real).join("../seeds");
    let documents = fs::read_dir(&folder)
        .expect("the source documents stand beside the real data")
        .map(|entry| fs::read_to_string(entry.expect("a readable folder").path()).expect("a readable document"))
        .map(|text| plain(&text))
        .collect::<String>();
    let mut seen = 0;
    for figure in figures().iter().filter(|figure| READ_HERE.iter().any(|word| figure.source.contains(word))) {
        seen += 1;
        let quoted = documents.contains(&plain(&figure.verbatim));
        assert!(quoted, "{}: not in the documents: {}", figure.key, figure.verbatim);
    }
    assert!(seen >= 20, "only {seen} figures were looked up");
}

#[test]
fn a_number_inside_a_longer_one_does_not_stand_alone() {
    assert!(stands_alone("8", "目前，8个“一件事”"));
    assert!(stands_alone("109", "109种电子证照"));
    assert!(!stands_alone("8", "办理28.2万件"));
    assert!(!stands_alone("5.2", "45.2万项"));
    assert!(!stands_alone("17", "17.5亿元"));
}

fn figures() -> Vec<Figure> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/figures.toml");
    let table: Table = toml::from_str(&fs::read_to_string(path).expect("data/figures.toml is part of the project"))
        .expect("a table of figures");
    let read = |row: toml::Table| {
        let figure: Figure = row.clone().try_into().expect("a figure");
        let kept = serde_json::to_value(&figure).expect("plain data");
        let lost = row.keys().find(|key| kept.get(key.as_str()).is_none());
        assert!(lost.is_none(), "{}: unknown key {lost:?}", figure.key);
        figure
    };
    table.figure.into_iter().map(read).collect()
}

/// A text without spaces and with the half-width punctuation of the copies made full-width.
fn plain(text: &str) -> String {
    let wide = |c| match c {
        ',' => '，',
        ':' => '：',
        ';' => '；',
        '(' => '（',
        ')' => '）',
        _ => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(wide).collect()
}

/// Whether a number stands in a text and is not a part of a longer number.
fn stands_alone(number: &str, text: &str) -> bool {
    let part = |c: char| c.is_ascii_digit() || c == '.';
    text.match_indices(number).any(|(at, _)| {
        let after = &text[at + number.len()..];
        let longer = after.starts_with(|c: char| c.is_ascii_digit())
            || (after.starts_with('.') && after[1..].starts_with(|c: char| c.is_ascii_digit()));
        !text[..at].ends_with(part) && !longer
    })
}

/// 2023, 2023-05 or 2023-05-17.
fn is_date(text: &str) -> bool {
    let parts = text.split('-').collect::<Vec<_>>();
    parts.len() <= 3
        && parts
            .iter()
            .enumerate()
            .all(|(n, part)| part.len() == if n == 0 { 4 } else { 2 } && part.chars().all(|c| c.is_ascii_digit()))
}
