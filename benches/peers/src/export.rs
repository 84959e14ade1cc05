//! The same items and queries for the peers in the browser.

use std::fs;

use anyhow::Result;
use search::Lexicon;
use serde_json::json;

use crate::{
    args::Args,
    cases::Case,
    items::{FIELDS, Item},
};

/// Writes `words.bin` and `peers.json`. The latter holds the blind queries if they are asked: whoever runs us deletes it.
pub fn write(args: &Args, items: &[Item], cases: &[Case]) -> Result<()> {
    let row = |(id, item): (usize, &Item)| {
        let mut row = json!({ "id": id });
        for (name, tokens) in FIELDS.iter().zip(&item.fields) {
            row[name] = json!(tokens);
        }
        row
    };
    let rows: Vec<_> = items.iter().enumerate().map(row).collect();
    // Our module takes the items as lines of cells.
    let docs: Vec<String> = items.iter().map(|item| doc(item).join("\t")).collect();
    let cases: Vec<_> = cases
        .iter()
        .map(|case| {
            json!({
                "query": case.query, "tokens": case.tokens.join(" "), "helped": case.helped.join(" "),
                "accept": case.accept, "blind": case.blind,
            })
        })
        .collect();
    let all = json!({ "fields": FIELDS, "rows": rows, "docs": docs.join("\n"), "cases": cases, "rounds": args.rounds });
    fs::create_dir_all(&args.export)?;
    fs::write(args.export.join("words.bin"), Lexicon::builtin().to_bytes())?;
    Ok(fs::write(args.export.join("peers.json"), all.to_string())?)
}

fn doc(item: &Item) -> [String; 8] {
    let doc = &item.doc;
    [
        doc.name.clone(),
        doc.plain_name.clone().unwrap_or_default(),
        doc.aliases.join("|"),
        doc.department.clone(),
        doc.themes.join("|"),
        doc.kind.code().to_owned(),
        doc.audience.iter().map(|audience| audience.code()).collect::<Vec<_>>().join("|"),
        doc.popularity.to_string(),
    ]
}
