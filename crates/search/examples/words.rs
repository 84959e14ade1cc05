//! Writes the compiled words, all or those that a catalogue has a use for:
//! cargo run -p search --example words -- FILE [ITEMS.tsv]

#[path = "../tests/support/mod.rs"]
mod support;

use std::{env, fs};

use search::Engine;

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let [path, items @ ..] = args.as_slice() else {
        eprintln!("usage: words FILE [ITEMS.tsv]");
        return;
    };
    let mut lexicon = support::read_lexicon();
    if let [items, ..] = items {
        let items = fs::read_to_string(items).expect("the items can be read");
        lexicon = lexicon.within(&Engine::build(support::read_docs(&items, false), &lexicon));
    }
    let bytes = lexicon.to_bytes();
    fs::write(path, &bytes).expect("the file can be written");
    println!("{path}: {} bytes", bytes.len());
}
