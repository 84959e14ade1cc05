//! Whoever lost the network sends again, and has rated once.

use std::collections::HashSet;

use domain::wire::{LogHeads, RatingReceipt};

use super::{Hall, body, request};

/// Small here; the whole, 1,000 keys 50 times each, is `cargo run -p api --example ratings_bench`.
const KEYS: usize = 40;
const TIMES: usize = 20;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_key_has_one_effect_however_often_and_in_parallel_it_is_sent() {
    let hall = Hall::open();
    let bodies: Vec<String> = (0..KEYS).map(|n| body(&hall.ticket(&format!("A{n}")), 5, "")).collect();
    let mut sent = Vec::new();
    for time in 0..TIMES {
        for at in 0..KEYS {
            let at = (at * 7 + time) % KEYS;
            let (router, request) = (hall.app.router.clone(), request(&format!("key-{at}"), &bodies[at]));
            sent.push(tokio::spawn(async move {
                let answer = tower::ServiceExt::oneshot(router, request).await.unwrap();
                assert_eq!(answer.status(), 201);
                let body = axum::body::to_bytes(answer.into_body(), 1 << 16).await.unwrap();
                serde_json::from_slice::<RatingReceipt>(&body).unwrap()
            }));
        }
    }
    let mut receipts = HashSet::new();
    for one in sent {
        receipts.insert(one.await.unwrap().receipt);
    }
    assert_eq!(receipts.len(), KEYS);
    let heads: LogHeads = hall.app.read("/api/v1/log/heads").await;
    assert_eq!(heads.now.map(|head| head.size), Some(KEYS as u64));
}

#[tokio::test]
async fn a_ticket_that_is_tried_without_end_is_told_to_wait() {
    let hall = Hall::open();
    let body = body(&hall.ticket("A1"), 5, "");
    let mut last = hall.send("k", &body).await;
    for _ in 0..100 {
        last = hall.send("k", &body).await;
    }
    assert_eq!((last.problem().code.as_str(), last.header("retry-after")), ("too_often", "5"));
    hall.rate("A2", 5).await;
}
