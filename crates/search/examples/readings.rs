//! Writes the table of readings anew: cargo run -p search --example readings > crates/search/data/readings.txt

#[path = "../tests/support/readings.rs"]
mod readings;
#[path = "../tests/support/texts.rs"]
mod texts;

fn main() {
    print!("{}", readings::table(&texts::project_texts()));
}
