//! All peers take turns, query set by query set, so that a busy moment of the machine hits each of them.

use std::time::Instant;

use anyhow::Result;
use serde_json::{Value, json};

use crate::{
    cases::Case,
    peer::{Asked, Built},
};

/// How one row was asked and what it answered.
struct Row {
    peer: usize,
    helped: bool,
    answers: Vec<Vec<u32>>,
    /// By query, by round.
    nanos: Vec<Vec<f64>>,
}

/// Asks every peer every query `rounds` times, after one round that does not count, and tells a row for each.
pub fn take(peers: &mut [Built], cases: &[Case], rounds: usize) -> Result<Vec<Value>> {
    let mut rows = Vec::new();
    for (peer, built) in peers.iter().enumerate() {
        for helped in [false, true].into_iter().filter(|&helped| !helped || built.takes_help) {
            rows.push(Row { peer, helped, answers: Vec::new(), nanos: vec![Vec::new(); cases.len()] });
        }
    }
    for round in 0..=rounds {
        for row in &mut rows {
            let peer = &mut peers[row.peer].peer;
            for (number, case) in cases.iter().enumerate() {
                let tokens = if row.helped { &case.helped } else { &case.tokens };
                let asked = Asked { text: &case.query, tokens };
                let start = Instant::now();
                let found = peer.find(&asked)?;
                let nanos = start.elapsed().as_nanos() as f64;
                if round == 0 {
                    row.answers.push(found);
                } else {
                    row.nanos[number].push(nanos);
                }
            }
        }
    }
    Ok(rows.into_iter().map(|row| tell(&peers[row.peer], row, cases)).collect())
}

fn tell(built: &Built, row: Row, cases: &[Case]) -> Value {
    let name = if row.helped { format!("{} + our words", built.name) } else { built.name.clone() };
    let mut told = json!({
        "name": name, "version": built.version, "build_ms": built.build_ms, "bytes": built.bytes, "where": built.place,
        "us": spread(row.nanos.into_iter().map(median).collect()),
    });
    if built.answers {
        for (set, blind) in [("open", false), ("blind", true)] {
            told[set] = quality(cases.iter().zip(&row.answers).filter(|(case, _)| case.blind == blind));
        }
    }
    told
}

/// How good the answers of one set are.
fn quality<'a>(answers: impl Iterator<Item = (&'a Case, &'a Vec<u32>)>) -> Value {
    let (mut queries, mut at, mut mrr) = (0.0, [0.0; 3], 0.0);
    for (case, found) in answers {
        queries += 1.0;
        let Some(rank) = found.iter().take(10).position(|item| case.accept.contains(item)) else { continue };
        for (share, limit) in at.iter_mut().zip([1, 3, 10]) {
            *share += f64::from(u8::from(rank < limit));
        }
        mrr += 1.0 / (rank + 1) as f64;
    }
    if queries == 0.0 {
        return Value::Null;
    }
    let share = |count: f64| count / queries;
    json!({ "queries": queries, "hit1": share(at[0]), "hit3": share(at[1]), "hit10": share(at[2]), "mrr": share(mrr) })
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// p50, p95 and p99 of some nanoseconds, in microseconds.
pub fn spread(mut nanos: Vec<f64>) -> [f64; 3] {
    nanos.sort_by(f64::total_cmp);
    [50, 95, 99].map(|share| nanos.get((nanos.len() - 1) * share / 100).copied().unwrap_or(f64::NAN) / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_rank_of_any_accepted_item_counts() {
        let case = |accept: &[u32]| Case {
            query: String::new(),
            tokens: Vec::new(),
            helped: Vec::new(),
            accept: accept.to_vec(),
            blind: false,
        };
        let cases = [case(&[7, 9]), case(&[1])];
        let answers = [vec![3, 9, 7], vec![2]];
        let told = quality(cases.iter().zip(&answers));
        assert_eq!((&told["hit1"], &told["hit3"], &told["mrr"]), (&json!(0.0), &json!(0.5), &json!(0.25)));
    }
}
