//! Figures as sums that are kept: each rating is added once to the sums it belongs to, some thousand ratings at a time
//! and behind the writing, so that neither a page nor a citizen waits for counting.
//!
//! `summed.upto` moves with the sums in one transaction: a crash neither loses a rating nor counts it twice.

mod ask;
mod scope;

use std::collections::HashMap;

pub use ask::{ask, of_pair};
use rusqlite::{Connection, params};
use scope::Scope;

use crate::Axis;

/// The axis of organ and item together, which only the export asks for.
const PAIR: i64 = 5;
/// Ratings that one step adds.
const STEP: u32 = 5_000;

/// Numbers as they stand in a row: five grades, the best first, and what is unproven.
type Six = [i64; 6];
/// Axis, region, key.
type Place = (i64, String, String);

/// Whether there are ratings that no sum has yet.
pub fn is_behind(connection: &Connection) -> rusqlite::Result<bool> {
    let mut ask =
        connection.prepare_cached("SELECT coalesce((SELECT max(idx) FROM rating) >= (SELECT upto FROM summed), 0)")?;
    ask.query_row([], |row| row.get(0))
}

/// Adds the next ratings to the sums; true when there may be more.
pub fn step(connection: &Connection) -> rusqlite::Result<bool> {
    let upto: i64 = connection.prepare_cached("SELECT upto FROM summed")?.query_row([], |row| row.get(0))?;
    let (mut whole, mut by_day) = (HashMap::<Place, Six>::new(), HashMap::<(Place, String), Six>::new());
    let (mut last, mut taken) = (upto - 1, 0);
    {
        let mut find = connection.prepare_cached(
            "SELECT idx, region, organ, item, channel, level, proven, day FROM rating WHERE idx >= ?1
             ORDER BY idx LIMIT ?2",
        )?;
        let mut rows = find.query(params![upto, STEP])?;
        while let Some(row) = rows.next()? {
            (last, taken) = (row.get(0)?, taken + 1);
            let (region, level, proven): (String, usize, bool) = (row.get(1)?, row.get(5)?, row.get(6)?);
            let (organ, item, channel): (String, String, String) = (row.get(2)?, row.get(3)?, row.get(4)?);
            let column = if proven { 5 - level.clamp(1, 5) } else { 5 };
            let day: String = row.get(7)?;
            for place in places(&region, &organ, &item, &channel) {
                by_day.entry((place.clone(), day.clone())).or_default()[column] += 1;
                whole.entry(place).or_default()[column] += 1;
            }
            whole.entry((PAIR, String::new(), pair(&organ, &item))).or_default()[column] += 1;
        }
    }
    if taken == 0 {
        return Ok(false);
    }
    let mut add = connection.prepare_cached(
        "INSERT INTO total VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO UPDATE SET l5 = l5 + excluded.l5,
             l4 = l4 + excluded.l4, l3 = l3 + excluded.l3, l2 = l2 + excluded.l2, l1 = l1 + excluded.l1,
             unproven = unproven + excluded.unproven",
    )?;
    for ((axis, region, key), n) in whole {
        add.execute(params![axis, region, key, n[0], n[1], n[2], n[3], n[4], n[5]])?;
    }
    let mut add = connection.prepare_cached(
        "INSERT INTO total_day VALUES (?1, ?2, ?3, ?10, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO UPDATE SET
             l5 = l5 + excluded.l5, l4 = l4 + excluded.l4, l3 = l3 + excluded.l3, l2 = l2 + excluded.l2,
             l1 = l1 + excluded.l1, unproven = unproven + excluded.unproven",
    )?;
    for (((axis, region, key), day), n) in by_day {
        add.execute(params![axis, region, key, n[0], n[1], n[2], n[3], n[4], n[5], day])?;
    }
    connection.prepare_cached("UPDATE summed SET upto = ?1")?.execute([last + 1])?;
    Ok(taken == STEP)
}

/// The sums that a rating belongs to: those of its region and of every region above.
fn places<'a>(region: &str, organ: &'a str, item: &'a str, channel: &'a str) -> Vec<Place> {
    let scope = Scope::of(region);
    let mut places = Vec::with_capacity(4 * scope.regions().len() + 4);
    for (at, region) in scope.regions().iter().enumerate() {
        let mut put = |axis: Axis, key: &str| places.push((axis as i64, region.clone(), key.to_owned()));
        put(Axis::All, "");
        put(Axis::Organ, organ);
        put(Axis::Item, item);
        put(Axis::Channel, channel);
        if let Some(below) = scope.regions().get(at + 1) {
            put(Axis::Region, below);
        }
    }
    places
}

fn pair(organ: &str, item: &str) -> String {
    [organ, item].join(" ")
}
