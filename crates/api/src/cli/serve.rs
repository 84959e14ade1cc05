//! `banshi serve`

use std::{path::Path, sync::Arc, time::Duration};

use store::{ClosedStore, SqliteStore, Store, StoreError};
use tokio::{net::TcpListener, sync::Notify};

use crate::{
    app::{App, router},
    config::{ServeArgs, StoreUrl},
    keys::KeyRing,
    live::watch::Watcher,
    net,
    service::ratings,
    site::Site,
};

/// Serves until it is told to stop.
pub fn run(args: ServeArgs) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.map_err(|cause| format!("no runtime: {cause}"))?.block_on(serve(args))
}

async fn serve(args: ServeArgs) -> Result<(), String> {
    let path = args.snapshot.clone().ok_or(
        "no snapshot to serve. Make one with `banshi generate --scale sample --out sample.snapshot`, \
         then `banshi serve --snapshot sample.snapshot`",
    )?;
    let site = load_site(args.site.as_deref())?;
    let store = open_store(&args.store)?;
    let keys = args.keys.as_deref().map(KeyRing::load).transpose().map_err(|cause| cause.to_string())?;
    let watcher = Watcher::open(&path).map_err(|cause| cause.to_string())?;
    let slot = watcher.slot();
    let listener =
        TcpListener::bind(args.listen).await.map_err(|cause| format!("cannot listen on {}: {cause}", args.listen))?;
    let address = listener.local_addr().map_err(|cause| cause.to_string())?;
    // Before anyone is told that we serve: an early signal would end a process that does not listen for it.
    let look_now = Arc::new(Notify::new());
    on_hangup(look_now.clone());
    {
        let live = slot.load();
        let meta = live.snapshot.meta();
        let (items, checksum) = (meta.counts.items, &meta.checksum);
        tracing::info!(%address, %checksum, data_date = %meta.data_date, items, "serving http://{address}/");
    }
    tokio::spawn(watcher.run(look_now));
    let max_connections = args.max_connections;
    let signs = keys.is_some();
    let app = App::new(args, slot, store, site, keys).map_err(|cause| format!("the site cannot be used: {cause}"))?;
    if signs {
        tokio::spawn(close_days(app.clone()));
    }
    net::serve(listener, router(app), max_connections, stop()).await;
    Ok(())
}

fn load_site(folder: Option<&Path>) -> Result<Site, String> {
    let Some(folder) = folder else { return Ok(Site::default()) };
    let site = Site::load(folder).map_err(|cause| format!("cannot read the site {}: {cause}", folder.display()))?;
    match site.template() {
        Some(_) => Ok(site),
        None => Err(format!("{} has no index.html; build the portal with `cargo xtask serve`", folder.display())),
    }
}

fn open_store(url: &StoreUrl) -> Result<Arc<dyn Store>, String> {
    match url {
        StoreUrl::Sqlite(file) => match SqliteStore::open(file) {
            Ok(store) => Ok(Arc::new(store)),
            Err(cause @ StoreError::Newer { .. }) => Err(format!("cannot open the store {}: {cause}", file.display())),
            // What is published does not need it: pages go on, and what would be written is told why not.
            Err(cause) => {
                tracing::error!(%cause, store = %file.display(), "the store cannot be opened; nothing is taken until a new start");
                Ok(Arc::new(ClosedStore(cause.to_string())))
            }
        },
        StoreUrl::Postgres => Err("--store postgres://… is not supported by this version; a later one will keep \
             reports in PostgreSQL. Until then give one node --store sqlite:FILE. Nothing was opened or served"
            .into()),
    }
}

/// Signs the head of each day once it is over, whether anybody asks for it or not.
async fn close_days(app: App) {
    let mut look = tokio::time::interval(Duration::from_secs(60));
    loop {
        look.tick().await;
        if let Err(cause) = ratings::log::close_days(&app).await {
            tracing::warn!(?cause, "the log's last day is not closed yet");
        }
    }
}

/// SIGHUP looks at the snapshot at once.
fn on_hangup(look_now: Arc<Notify>) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut hangups) = signal(SignalKind::hangup()) else { return };
        tokio::spawn(async move {
            while hangups.recv().await.is_some() {
                look_now.notify_one();
            }
        });
    }
    #[cfg(not(unix))]
    drop(look_now);
}

/// Ctrl-C or SIGTERM.
async fn stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut signals) => drop(signals.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}
