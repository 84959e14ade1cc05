//! Ratings and additions: each with its leaf, in one transaction.

use domain::wire::RatingReceipt;
use ledger::{What, seal_text};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::log;
use crate::{Added, AdditionRow, AdditionWrite, RatingRow, RatingWrite, Written, receipt};

/// Keeps a rating, or finds that it is kept, refused or another's.
pub fn insert(connection: &Connection, rating: &RatingWrite) -> rusqlite::Result<Written> {
    let key: [u8; 32] = Sha256::digest(rating.key.as_bytes()).into();
    if let Some((index, body, salt)) = sent_before(connection, &key)? {
        return Ok(match body == rating.body {
            true => Written::Kept(told(index, &salt, rating)),
            false => Written::KeyReused,
        });
    }
    if let Some(service) = &rating.service {
        let mut used = connection.prepare_cached("INSERT OR IGNORE INTO used_service (hash) VALUES (?1)")?;
        if used.execute([service])? == 0 {
            return Ok(Written::TicketUsed);
        }
    }
    let text_salt: Option<[u8; 16]> = rating.text.as_ref().map(|_| rand::random());
    let what = What::Rating {
        region: rating.region.clone(),
        organ: rating.organ.clone(),
        item: rating.item.clone(),
        channel: rating.channel.to_owned(),
        level: rating.level,
        tags: rating.tags.clone(),
        text: seal(&text_salt, &rating.text),
        proven: rating.service.is_some(),
    };
    let index = log::append(connection, what, &rating.received_at)?;
    let salt: [u8; 16] = rand::random();
    let told = told(index, &salt, rating);
    let code = receipt::read(&told.receipt).map(|(_, code)| receipt::hash(&code));
    let mut insert = connection.prepare_cached(
        "INSERT INTO rating (idx, code_hash, body, salt, received_at, day, visit, region, organ, item, place, channel,
             level, tags, proven, text, text_salt)
         VALUES (?1, ?2, ?3, ?4, ?5, (SELECT day FROM log WHERE idx = ?1), ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
             ?16)",
    )?;
    insert.execute(params![
        index,
        code,
        rating.body,
        salt,
        rating.received_at,
        rating.visit,
        rating.region,
        rating.organ,
        rating.item,
        rating.place,
        rating.channel,
        rating.level,
        tag_list(&rating.tags),
        rating.service.is_some(),
        rating.text,
        text_salt,
    ])?;
    connection.prepare_cached("INSERT INTO sent_key (hash, rating) VALUES (?1, ?2)")?.execute(params![key, index])?;
    Ok(Written::Kept(told))
}

fn told(index: u64, salt: &[u8; 16], rating: &RatingWrite) -> RatingReceipt {
    RatingReceipt { receipt: receipt::of_rating(index, salt, &rating.key, &rating.body), log_index: index }
}

/// Place, body and salt of a rating that was sent before.
type Sent = (u64, [u8; 32], [u8; 16]);

