//! Power cuts: the real program is killed at random moments while citizens rate, and started again. What was
//! acknowledged is there, once, and the log is whole.

use std::{
    io::{Read, Write},
    net::TcpStream,
    path::Path,
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use api::{clock, keys, keys::KeyRing, tickets};
use domain::{
    rating::{RatingChannel, Ticket, ticket::Proof},
    wire::{LogConsistency, LogHeads, RatingReceipt},
};
use rand::{Rng, SeedableRng, rngs::StdRng};
use tempfile::TempDir;

use crate::{
    fixture,
    process::{Server, banshi, quiet},
};

/// In CI; BANSHI_KILLS asks for more, 1,000 for the figures in docs/BENCHMARKS.md.
const KILLS: u32 = 50;
const CLIENTS: u32 = 8;

/// What a citizen's device remembers.
#[derive(Clone)]
struct Sent {
    key: String,
    body: String,
    receipt: Option<RatingReceipt>,
}

fn ticket(ring: &KeyRing, visit: &str) -> String {
    let ticket = Ticket {
        proof: Proof::Service(visit.into()),
        channel: RatingChannel::from_code("qr").unwrap(),
        issued: clock::unix(),
        expires: clock::unix() + 86_400,
        nonce: rand::random(),
        item: "t-sfz-bl".into(),
        organ: "O1".into(),
        place: "P1".into(),
        region: "210102000000".into(),
    };
    tickets::issue(&ticket, ring.signer())
}

/// One request on a connection of its own: status and body, or nothing when the server died meanwhile.
pub fn ask(address: &str, head: &str, body: &str) -> Option<(u16, String)> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    let length = body.len();
    write!(stream, "{head} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {length}\r\n").ok()?;
    write!(stream, "Content-Type: application/json\r\n\r\n{body}").ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let status = answer.get(9..12)?.parse().ok()?;
    Some((status, answer.split_once("\r\n\r\n")?.1.to_owned()))
}

fn rate(address: &str, sent: &Sent) -> Option<RatingReceipt> {
    let head = "POST /api/v1/ratings".to_owned();
    let mut stream = TcpStream::connect(address).ok()?;
    let (key, body, length) = (&sent.key, &sent.body, sent.body.len());
    write!(
        stream,
        "{head} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nIdempotency-Key: {key}\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 201") || answer.starts_with("HTTP/1.1 503"), "{answer}");
    serde_json::from_str(answer.split_once("\r\n\r\n")?.1).ok()
}

/// Rates until the server dies; the last rating may or may not have been kept.
fn citizen(address: &str, ring: &KeyRing, next: &AtomicU32, over: &AtomicBool) -> Vec<Sent> {
    let mut all = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let n = next.fetch_add(1, Ordering::Relaxed);
        let body = format!(r#"{{"ticket":"{}","level":5,"anonymous":true}}"#, ticket(ring, &format!("V{n}")));
        let mut sent = Sent { key: format!("key-{n}"), body, receipt: None };
        sent.receipt = rate(address, &sent);
        all.push(sent);
    }
    all
}

fn get<T: serde::de::DeserializeOwned>(address: &str, path: &str) -> T {
    let (status, body) = ask(address, &format!("GET {path}"), "").unwrap();
    assert_eq!(status, 200, "{body}");
    serde_json::from_str(&body).unwrap()
}

#[test]
fn what_was_acknowledged_survives_being_killed_at_random_moments() {
    let kills = std::env::var("BANSHI_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(KILLS);
    let folder = TempDir::new().unwrap();
    let (live, store, key_folder) =
        (folder.path().join("live.snapshot"), folder.path().join("banshi.db"), folder.path().join("keys"));
    fixture::write(&live, "first");
    keys::create(&key_folder, clock::today()).unwrap();
    let ring = Arc::new(KeyRing::load(&key_folder).unwrap());
    let mut random = StdRng::seed_from_u64(9);
    let next = Arc::new(AtomicU32::new(0));
    let mut acknowledged: Vec<(Sent, u64)> = Vec::new();
    let (mut unsure, mut slowest, mut kept_head) = (Vec::<Sent>::new(), Duration::ZERO, (0_u64, String::new()));
    for _ in 0..kills {
        let started = Instant::now();
        let mut server = Server::with(&live, &store, &["--keys", key_folder.to_str().unwrap()]);
        slowest = slowest.max(started.elapsed());
        let address = server.address.clone();
        // Devices send again what they got no answer to: it counts once, kept before or not.
        for sent in unsure.drain(..) {
            let receipt = rate(&address, &sent).expect("an answer");
            acknowledged.push((sent, receipt.log_index));
        }
        // The head that was kept before still is the beginning of the log.
        if kept_head.0 > 0 {
            let grown: LogConsistency = get(&address, &format!("/api/v1/log/consistency?from={}", kept_head.0));
            assert_eq!(grown.from_root, kept_head.1);
        }
        let over = Arc::new(AtomicBool::new(false));
        let citizens: Vec<_> = (0..CLIENTS)
            .map(|_| {
                let (address, ring, next, over) = (address.clone(), ring.clone(), next.clone(), over.clone());
                thread::spawn(move || citizen(&address, &ring, &next, &over))
            })
            .collect();
        let wait = Duration::from_micros(random.random_range(2_000..60_000));
        let at = Instant::now() + wait;
        while Instant::now() < at {
            thread::yield_now();
        }
        if random.random_bool(0.2) {
            let now = get::<LogHeads>(&address, "/api/v1/log/heads").now.unwrap();
            kept_head = (now.size, now.root);
        }
        server.child.kill().unwrap();
        over.store(true, Ordering::Relaxed);
        server.child.wait().unwrap();
        for sent in citizens.into_iter().flat_map(|citizen| citizen.join().unwrap()) {
            match &sent.receipt {
                Some(receipt) => {
                    let index = receipt.log_index;
                    acknowledged.push((sent, index));
                }
                None => unsure.push(sent),
            }
        }
    }
    let server = Server::with(&live, &store, &["--keys", key_folder.to_str().unwrap()]);
    // Sent again, each has the receipt it had; what never got through is kept now.
    for (sent, index) in &acknowledged {
        assert_eq!(rate(&server.address, sent).map(|receipt| receipt.log_index), Some(*index), "{}", sent.key);
    }
    let late: Vec<u64> = unsure.iter().map(|sent| rate(&server.address, sent).unwrap().log_index).collect();
    let mut places: Vec<u64> = acknowledged.iter().map(|(_, index)| *index).chain(late).collect();
    places.sort_unstable();
    let size = get::<LogHeads>(&server.address, "/api/v1/log/heads").now.unwrap().size;
    assert_eq!(places, (0..size).collect::<Vec<_>>(), "every leaf is of one rating that its sender knows of");
    let export = folder.path().join("log.jsonl");
    let (_, text) = ask(&server.address, "GET /api/v1/log/export", "").unwrap();
    std::fs::write(&export, dechunked(&text)).unwrap();
    let told = banshi().args(["verify-log", export.to_str().unwrap()]).stdout(Stdio::piped()).output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stdout));
    println!("{kills} kills, {size} ratings acknowledged, slowest start {slowest:?}");
}

