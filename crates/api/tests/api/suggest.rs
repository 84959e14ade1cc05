use domain::wire::Suggestions;

use crate::{fixture::HEPING, harness::TestApp};

#[tokio::test]
async fn a_beginning_is_completed_with_what_is_published_here() {
    let app = TestApp::start();
    let found: Suggestions = app.read(&format!("/api/v1/suggest?q=身份&region={HEPING}")).await;
    assert!(!found.items.is_empty());
    let elsewhere: Suggestions = app.read(&format!("/api/v1/suggest?q=公司设立&region={HEPING}")).await;
    assert!(elsewhere.items.iter().all(|s| s.code.as_ref().is_none_or(|code| code.as_str() != "t-gs-sl")));
    assert_eq!(app.get(&format!("/api/v1/suggest?q={}", "a".repeat(101))).await.status, 422);
}
