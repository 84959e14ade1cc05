use domain::wire::PlaceList;

use crate::{fixture::HEPING, harness::TestApp};

#[tokio::test]
async fn places_are_listed_with_the_region_they_serve() {
    let app = TestApp::start();
    let places: PlaceList = app.read("/api/v1/places?region=210102001").await;
    assert_eq!(places.items.len(), 1);
    assert_eq!(places.items[0].region.name, "和平区");
    let none: PlaceList = app.read(&format!("/api/v1/places?region={HEPING}&kind=station")).await;
    assert!(none.items.is_empty());
    assert_eq!(app.get("/api/v1/places?kind=castle").await.problem().fields[0].field, "kind");
}
