//! The peers: each is built from the same items and answers the same queries with item numbers.

mod fts5;
mod full_text;
mod ours;
mod postgres;
mod scan;

use std::{path::Path, time::Instant};

use anyhow::Result;

use crate::items::Item;

/// How many items an answer names.
pub const MOST: usize = 10;

/// One query in both forms.
pub struct Asked<'a> {
    /// As typed; only our engine and the plain scan read it.
    pub text: &'a str,
    /// Its tokens; any of them may fit.
    pub tokens: &'a [String],
}

/// Something that answers queries.
pub trait Peer {
    /// The best items, at most ten.
    fn find(&mut self, asked: &Asked) -> Result<Vec<u32>>;
}

/// A peer that stands ready, and what that took.
pub struct Built {
    /// Its row.
    pub name: String,
    /// Its version, where it is not ours.
    pub version: String,
    /// Whether a row with our words makes sense.
    pub takes_help: bool,
    /// Whether it answers at all: a bare round trip does not.
    pub answers: bool,
    /// From items to ready.
    pub build_ms: f64,
    /// What its index occupies.
    pub bytes: Option<u64>,
    /// Where those bytes lie.
    pub place: &'static str,
    /// Itself.
    pub peer: Box<dyn Peer>,
}

/// What a peer tells of itself when it is ready.
struct Ready {
    build_ms: f64,
    version: String,
    bytes: Option<u64>,
    place: &'static str,
    peer: Box<dyn Peer>,
}

/// How a peer is made from items and an empty folder.
type Make = fn(&[Item], &Path) -> Result<Ready>;

/// Builds every peer that this machine can have, and says why it cannot have the others.
pub fn build(items: &[Item], work: &Path) -> (Vec<Built>, Vec<(String, String)>) {
    let wanted: [(&str, bool, bool, Make); 8] = [
        ("banshi", false, true, ours::whole),
        ("banshi, the four fields and no lexicon", false, true, ours::bare),
        ("tantivy, bigrams", true, true, full_text::make),
        ("SQLite FTS5, bigrams", true, true, fts5::make),
        ("PostgreSQL full text, bigrams", true, true, postgres::make),
        ("substring of any field, popular first", false, true, scan::make),
        ("SQLite: `SELECT 1`", false, false, fts5::nothing),
        ("PostgreSQL: `SELECT 1`", false, false, postgres::nothing),
    ];
    let (mut built, mut left_out) = (Vec::new(), Vec::new());
    for (number, (name, takes_help, answers, make)) in wanted.into_iter().enumerate() {
        match make(items, &work.join(number.to_string())) {
            Err(error) => left_out.push((name.to_owned(), format!("{error:#}"))),
            Ok(Ready { build_ms, version, bytes, place, peer }) => {
                built.push(Built { name: name.into(), version, takes_help, answers, build_ms, bytes, place, peer });
            }
        }
    }
    (built, left_out)
}

/// Milliseconds since then.
fn since(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}

/// Bytes of all files of a folder.
fn bytes_below(folder: &Path) -> Result<u64> {
    let mut sum = 0;
    for entry in std::fs::read_dir(folder)? {
        sum += entry?.metadata()?.len();
    }
    Ok(sum)
}
