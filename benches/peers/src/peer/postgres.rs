//! PostgreSQL full text: a weighted tsvector with a GIN index, `ts_rank`, any token may fit.

mod cluster;

use std::{collections::BTreeMap, fmt::Write, path::Path, time::Instant};

use anyhow::Result;
use postgres::{Client, Statement};

use self::cluster::Cluster;
use super::{Asked, MOST, Peer, Ready, since};
use crate::items::Item;

/// The weight of each field: names, what people call it, other names, department.
const WEIGHTS: [char; 4] = ['A', 'A', 'B', 'D'];
/// `ts_rank` as it comes: no other normalization and not `ts_rank_cd` either did better on the open queries.
const SELECT: &str = "SELECT id FROM items, CAST($1::text AS tsquery) AS asked
    WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC, id LIMIT $2";

struct Postgres {
    client: Client,
    select: Statement,
    _cluster: Cluster,
}

impl Peer for Postgres {
    fn find(&mut self, asked: &Asked) -> Result<Vec<u32>> {
        let any = asked.tokens.iter().map(|token| format!("'{token}'")).collect::<Vec<_>>().join(" | ");
        let rows = self.client.query(&self.select, &[&any, &(MOST as i64)])?;
        Ok(rows.iter().map(|row| row.get::<_, i32>(0) as u32).collect())
    }
}

struct Nothing {
    client: Client,
    select: Statement,
    _cluster: Cluster,
}

impl Peer for Nothing {
    fn find(&mut self, _asked: &Asked) -> Result<Vec<u32>> {
        let row = self.client.query_one(&self.select, &[])?;
        Ok(vec![row.get::<_, i32>(0) as u32])
    }
}

/// Fills a table in a cluster of its own.
pub fn make(items: &[Item], _work: &Path) -> Result<Ready> {
    let (cluster, mut client) = Cluster::start()?;
    let start = Instant::now();
    client.batch_execute("CREATE TABLE items (id int PRIMARY KEY, words tsvector NOT NULL)")?;
    let insert = client.prepare("INSERT INTO items VALUES ($1, CAST($2::text AS tsvector))")?;
    let mut fill = client.transaction()?;
    for (number, item) in items.iter().enumerate() {
        fill.execute(&insert, &[&(number as i32), &vector(item)])?;
    }
    fill.commit()?;
    client.batch_execute("CREATE INDEX ON items USING gin (words)")?;
    client.batch_execute("VACUUM ANALYZE items")?;
    let build_ms = since(start);
    let bytes: i64 = client.query_one("SELECT pg_total_relation_size('items')", &[])?.get(0);
    let version: String = client.query_one("SELECT split_part(version(), ' ', 2)", &[])?.get(0);
    let select = client.prepare(SELECT)?;
    let peer = Box::new(Postgres { client, select, _cluster: cluster });
    Ok(Ready { build_ms, version, bytes: Some(bytes as u64), place: "disk", peer })
}

/// A cluster that is asked for nothing: what the round trip itself costs.
pub fn nothing(_items: &[Item], _work: &Path) -> Result<Ready> {
    let (cluster, mut client) = Cluster::start()?;
    let version: String = client.query_one("SELECT split_part(version(), ' ', 2)", &[])?.get(0);
    let select = client.prepare("SELECT 1")?;
    let peer = Box::new(Nothing { client, select, _cluster: cluster });
    Ok(Ready { build_ms: f64::NAN, version, bytes: None, place: "", peer })
}

/// `'身份':1A,5B '份证':2A`: every token with its places and the weight of its field.
fn vector(item: &Item) -> String {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut place = 0;
    for (field, weight) in item.fields.iter().zip(WEIGHTS) {
        for token in field.split(' ').filter(|token| !token.is_empty()) {
            place += 1;
            places.entry(token).or_default().push(format!("{place}{weight}"));
        }
    }
    let mut out = String::new();
    for (token, places) in places {
        let _ = write!(out, "'{token}':{} ", places.join(","));
    }
    out
}
