use domain::wire::{RegionDetail, RegionList};

use crate::harness::TestApp;

#[tokio::test]
async fn regions_are_listed_from_the_top_down() {
    let app = TestApp::start();
    let top: RegionList = app.read("/api/v1/regions").await;
    assert_eq!(top.items[0].name, "辽宁省");
    let below: RegionList = app.read("/api/v1/regions?parent=21").await;
    let names: Vec<&str> = below.items.iter().map(|region| region.name.as_str()).collect();
    assert_eq!(names, ["沈阳市", "大连市"]);
    assert_eq!(app.get("/api/v1/regions?parent=22").await.status, 422);
}

#[tokio::test]
async fn a_region_is_found_by_name_without_suffix_by_pinyin_and_by_code() {
    let app = TestApp::start();
    for words in ["和平", "heping", "210102"] {
        let found: RegionList = app.read(&format!("/api/v1/regions?q={words}")).await;
        assert!(found.items.iter().any(|region| region.full_name == "辽宁省 沈阳市 和平区"), "{words}: {found:?}");
    }
}

#[tokio::test]
async fn a_region_is_shown_with_what_is_right_below_it() {
    let app = TestApp::start();
    let region: RegionDetail = app.read("/api/v1/regions/210102").await;
    assert_eq!(region.region.code.as_str(), "210102000000");
    assert_eq!(region.children[0].name, "浑河湾街道");
    assert_eq!(app.get("/api/v1/regions/999999").await.problem().code, "not_found");
}
