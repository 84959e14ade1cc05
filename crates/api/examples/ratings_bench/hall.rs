//! A server on loopback, and tickets for it.

use std::{error::Error, net::SocketAddr, path::Path, sync::Arc};

use api::{
    app::{App, router},
    clock,
    config::ServeArgs,
    keys::{self, KeyRing},
    live::watch::Watcher,
    net,
    site::Site,
    tickets,
};
use catalogue::snapshot::{BuildMeta, SnapshotBuilder};
use chrono::{DateTime, NaiveDate};
use clap::Parser;
use domain::{
    Level, Region, RegionCode, RegionKind, RegionTable,
    rating::{RatingChannel, Ticket, ticket::Proof},
};
use store::SqliteStore;
use tokio::net::TcpListener;

#[derive(Parser)]
struct Flags {
    #[command(flatten)]
    serve: ServeArgs,
}

/// A running server.
pub struct Hall {
    pub address: SocketAddr,
    pub ring: Arc<KeyRing>,
    pub store: Arc<SqliteStore>,
}

impl Hall {
    /// Starts a server over an empty store; `batch` is how many ratings one transaction may hold.
    pub async fn open(folder: &Path, batch: usize) -> Result<Self, Box<dyn Error>> {
        std::fs::create_dir_all(folder)?;
        let (snapshot, key_folder) = (folder.join("live.snapshot"), folder.join("keys"));
        empty_snapshot(&snapshot)?;
        keys::create(&key_folder, clock::today())?;
        let path = |path: &Path| path.to_string_lossy().into_owned();
        let flags = ["serve".into(), "--snapshot".into(), path(&snapshot), "--keys".into(), path(&key_folder)];
        let config = Flags::parse_from(flags).serve;
        let watcher = Watcher::open(&snapshot)?;
        let store = Arc::new(SqliteStore::with_batches(&folder.join("banshi.db"), batch)?);
        let ring = KeyRing::load(&key_folder)?;
        let app = App::new(config, watcher.slot(), store.clone(), Site::default(), Some(ring))?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        tokio::spawn(net::serve(listener, router(app), 8192, std::future::pending()));
        Ok(Self { address, ring: Arc::new(KeyRing::load(&key_folder)?), store })
    }

    /// The bytes of a request that rates visit `n` with key `n`.
    pub fn request(&self, n: u32) -> Vec<u8> {
        let ticket = tickets::issue(&ticket(n), self.ring.signer());
        let body =
            format!(r#"{{"ticket":"{ticket}","level":{},"tags":[],"text":"窗口很快","anonymous":true}}"#, n % 5 + 1);
        format!(
            "POST /api/v1/ratings HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nIdempotency-Key: bench-{n}\r\n\
             Content-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        )
        .into_bytes()
    }
}

/// The ticket of a visit: one of 100 counties, 40 organs, 300 items.
pub fn ticket(n: u32) -> Ticket {
    Ticket {
        proof: Proof::Service(format!("V{n}")),
        channel: RatingChannel::from_number((n % 5 + 1) as u8).unwrap_or(&RatingChannel::all()[0]),
        issued: clock::unix(),
        expires: clock::unix() + 86_400,
        nonce: rand::random(),
        item: format!("ln-item-{}", n % 300),
        organ: format!("1121{:04}", n % 40),
        place: "hall-1.3".into(),
        region: format!("21{:02}{:02}000000", n % 14 + 1, n % 8 + 1),
    }
}

fn empty_snapshot(path: &Path) -> Result<(), Box<dyn Error>> {
    let province = Region {
        code: RegionCode::parse(RegionCode::PROVINCE)?,
        name: "辽宁省".into(),
        kind: RegionKind::Province,
        level: Level::Province,
        parent: None,
    };
    let meta = BuildMeta {
        data_date: NaiveDate::default(),
        built_at: DateTime::parse_from_rfc3339("2026-11-22T00:00:00+08:00")?,
        sources: Vec::new(),
    };
    let regions = RegionTable::build(vec![province]).map_err(|wrong| format!("{wrong:?}"))?;
    SnapshotBuilder::new(regions, meta).write(path)?;
    Ok(())
}
