//! The public log: heads are signed here, proofs made, and the whole told to whoever asks.

use std::sync::Arc;

use axum::body::Bytes;
use domain::wire::{LogConsistency, LogHead, LogHeads, LogProof};
use futures::{Stream, StreamExt, stream};
use ledger::{Head, Line, Opening, SignedHead};
use store::{Entry, Store, StoreError};

use super::{checked_receipt, no_receipt, store_problem};
use crate::{
    app::App,
    clock,
    keys::KeyRing,
    problem::{ApiError, internal},
};

/// Heads that are told at once.
const HEADS: u32 = 400;
/// Leaves that are read at once for an export.
const PAGE: u32 = 2_000;

/// Closes every day that is over and signs its head.
pub async fn close_days(app: &App) -> Result<(), ApiError> {
    let keys = keys(app)?;
    let open = app.store.close_days(clock::today().to_string()).await.map_err(store_problem)?;
    if open.is_empty() {
        return Ok(());
    }
    let signed = open.into_iter().map(|head| head.sign(keys.signer())).collect();
    app.store.put_signatures(signed).await.map_err(store_problem)
}

/// The signed heads: what the log holds now, and one for each day.
pub async fn heads(app: &App) -> Result<LogHeads, ApiError> {
    // While nothing can be written, the heads that are there are told.
    if let Err(error) = close_days(app).await
        && error != ApiError::StoreGone
    {
        return Err(error);
    }
    let days = app.store.signed_heads(HEADS).await.map_err(store_problem)?;
    Ok(LogHeads { now: Some(wire(now(app).await?)), days: days.into_iter().map(wire).collect() })
}

/// The proof that the rating of a receipt is in the log.
pub async fn prove(app: &App, receipt: &str) -> Result<LogProof, ApiError> {
    let keys = keys(app)?;
    let receipt = checked_receipt(receipt)?;
    let proven = app.store.prove_rating(receipt).await.map_err(store_problem)?.ok_or_else(no_receipt)?;
    let head = Head { at: clock::now(), ..proven.head }.sign(keys.signer());
    Ok(LogProof {
        index: proven.index,
        leaf: proven.leaf,
        text_salt: proven.text_salt.map(|salt| salt.iter().map(|byte| format!("{byte:02x}")).collect()),
        path: proven.path.iter().map(ToString::to_string).collect(),
        head: wire(head),
    })
}

/// The proof that the log of `to` leaves begins with that of `from`; none when it is not as long.
pub async fn grown(app: &App, from: u64, to: Option<u64>) -> Result<Option<LogConsistency>, ApiError> {
    let to = match to {
        Some(to) => to,
        None => app.store.log_head(String::new()).await.map_err(store_problem)?.size,
    };
    let found = app.store.prove_growth(from, to).await.map_err(store_problem)?;
    Ok(found.map(|(old, new, path)| LogConsistency {
        from,
        to,
        from_root: old.root.to_string(),
        to_root: new.root.to_string(),
        path: path.iter().map(ToString::to_string).collect(),
    }))
}

/// The log as lines, as `banshi verify-log` reads them, made while they are sent.
pub async fn export(app: &App) -> Result<impl Stream<Item = Result<Bytes, StoreError>> + Send + 'static, ApiError> {
    let keys = keys(app)?;
    close_days(app).await?;
    let now = now(app).await?;
    let (size, small_n) = (now.head.size, app.config.small_n);
    let days = app.store.signed_heads(u32::MAX).await.map_err(store_problem)?;
    let key_lines = keys.public().iter().map(slip::PublicKey::line).collect();
    let opening = line(&Opening { banshi_log: 1, size, small_n, keys: key_lines })?;
    let mut heads = String::new();
    for head in days.into_iter().rev().filter(|day| day.head.size <= size).chain([now]) {
        heads += &line(&head_line(head))?;
    }
    let leaves = leaves(Arc::clone(&app.store), size, small_n);
    let first = stream::once(async move { Ok(Bytes::from(opening)) });
    let last = stream::once(async move { Ok(Bytes::from(heads)) });
    Ok(first.chain(leaves).chain(last))
}

fn leaves(store: Arc<dyn Store>, size: u64, small_n: u64) -> impl Stream<Item = Result<Bytes, StoreError>> + Send {
    stream::try_unfold((store, 0_u64), move |(store, from)| async move {
        if from >= size {
            return Ok(None);
        }
        let most = u32::try_from(size - from).unwrap_or(PAGE).min(PAGE);
        let page = store.read_log(from, most, small_n).await?;
        if page.is_empty() {
            // The log is never shorter than it was; a reader must not take half of it for the whole.
            return Err(StoreError::Unavailable("the log ends before its end".into()));
        }
        let next = from + page.len() as u64;
        let text: String = page.into_iter().filter_map(|entry| line(&entry_line(entry)).ok()).collect();
        Ok(Some((Bytes::from(text), (store, next))))
    })
}

async fn now(app: &App) -> Result<SignedHead, ApiError> {
    let keys = keys(app)?;
    Ok(app.store.log_head(clock::now()).await.map_err(store_problem)?.sign(keys.signer()))
}

fn keys(app: &App) -> Result<&KeyRing, ApiError> {
    app.keys.as_ref().ok_or(ApiError::RatingsOff)
}

fn wire(signed: SignedHead) -> LogHead {
    let SignedHead { head, key, signature } = signed;
    LogHead { at: head.at, size: head.size, root: head.root.to_string(), key_id: key, signature }
}

fn head_line(signed: SignedHead) -> Line {
    let LogHead { at, size, root, key_id, signature } = wire(signed);
    Line::Head { at, size, root, key_id, signature }
}

fn entry_line(entry: Entry) -> Line {
    match entry {
        Entry::Told(leaf) => Line::Leaf(leaf),
        Entry::KeptBack(hash) => Line::Hash(hash.to_string()),
    }
}

fn line<T: serde::Serialize>(value: &T) -> Result<String, ApiError> {
    serde_json::to_string(value).map(|text| text + "\n").map_err(internal)
}
