//! Durable ratings a second, and what repeats do.

use std::{
    collections::HashSet,
    error::Error,
    fs::OpenOptions,
    io::Write,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use store::Store;
use tokio::runtime::Runtime;

use crate::{client::Client, hall::Hall};

const TIME: Duration = Duration::from_secs(6);
const ROUNDS: usize = 3;

/// What one run showed.
struct Shown {
    ratings: f64,
    batch: f64,
    p50: f64,
    p99: f64,
}

/// Takes turns: the disk alone, one transaction a request, group commit.
pub fn run(folder: &Path) -> Result<(), Box<dyn Error>> {
    println!(
        "| clients | flushes/s | one transaction a request/s | ratings/s | of it | ratings a commit | of flushes x batch | p50 ms | p99 ms |"
    );
    println!("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for clients in [1, 16, 128] {
        let (mut floor, mut single, mut grouped) = (Vec::new(), Vec::new(), Vec::new());
        for round in 0..ROUNDS {
            floor.push(flushes(folder)?);
            single.push(rates(&folder.join(format!("one-{clients}-{round}")), clients, 1)?);
            grouped.push(rates(&folder.join(format!("many-{clients}-{round}")), clients, 512)?);
        }
        let flushes = median(floor);
        let figure = |all: &[Shown], of: fn(&Shown) -> f64| median(all.iter().map(of).collect());
        let (one, many) = (figure(&single, |shown| shown.ratings), figure(&grouped, |shown| shown.ratings));
        let batch = figure(&grouped, |shown| shown.batch);
        println!(
            "| {clients} | {flushes:.0} | {one:.0} | {many:.0} | {:.2} | {batch:.1} | {:.2} | {:.1} | {:.1} |",
            many / one,
            many / (flushes * batch),
            figure(&grouped, |shown| shown.p50),
            figure(&grouped, |shown| shown.p99),
        );
    }
    Ok(())
}

/// How often the disk flushes 4 KB that were appended.
fn flushes(folder: &Path) -> Result<f64, Box<dyn Error>> {
    let path = folder.join("floor");
    let mut file = OpenOptions::new().create(true).truncate(true).write(true).open(&path)?;
    let (start, mut count) = (Instant::now(), 0);
    while start.elapsed() < Duration::from_secs(2) {
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        count += 1;
    }
    let rate = f64::from(count) / start.elapsed().as_secs_f64();
    std::fs::remove_file(path)?;
    Ok(rate)
}

fn rates(folder: &Path, clients: u32, batch: usize) -> Result<Shown, Box<dyn Error>> {
    let runtime = Runtime::new()?;
    let shown = runtime.block_on(async {
        let hall = Hall::open(folder, batch).await?;
        // Signed before the clock runs: windows sign tickets, not the server.
        let requests: Arc<Vec<Vec<u8>>> = Arc::new((0..most(clients)).map(|n| hall.request(n)).collect());
        let next = Arc::new(AtomicU32::new(0));
        let (before, start) = (hall.store.commits(), Instant::now());
        let mut running = Vec::new();
        for _ in 0..clients {
            let (requests, next, address) = (requests.clone(), next.clone(), hall.address);
            running.push(tokio::spawn(async move {
                let mut client = Client::new(address).await?;
                let mut times = Vec::new();
                while start.elapsed() < TIME {
                    let n = next.fetch_add(1, Ordering::Relaxed) as usize;
                    let Some(request) = requests.get(n) else { break };
                    let sent = Instant::now();
                    let (status, body) = client.send(request).await?;
                    if status != 201 {
                        return Err(std::io::Error::other(body));
                    }
                    times.push(sent.elapsed().as_secs_f64() * 1e3);
                }
                Ok(times)
            }));
        }
        let mut times = Vec::new();
        for one in running {
            times.extend(one.await??);
        }
        let seconds = start.elapsed().as_secs_f64();
        let commits = hall.store.commits() - before;
        let kept = hall.store.log_head(String::new()).await?.size;
        if kept != times.len() as u64 {
            return Err(format!("{} acknowledged, {kept} in the log", times.len()).into());
        }
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or(f64::NAN);
        let (ratings, batch) = (times.len() as f64 / seconds, times.len() as f64 / commits as f64);
        Ok::<_, Box<dyn Error>>(Shown { ratings, batch, p50: at(0.5), p99: at(0.99) })
    });
    drop(runtime);
    std::fs::remove_dir_all(folder)?;
    shown
}

/// More requests than any machine answers in the time.
fn most(clients: u32) -> u32 {
    clients.min(32) * 2_500 + 5_000
}

/// 1,000 keys, each sent 50 times in parallel.
pub fn repeats(folder: &Path) -> Result<(), Box<dyn Error>> {
    const KEYS: u32 = 1_000;
    const TIMES: u32 = 50;
    let runtime = Runtime::new()?;
    runtime.block_on(async {
        let hall = Hall::open(&folder.join("repeats"), 512).await?;
        let requests: Arc<Vec<Vec<u8>>> = Arc::new((0..KEYS).map(|n| hall.request(n)).collect());
        let running: Vec<_> = (0..TIMES)
            .map(|time| {
                let (requests, address) = (requests.clone(), hall.address);
                tokio::spawn(async move {
                    let mut client = Client::new(address).await?;
                    let mut answers = Vec::new();
                    for n in 0..KEYS {
                        // Neighbours in time send the same keys, in another order.
                        let at = (n / 50 * 50 + (n * 7 + time) % 50) as usize;
                        answers.push((at, client.send(&requests[at]).await?));
                    }
                    Ok::<_, std::io::Error>(answers)
                })
            })
            .collect();
        let mut receipts = HashSet::new();
        let mut refused = 0;
        for one in running {
            for (at, (status, body)) in one.await?? {
                if status == 201 {
                    receipts.insert((at, body));
                } else {
                    refused += 1;
                }
            }
        }
        let size = hall.store.log_head(String::new()).await?.size;
        println!("{KEYS} keys x {TIMES}: {} receipts, {size} leaves, {refused} refused", receipts.len());
        Ok(())
    })
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}
