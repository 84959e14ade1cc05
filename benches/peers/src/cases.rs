//! What is asked, and which items answer it.

use std::fs;

use anyhow::{Context, Result};
use search::{Engine, Lexicon};

use crate::{args::Args, items::Item, text, words::Words};

/// One query.
pub struct Case {
    /// As typed.
    pub query: String,
    /// Its tokens.
    pub tokens: Vec<String>,
    /// The tokens of what our query understanding makes of it.
    pub helped: Vec<String>,
    /// The numbers of the items that answer it.
    pub accept: Vec<u32>,
    /// Whether it is of the blind set.
    pub blind: bool,
}

/// Reads the open sets and, if named, the blind one.
pub fn read(args: &Args, items: &[Item], words: &Words) -> Result<Vec<Case>> {
    let engine = Engine::build(items.iter().map(|item| item.doc.clone()).collect(), &Lexicon::builtin());
    let case = |query: &str, accept: Vec<u32>, blind: bool| {
        let shown = engine.understand(query).shown;
        let more = words.of(&shown);
        let texts = std::iter::once(shown.as_str()).chain(more.iter().map(String::as_str));
        Case { query: query.into(), tokens: text::distinct([query]), helped: text::distinct(texts), accept, blind }
    };
    let mut cases = Vec::new();
    let open = args.queries.iter().map(|file| (file, false));
    for (file, blind) in open.chain(args.blind.iter().map(|file| (file, true))) {
        let table = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        // A comment or more, a header, then query, codes and kind.
        for row in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let mut cells = row.split('\t');
            let (Some(query), Some(codes)) = (cells.next(), cells.next()) else { continue };
            let accept = coded(items, &codes.split('|').collect::<Vec<_>>());
            cases.push(case(query, accept, blind));
        }
    }
    Ok(cases)
}

/// Items of these codes, and at full scale their variants: the code goes on, and so does the name, in brackets.
fn coded(items: &[Item], codes: &[&str]) -> Vec<u32> {
    let bases: Vec<&Item> = items.iter().filter(|item| codes.contains(&item.code.as_str())).collect();
    let answers = |item: &Item| {
        bases.iter().any(|base| {
            let more = item.code.strip_prefix(&base.code).zip(item.name.strip_prefix(&base.name));
            more.is_some_and(|(code, name)| code.is_empty() || code.starts_with('-') && name.starts_with('（'))
        })
    };
    (0..items.len() as u32).filter(|&number| answers(&items[number as usize])).collect()
}

#[cfg(test)]
mod tests {
    use search::Doc;

    use super::*;

    #[test]
    fn a_matter_answers_with_its_variants_and_without_others_of_a_longer_code() {
        let item = |code: &str, name: &str| Item {
            code: code.into(),
            name: name.into(),
            fields: [const { String::new() }; 4],
            folded: String::new(),
            doc: Doc {
                name: String::new(),
                plain_name: None,
                aliases: Vec::new(),
                department: String::new(),
                themes: Vec::new(),
                kind: domain::ItemKind::License,
                audience: Vec::new(),
                popularity: 0,
            },
        };
        let items = [item("a", "登记"), item("a-bg", "登记（变更）"), item("a-b", "备案"), item("ab", "登记（二）")];
        assert_eq!(coded(&items, &["a"]), [0, 1]);
    }
}