fn sent_before(connection: &Connection, key: &[u8; 32]) -> rusqlite::Result<Option<Sent>> {
    let mut find = connection.prepare_cached(
        "SELECT rating.idx, rating.body, rating.salt FROM sent_key JOIN rating ON rating.idx = sent_key.rating
         WHERE sent_key.hash = ?1",
    )?;
    find.query_row([key], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()
}

/// Keeps the addition of a rating.
pub fn add(connection: &Connection, addition: &AdditionWrite) -> rusqlite::Result<Added> {
    let Some((of, received_at)) = opened(connection, &addition.receipt)? else { return Ok(Added::NotFound) };
    let mut find = connection.prepare_cached("SELECT idx, body FROM addition WHERE rating = ?1")?;
    let there: Option<(u64, [u8; 32])> = find.query_row([of], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    match there {
        Some((index, body)) if body == addition.body => return Ok(Added::Kept(index)),
        Some(_) => return Ok(Added::Already),
        None if received_at < addition.not_before => return Ok(Added::TooLate),
        None => {}
    }
    let text_salt: Option<[u8; 16]> = addition.text.as_ref().map(|_| rand::random());
    let text = seal(&text_salt, &addition.text);
    let what = What::Addition { of, level: addition.level, tags: addition.tags.clone(), text };
    let index = log::append(connection, what, &addition.received_at)?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO addition (idx, rating, body, received_at, level, tags, text, text_salt)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    insert.execute(params![
        index,
        of,
        addition.body,
        addition.received_at,
        addition.level,
        tag_list(&addition.tags),
        addition.text,
        text_salt,
    ])?;
    Ok(Added::Kept(index))
}

/// Erases the words at a place and their salt, so that nobody can try out what they were.
pub fn erase(connection: &Connection, index: u64, received_at: &str) -> rusqlite::Result<bool> {
    let mut changed = 0;
    for table in ["rating", "addition"] {
        changed += connection.execute(
            &format!(
                "UPDATE {table} SET text = NULL, text_salt = NULL, erased = 1 WHERE idx = ?1 AND text IS NOT NULL"
            ),
            [index],
        )?;
    }
    if changed > 0 {
        log::append(connection, What::Erasure { of: index }, received_at)?;
    }
    Ok(changed > 0)
}

/// The place of the rating that a receipt opens, and when it came.
pub fn opened(connection: &Connection, receipt: &str) -> rusqlite::Result<Option<(u64, String)>> {
    let Some((index, code)) = receipt::read(receipt) else { return Ok(None) };
    let mut find = connection.prepare_cached("SELECT code_hash, received_at FROM rating WHERE idx = ?1")?;
    let found: Option<(Vec<u8>, String)> = find.query_row([index], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    // Both are hashes, so where they differ tells nothing about the code.
    Ok(found.filter(|(hash, _)| *hash == receipt::hash(&code)).map(|(_, received_at)| (index, received_at)))
}

/// The rating that a receipt opens.
pub fn find(connection: &Connection, receipt: &str) -> rusqlite::Result<Option<RatingRow>> {
    let Some((index, received_at)) = opened(connection, receipt)? else { return Ok(None) };
    let mut find = connection.prepare_cached(
        "SELECT region, organ, item, channel, proven, visit IS NULL, level, tags, text, erased FROM rating WHERE idx = ?1",
    )?;
    let mut row = find.query_row([index], |row| {
        Ok(RatingRow {
            index,
            received_at,
            region: row.get(0)?,
            organ: row.get(1)?,
            item: row.get(2)?,
            channel: row.get(3)?,
            proven: row.get(4)?,
            anonymous: row.get(5)?,
            level: row.get(6)?,
            tags: tags_of(&row.get::<_, String>(7)?),
            text: row.get(8)?,
            erased: row.get(9)?,
            addition: None,
        })
    })?;
    let mut find = connection
        .prepare_cached("SELECT idx, received_at, level, tags, text, erased FROM addition WHERE rating = ?1")?;
    row.addition = find
        .query_row([index], |row| {
            Ok(AdditionRow {
                index: row.get(0)?,
                received_at: row.get(1)?,
                level: row.get(2)?,
                tags: tags_of(&row.get::<_, String>(3)?),
                text: row.get(4)?,
                erased: row.get(5)?,
            })
        })
        .optional()?;
    Ok(Some(row))
}

/// The salt with which the words at a place are sealed in their leaf.
pub fn text_salt(connection: &Connection, index: u64) -> rusqlite::Result<Option<[u8; 16]>> {
    connection.query_row("SELECT text_salt FROM rating WHERE idx = ?1", [index], |row| row.get(0))
}

fn seal(salt: &Option<[u8; 16]>, text: &Option<String>) -> Option<ledger::Hash> {
    salt.as_ref().zip(text.as_ref()).map(|(salt, text)| seal_text(salt, text))
}

fn tag_list(tags: &[u16]) -> String {
    tags.iter().map(u16::to_string).collect::<Vec<_>>().join(",")
}

fn tags_of(list: &str) -> Vec<u16> {
    list.split(',').filter_map(|tag| tag.parse().ok()).collect()
}
