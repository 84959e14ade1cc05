use std::collections::BTreeSet;

use serde_json::Value;

use crate::harness::TestApp;

#[tokio::test]
async fn the_description_is_as_reviewed() {
    let document: Value = TestApp::start().read("/api/v1/openapi.json").await;
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    insta::assert_json_snapshot!(document);
}

#[tokio::test]
async fn every_reference_of_the_description_leads_somewhere() {
    let document: Value = TestApp::start().read("/api/v1/openapi.json").await;
    let text = document.to_string();
    let named: BTreeSet<&str> =
        text.split("#/components/schemas/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let missing: Vec<&&str> = named.iter().filter(|name| !schemas.contains_key(**name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
