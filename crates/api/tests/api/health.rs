use serde_json::Value;

use crate::harness::TestApp;

#[tokio::test]
async fn readiness_tells_snapshot_store_and_build() {
    let app = TestApp::start();
    assert_eq!(app.get("/healthz").await.status, 200);
    let ready: Value = app.read("/readyz").await;
    assert_eq!(ready["store"], "ready");
    assert_eq!(ready["snapshot"]["checksum"].as_str().unwrap().len(), 64);
    assert_eq!(ready["build"], env!("CARGO_PKG_VERSION"));
}

#[tokio::test]
async fn metrics_count_routes_and_never_hold_a_query() {
    let app = TestApp::start();
    app.get("/api/v1/guides?q=secretword").await;
    let text = app.get("/metrics").await.text();
    assert!(text.contains("route=\"/api/v1/guides\",method=\"GET\",status=\"200\"} 1\n"), "{text}");
    assert!(text.contains("banshi_snapshot_items 5"));
    assert!(!text.contains("secretword"));
}
