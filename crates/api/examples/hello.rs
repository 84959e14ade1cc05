//! A bare axum hello, the yardstick of the benchmarks: `cargo run --release -p api --example hello -- 127.0.0.1:8090`

use axum::{Router, routing::get};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8090".into());
    let listener = tokio::net::TcpListener::bind(&address).await?;
    axum::serve(listener, Router::new().route("/", get(|| async { "hello" }))).await
}
