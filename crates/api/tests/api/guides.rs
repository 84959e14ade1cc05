use domain::{
    Channel, Level,
    wire::{GuideDetail, GuidePage},
};

use crate::{fixture::HEPING, harness::TestApp};

#[tokio::test]
async fn without_words_every_item_is_listed_by_popularity() {
    let page: GuidePage = TestApp::start().read("/api/v1/guides").await;
    assert_eq!((page.total, page.page, page.size), (4, 1, 20));
    let codes: Vec<&str> = page.items.iter().map(|hit| hit.code.as_str()).collect();
    assert_eq!(codes, ["t-sfz-bl", "t-hz-qf", "t-gs-sl", "t-lsjz"]);
}

#[tokio::test]
async fn near_duplicates_stand_under_the_best_hit() {
    let page: GuidePage = TestApp::start().read("/api/v1/guides?q=临时救助").await;
    assert_eq!(page.items[0].code.as_str(), "t-lsjz");
    let same: Vec<&str> = page.items[0].same.iter().map(|same| same.code.as_str()).collect();
    assert_eq!(same, ["t-lsjz-2"]);
    assert!(page.items.iter().all(|hit| hit.code.as_str() != "t-lsjz-2"));
}

#[tokio::test]
async fn the_nearest_publication_gives_the_terms_of_a_hit() {
    let app = TestApp::start();
    let page: GuidePage = app.read(&format!("/api/v1/guides?q=身份证补领&region={HEPING}")).await;
    let hit = &page.items[0];
    assert_eq!(hit.department, "和平区公安分局（样例）");
    assert_eq!((hit.promised_days, hit.visits, hit.fee), (Some(10), Some(1), Some(true)));
    assert_eq!((hit.region.as_ref().map(|r| r.as_str()), hit.level), (Some(HEPING), Some(Level::County)));
    assert!(hit.sample && !hit.matched.is_empty());
    // A village has the publications of all above it.
    let page: GuidePage = app.read("/api/v1/guides?q=身份证补领&region=210102001001").await;
    assert_eq!(page.items[0].promised_days, Some(10));
}

#[tokio::test]
async fn where_only_the_law_sets_a_limit_the_hit_says_so_and_promises_nothing() {
    let app = TestApp::start();
    let page: GuidePage = app.read(&format!("/api/v1/guides?q=护照签发&region={HEPING}")).await;
    let hit = &page.items[0];
    assert_eq!((hit.promised_days, hit.limit.map(|limit| (limit.amount, limit.legal))), (None, Some((7, true))));
    let page = app.get(&format!("/guides?q=护照签发&region={HEPING}")).await.text();
    assert!(page.contains("法定 7 个工作日内"), "{page}");
    let page = app.get(&format!("/guides?q=身份证补领&region={HEPING}")).await.text();
    assert!(page.contains("10 个工作日办完"), "{page}");
}

#[tokio::test]
async fn what_another_city_publishes_is_not_listed_here() {
    let page: GuidePage = TestApp::start().read(&format!("/api/v1/guides?region={HEPING}&size=100")).await;
    assert!(page.items.iter().all(|hit| hit.code.as_str() != "t-gs-sl"));
}

#[tokio::test]
async fn a_place_word_in_the_query_sets_the_region() {
    let page: GuidePage = TestApp::start().read(&format!("/api/v1/guides?q=大连公司设立登记&region={HEPING}")).await;
    assert_eq!(page.understood.region.unwrap().name, "大连市");
    assert_eq!(page.items[0].code.as_str(), "t-gs-sl");
}

#[tokio::test]
async fn a_place_word_that_only_contains_the_own_region_changes_nothing() {
    let page: GuidePage = TestApp::start().read(&format!("/api/v1/guides?q=沈阳身份证补领&region={HEPING}")).await;
    assert_eq!(page.understood.region, None);
    assert_eq!(page.items[0].promised_days, Some(10));
}

#[tokio::test]
async fn a_filter_narrows_the_hits_but_not_its_own_facet() {
    let app = TestApp::start();
    let page: GuidePage = app.read("/api/v1/guides?audience=legal&facets=1").await;
    assert_eq!(page.total, 1);
    let facets = page.facets.unwrap();
    let counts: Vec<(&str, u32)> = facets.audience.iter().map(|f| (f.value.as_str(), f.count)).collect();
    assert_eq!(counts, [("natural", 4), ("legal", 1)]);
    let kinds: Vec<(&str, &str, u32)> =
        facets.kind.iter().map(|f| (f.value.as_str(), f.label.as_str(), f.count)).collect();
    assert_eq!(kinds, [("01", "行政许可", 1)]);
    assert_eq!(app.read::<GuidePage>("/api/v1/guides?theme=设立变更").await.total, 1);
    assert_eq!(app.read::<GuidePage>("/api/v1/guides?theme=没有").await.total, 0);
    assert_eq!(app.read::<GuidePage>("/api/v1/guides?kind=01").await.total, 1);
}