/// The text of a body that was sent in pieces.
fn dechunked(body: &str) -> String {
    let (mut rest, mut text) = (body, String::new());
    while let Some((length, more)) = rest.split_once("\r\n") {
        let length = usize::from_str_radix(length, 16).unwrap();
        text.push_str(&more[..length]);
        rest = &more[length..][2..];
    }
    text
}

/// The program under a limit on the size of its files, which to a program is a full disk.
#[cfg(unix)]
fn on_a_small_disk(live: &Path, store: &Path, key_folder: &Path, blocks: u32) -> Server {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\""), "sh"]).arg(banshi().get_program());
    Server::run(quiet(command), live, store, &["--keys", key_folder.to_str().unwrap()])
}

#[cfg(unix)]
#[test]
fn on_a_full_disk_citizens_are_told_and_pages_and_old_ratings_stay() {
    let folder = TempDir::new().unwrap();
    let (live, store, key_folder) =
        (folder.path().join("live.snapshot"), folder.path().join("banshi.db"), folder.path().join("keys"));
    fixture::write(&live, "first");
    keys::create(&key_folder, clock::today()).unwrap();
    let ring = KeyRing::load(&key_folder).unwrap();
    // Blocks of 512 bytes: some hundred kilobytes for each file.
    let server = on_a_small_disk(&live, &store, &key_folder, 800);
    let mut kept = Vec::new();
    for n in 0..3_000 {
        let body = format!(r#"{{"ticket":"{}","level":5,"anonymous":true}}"#, ticket(&ring, &format!("V{n}")));
        match rate(&server.address, &Sent { key: format!("key-{n}"), body, receipt: None }) {
            Some(receipt) => kept.push(receipt),
            None => break,
        }
    }
    assert!(!kept.is_empty());
    // A report is smaller: some may still fit.
    let report = || ask(&server.address, "POST /api/v1/requests", r#"{"kind":"correction","text":"不对"}"#).unwrap();
    let (status, problem) = (0..100).map(|_| report()).find(|(status, _)| *status != 201).expect("the disk is full");
    assert!(status == 503 && problem.contains("store_unavailable") && problem.contains("12345"), "{problem}");
    let ready = server.ready().unwrap();
    assert_eq!((ready["store"].as_str(), ready["status"].as_str()), (Some("read_only"), Some("ready")));
    assert_eq!(ask(&server.address, "GET /guides?q=x", "").unwrap().0, 200, "what is published is read");
    let last = &kept[kept.len() - 1];
    assert_eq!(ask(&server.address, &format!("GET /api/v1/ratings/{}", last.receipt), "").unwrap().0, 200);
    drop(server);
    // With room again, everything that was acknowledged is there.
    let server = Server::with(&live, &store, &["--keys", key_folder.to_str().unwrap()]);
    for receipt in &kept {
        assert_eq!(ask(&server.address, &format!("GET /api/v1/ratings/{}", receipt.receipt), "").unwrap().0, 200);
    }
}

#[test]
fn a_database_that_cannot_be_opened_holds_up_no_page() {
    let folder = TempDir::new().unwrap();
    let live = folder.path().join("live.snapshot");
    fixture::write(&live, "first");
    let server = Server::with(&live, &folder.path().join("no such folder/banshi.db"), &[]);
    assert_eq!(server.ready().unwrap()["store"], "gone");
    assert_eq!(ask(&server.address, "GET /guides?q=x", "").unwrap().0, 200);
    let (status, problem) = ask(&server.address, "GET /api/v1/ratings/summary", "").unwrap();
    assert!(status == 503 && problem.contains("store_unavailable"), "{problem}");
}
