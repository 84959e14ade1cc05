//! Reading the sums.

use rusqlite::{Connection, Row, named_params};

use super::{PAIR, pair};
use crate::{Axis, Counts, SummaryAsk, Summed};

const SUMS: &str = "sum(l5), sum(l4), sum(l3), sum(l2), sum(l1), sum(unproven)";

/// Figures along one axis.
pub fn ask(connection: &Connection, ask: &SummaryAsk) -> rusqlite::Result<Summed> {
    let total = rows(connection, &SummaryAsk { axis: Axis::All, key: None, ..ask.clone() })?;
    Ok(Summed {
        total: total.into_iter().next().map(|(_, counts)| counts).unwrap_or_default(),
        rows: rows(connection, ask)?,
    })
}

fn rows(connection: &Connection, ask: &SummaryAsk) -> rusqlite::Result<Vec<(String, Counts)>> {
    let by_day = ask.from.is_some() || ask.to.is_some();
    // The whole is kept as it is told; only single days must be summed.
    let (table, days) = if by_day { ("total_day", " AND day BETWEEN :from AND :to") } else { ("total", "") };
    let key = if ask.key.is_some() { " AND key = :key" } else { "" };
    let sql = format!(
        "SELECT key, {SUMS} FROM {table} WHERE axis = :axis AND region = :region{key}{days}
         GROUP BY key ORDER BY sum(l5 + l4 + l3 + l2 + l1) DESC, key LIMIT :most"
    );
    let mut find = connection.prepare_cached(&sql)?;
    let (axis, most) = (ask.axis as i64, ask.most);
    let from = ask.from.as_deref().unwrap_or("");
    let to = ask.to.as_deref().unwrap_or("9");
    let (region, own) = (&ask.region, ask.key.as_deref().unwrap_or_default());
    let read = |row: &Row<'_>| Ok((row.get(0)?, counts(row)?));
    // SQLite takes no parameter that a statement does not name.
    match (by_day, ask.key.is_some()) {
        (false, false) => {
            find.query_map(named_params! {":axis": axis, ":region": region, ":most": most}, read)?.collect()
        }
        (false, true) => find
            .query_map(named_params! {":axis": axis, ":region": region, ":most": most, ":key": own}, read)?
            .collect(),
        (true, false) => find
            .query_map(named_params! {":axis": axis, ":region": region, ":most": most, ":from": from, ":to": to}, read)?
            .collect(),
        (true, true) => find
            .query_map(
                named_params! {":axis": axis, ":region": region, ":most": most, ":key": own, ":from": from, ":to": to},
                read,
            )?
            .collect(),
    }
}

fn counts(row: &Row<'_>) -> rusqlite::Result<Counts> {
    Ok(Counts { levels: [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?], unproven: row.get(6)? })
}

/// How many ratings an organ has for an item.
pub fn of_pair(connection: &Connection, organ: &str, item: &str) -> rusqlite::Result<u64> {
    let mut find = connection.prepare_cached(
        "SELECT coalesce(sum(l5 + l4 + l3 + l2 + l1 + unproven), 0) FROM total WHERE axis = ?1 AND region = '' AND key = ?2",
    )?;
    find.query_row((PAIR, pair(organ, item)), |row| row.get(0))
}
