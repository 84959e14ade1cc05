//! The table of readings against the crate that it was made from.

#[path = "support/readings.rs"]
mod readings;
#[path = "support/texts.rs"]
mod texts;

#[test]
fn the_table_of_readings_is_the_one_that_its_source_gives() {
    let made = readings::table(&texts::project_texts());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/readings.txt");
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    let differs = made.lines().zip(kept.lines()).find(|(made, kept)| made != kept);
    assert!(
        made == kept,
        "first difference {differs:?}; run cargo run -p search --example readings > crates/search/data/readings.txt"
    );
}
