//! Writes the compiled words: cargo run -p search --example words -- FILE

use std::{env, fs};

use search::Lexicon;

fn main() {
    let Some(path) = env::args().nth(1) else {
        eprintln!("usage: words FILE");
        return;
    };
    let bytes = Lexicon::builtin().to_bytes();
    fs::write(&path, &bytes).expect("the file can be written");
    println!("{path}: {} bytes", bytes.len());
}
