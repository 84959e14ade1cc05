//! The accept loop: bounded in connections and in the time that headers take, and drained at the end.

use std::{future::Future, sync::Arc, time::Duration};

use axum::{Router, http::Request};
use hyper::body::Incoming;
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto, graceful::GracefulShutdown},
    service::TowerToHyperService,
};
use tokio::{net::TcpListener, sync::Semaphore};
use tower::ServiceExt;

use crate::front::client::Peer;

/// A client that takes longer to send its headers is let go.
const HEADER_TIME: Duration = Duration::from_secs(10);
/// Room for the headers of one request.
const HEADER_BYTES: usize = 32 * 1024;
/// How long requests in flight may take to finish after the order to stop.
const DRAIN: Duration = Duration::from_secs(20);

/// Serves until `stop` comes, then lets requests in flight finish.
pub async fn serve(listener: TcpListener, router: Router, max_connections: usize, stop: impl Future<Output = ()>) {
    let permits = Arc::new(Semaphore::new(max_connections));
    let drain = GracefulShutdown::new();
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADER_TIME).max_buf_size(HEADER_BYTES);
    builder.http2().timer(TokioTimer::new()).max_header_list_size(HEADER_BYTES as u32).max_concurrent_streams(100);
    tokio::pin!(stop);
    loop {
        let accepted = async {
            // Beyond the bound, connections wait in the system's queue instead of in our memory.
            let permit = permits.clone().acquire_owned().await;
            (listener.accept().await, permit)
        };
        let (stream, address, permit) = tokio::select! {
            (accepted, permit) = accepted => match accepted {
                Ok((stream, address)) => (stream, address, permit),
                Err(cause) => {
                    tracing::warn!(%cause, "a connection was not accepted");
                    // Out of file descriptors: trying again at once would only spin.
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let _ = stream.set_nodelay(true);
        // The peer is told apart from what headers say of it.
        let service = TowerToHyperService::new(router.clone().map_request(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(Peer(address));
            request
        }));
        let watched = drain.watch(builder.serve_connection(TokioIo::new(stream), service).into_owned());
        tokio::spawn(async move {
            // A client that went away is not an event.
            let _ = watched.await;
            drop(permit);
        });
    }
    drop(listener);
    tracing::info!("stopping; requests in flight are finished first");
    if tokio::time::timeout(DRAIN, drain.shutdown()).await.is_err() {
        tracing::warn!("some requests were cut off");
    }
}