#[tokio::test]
async fn level_and_channel_are_those_of_the_nearest_publication() {
    let app = TestApp::start();
    let here: GuidePage = app.read(&format!("/api/v1/guides?channel=web&level=county&region={HEPING}")).await;
    assert_eq!(here.total, 1);
    let above: GuidePage = app.read("/api/v1/guides?channel=web&level=county&region=2102").await;
    assert_eq!(above.total, 0);
}

#[tokio::test]
async fn pages_follow_each_other() {
    let app = TestApp::start();
    let mut codes = Vec::new();
    for page in 1..=3 {
        let page: GuidePage = app.read(&format!("/api/v1/guides?size=2&page={page}")).await;
        assert_eq!(page.total, 4);
        codes.extend(page.items.into_iter().map(|hit| hit.code));
    }
    codes.dedup();
    assert_eq!(codes.len(), 4);
}

#[tokio::test]
async fn nothing_found_is_never_a_dead_end() {
    let page: GuidePage = TestApp::start().read("/api/v1/guides?q=氦氖氩氪").await;
    assert_eq!(page.total, 0);
    assert!(!page.nearest.is_empty());
}

#[tokio::test]
async fn every_bad_value_is_told_and_unknown_parameters_are_not() {
    let app = TestApp::start();
    let answer = app.get("/api/v1/guides?page=0&size=101&audience=cat&kind=77&region=21010&facets=2&colour=red").await;
    assert_eq!(answer.status, 422);
    let problem = answer.problem();
    assert_eq!(problem.code, "invalid_input");
    let names: Vec<&str> = problem.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(names, ["region", "audience", "kind", "page", "size", "facets"]);
    let nowhere = app.get("/api/v1/guides?region=999999").await;
    assert_eq!((nowhere.status.as_u16(), nowhere.problem().fields[0].field.clone()), (422, "region".to_owned()));
    let long = app.get(&format!("/api/v1/guides?q={}", "a".repeat(101))).await;
    assert_eq!(long.status, 422);
}

#[tokio::test]
async fn a_guide_is_shown_with_the_terms_of_the_nearest_region() {
    let app = TestApp::start();
    let guide: GuideDetail = app.read(&format!("/api/v1/guides/t-sfz-bl?region={HEPING}")).await;
    assert_eq!(guide.limits.promise.unwrap().amount, 10);
    assert_eq!(guide.channels, [Channel::Window, Channel::Web]);
    assert_eq!(guide.materials[0].name, "居民户口簿");
    let publication = guide.publication.unwrap();
    assert_eq!(publication.region.full_name, "辽宁省 沈阳市 和平区");
    assert_eq!(publication.hours.as_deref(), Some("工作日 9:00-17:00"));
    assert_eq!(publication.places.len(), 1);
    let above: Vec<&str> = guide.also_at.iter().map(|region| region.name.as_str()).collect();
    assert_eq!(above, ["辽宁省"]);
}

#[tokio::test]
async fn a_guide_without_a_region_has_the_highest_publication() {
    let guide: GuideDetail = TestApp::start().read("/api/v1/guides/t-sfz-bl").await;
    assert_eq!(guide.limits.promise.unwrap().amount, 20);
    assert_eq!(guide.publication.unwrap().region.name, "辽宁省");
}

#[tokio::test]
async fn of_several_cities_none_speaks_for_who_names_no_region() {
    let app = TestApp::start();
    let guide: GuideDetail = app.read("/api/v1/guides/t-hz-qf").await;
    assert_eq!(guide.publication, None);
    let page: GuidePage = app.read("/api/v1/guides?q=%E6%8A%A4%E7%85%A7").await;
    let hit = page.items.iter().find(|hit| hit.code.as_str() == "t-hz-qf").unwrap();
    assert_eq!((hit.region.as_ref(), hit.level, hit.department.as_str()), (None, Some(Level::City), "公安局"));
}

#[tokio::test]
async fn a_guide_that_no_region_of_the_scope_publishes_is_shown_without_a_publication() {
    let guide: GuideDetail = TestApp::start().read(&format!("/api/v1/guides/t-gs-sl?region={HEPING}")).await;
    assert_eq!(guide.publication, None);
}

#[tokio::test]
async fn a_guide_is_found_by_the_code_as_imported_and_a_wrong_one_is_404() {
    let app = TestApp::start();
    let guide: GuideDetail = app.read("/api/v1/guides/112100000001t-sfz-bl").await;
    assert_eq!(guide.code.as_str(), "t-sfz-bl");
    for path in ["/api/v1/guides/none", "/api/v1/guides/%E8%AF%81"] {
        let answer = app.get(path).await;
        assert_eq!((answer.status.as_u16(), answer.problem().code), (404, "not_found".to_owned()), "{path}");
    }
}
