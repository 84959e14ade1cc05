//! What a page's figures cost as ratings grow: `BANSHI_MOST` ratings, a million without it.

use std::{
    error::Error,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use store::{Axis, RatingWrite, SqliteStore, Store, SummaryAsk, Written};
use tokio::runtime::Runtime;

use crate::hall::ticket;

/// Asks after each tenfold growth.
pub fn run(folder: &Path) -> Result<(), Box<dyn Error>> {
    let most = std::env::var("BANSHI_MOST").ok().and_then(|text| text.parse().ok()).unwrap_or(1_000_000);
    Runtime::new()?.block_on(async {
        let path = folder.join("figures.db");
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(&path)?);
        println!("| ratings | database MB | one item, whole µs | organs of a county µs | organs of the province µs | organs in 30 days µs | receipt µs | proof µs |");
        println!("|---:|---:|---:|---:|---:|---:|---:|---:|");
        let (mut size, mut receipt) = (0, String::new());
        for goal in [10_000_u32, 100_000, 1_000_000, 10_000_000].into_iter().filter(|goal| *goal <= most) {
            while size < goal {
                let many = (goal - size).min(2_000);
                let sent: Vec<_> = (size..size + many)
                    .map(|n| {
                        let store = store.clone();
                        tokio::spawn(async move { store.put_rating(rating(n)).await })
                    })
                    .collect();
                for one in sent {
                    if let Written::Kept(kept) = one.await?? {
                        receipt = kept.receipt;
                    }
                }
                size += many;
            }
            // All sums there are, before the clock runs.
            let whole = ask(Axis::All, "210000000000", None);
            let mut summed = store.sum_ratings(whole.clone()).await?;
            while summed.total.all() < u64::from(size) {
                summed = store.sum_ratings(whole.clone()).await?;
            }
            let mut days = ask(Axis::Organ, "210000000000", None);
            (days.from, days.to) = (Some("2026-11-01".into()), Some("2026-11-30".into()));
            let mut cells = Vec::new();
            for question in [
                ask(Axis::Item, "210101000000", Some("ln-item-0")),
                ask(Axis::Organ, "210101000000", None),
                ask(Axis::Organ, "210000000000", None),
                days,
            ] {
                cells.push(time(async || store.sum_ratings(question.clone()).await.map(drop)).await?);
            }
            cells.push(time(async || store.find_rating(receipt.clone()).await.map(drop)).await?);
            cells.push(time(async || store.prove_rating(receipt.clone()).await.map(drop)).await?);
            let cells: Vec<String> = cells.iter().map(|time| format!("{:.0}", time.as_secs_f64() * 1e6)).collect();
            println!("| {size} | {} | {} |", std::fs::metadata(&path)?.len() / 1_000_000, cells.join(" | "));
        }
        Ok(())
    })
}

async fn time(question: impl AsyncFn() -> Result<(), store::StoreError>) -> Result<Duration, Box<dyn Error>> {
    let mut times = Vec::new();
    for _ in 0..101 {
        let start = Instant::now();
        question().await?;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    Ok(times[50])
}

fn ask(axis: Axis, region: &str, key: Option<&str>) -> SummaryAsk {
    SummaryAsk { axis, region: region.into(), key: key.map(str::to_owned), from: None, to: None, most: 20 }
}

/// A rating on one of 300 days.
fn rating(n: u32) -> RatingWrite {
    let ticket = ticket(n);
    let mut service = [0; 32];
    service[..4].copy_from_slice(&n.to_be_bytes());
    // As random as a real checksum, so that its table is written to everywhere.
    service[..4].reverse();
    RatingWrite {
        key: format!("key-{n}"),
        body: service,
        service: Some(service),
        visit: None,
        region: ticket.region,
        organ: ticket.organ,
        item: ticket.item,
        place: ticket.place,
        channel: ticket.channel.code,
        level: (n % 5 + 1) as u8,
        tags: Vec::new(),
        text: None,
        received_at: format!("2026-{:02}-{:02}T09:00:00+08:00", 1 + n / 1_000_000, 1 + n / 40_000 % 25),
    }
}
