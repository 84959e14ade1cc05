//! What no search over this catalogue can beat on this machine: reading memory.

use std::{collections::HashMap, hint::black_box, time::Instant};

use serde_json::{Value, json};

use crate::{cases::Case, items::Item, turns::spread};

/// Bytes of the buffer that is read: far more than the caches hold.
const BUFFER: usize = 256 << 20;
/// Bytes that are timed at once.
const STRETCH: usize = 1 << 20;
/// An item's number in a posting list.
const POSTING: usize = 4;

/// Two rows: the query's posting lists, and all text of the catalogue, each read once.
pub fn rows(items: &[Item], cases: &[Case]) -> Vec<Value> {
    let speed = bytes_per_nanosecond();
    let mut lists: HashMap<&str, usize> = HashMap::new();
    for item in items {
        for field in &item.fields {
            field.split(' ').for_each(|token| *lists.entry(token).or_default() += POSTING);
        }
    }
    let text: usize = items.iter().map(|item| item.folded.len()).sum();
    let postings = |case: &Case| {
        let bytes: usize = case.tokens.iter().filter_map(|token| lists.get(token.as_str())).sum();
        bytes as f64 / speed
    };
    let all = text as f64 / speed;
    let row =
        |name: String, bytes: usize, nanos: Vec<f64>| json!({ "name": name, "bytes": bytes, "us": spread(nanos) });
    vec![
        row(
            format!("floor: the query's posting lists, read once at {speed:.1} GB/s"),
            lists.values().sum(),
            cases.iter().map(postings).collect(),
        ),
        row(format!("floor: all text, read once at {speed:.1} GB/s"), text, vec![all]),
    ]
}

/// What a loop of additions reads, not what the data sheet promises: the fast tenth of many short stretches of a large
/// buffer, since nobody interrupts those.
fn bytes_per_nanosecond() -> f64 {
    let buffer: Vec<u64> = (0..(BUFFER / 8) as u64).collect();
    let speed = |stretch: &[u64]| {
        let start = Instant::now();
        black_box(black_box(stretch).iter().fold(0u64, |sum, word| sum.wrapping_add(*word)));
        size_of_val(stretch) as f64 / start.elapsed().as_nanos() as f64
    };
    let mut speeds: Vec<f64> = (0..3).flat_map(|_| buffer.chunks_exact(STRETCH / 8)).map(speed).collect();
    speeds.sort_by(f64::total_cmp);
    speeds.get(speeds.len() * 9 / 10).copied().unwrap_or(f64::NAN)
}
