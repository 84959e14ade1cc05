use domain::wire::About;

use crate::harness::TestApp;

#[tokio::test]
async fn the_data_are_told_with_their_date_and_sources() {
    let about: About = TestApp::start().read("/api/v1/about").await;
    assert_eq!((about.counts.items, about.counts.publications, about.counts.regions), (5, 7, 6));
    assert_eq!(about.data_date.to_string(), "2026-11-01");
    assert!(about.sample && about.checksum.len() == 64);
    assert_eq!(about.sources, ["first.tsv（5 行）"]);
    assert!(!about.figures.is_empty());
}
