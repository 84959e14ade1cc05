use axum::{
    body::Body,
    http::{Request, header},
};
use domain::{
    RegionCode,
    logic::Truth,
    policy::{Answers, PayMode, PolicyBook, Standing},
    wire::{Eligibility, FactView, PolicyDetail, PolicyList},
};

use crate::{fixture::HEPING, harness::TestApp};

const FIRM: &str =
    r#"{"subject":"legal","firm_size":"small","ui_paid":10000000,"ui_months":24,"layoff_rate":30,"insured":50}"#;

fn ask(facts: &str) -> String {
    format!(r#"{{"region":"{HEPING}","on":"2026-06-01","facts":{facts}}}"#)
}

async fn found(app: &TestApp, facts: &str) -> Vec<Eligibility> {
    let answer = app.post_json("/api/v1/eligibility", &ask(facts)).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("cache-control"), "no-store", "answers stay nowhere");
    answer.parse()
}

#[tokio::test]
async fn policies_are_found_by_words_and_filters() {
    let app = TestApp::start();
    let ids = |list: PolicyList| list.items.into_iter().map(|policy| policy.id).collect::<Vec<_>>();
    let all: PolicyList = app.read("/api/v1/policies").await;
    assert_eq!((all.total, all.items.len()), (2, 2));
    assert!(all.items.iter().all(|policy| policy.sample));
    for (query, wanted) in [
        ("q=%E7%A8%B3%E5%B2%97", "steady-jobs-refund"),
        ("class=elderly", "old-age-allowance"),
        ("instrument=refund", "steady-jobs-refund"),
        ("audience=natural", "old-age-allowance"),
        ("pay_mode=AUTO", "steady-jobs-refund"),
        ("size=1&page=2", "steady-jobs-refund"),
    ] {
        assert_eq!(ids(app.read(&format!("/api/v1/policies?{query}")).await), [wanted], "{query}");
    }
    assert_eq!(ids(app.read(&format!("/api/v1/policies?region={HEPING}")).await).len(), 2);
    assert!(ids(app.read("/api/v1/policies?q=%E7%81%AB%E6%98%9F").await).is_empty());
    for bad in ["class=x", "audience=x", "region=x", "region=990000000000", "size=101", "pay_mode=auto"] {
        assert_eq!(app.get(&format!("/api/v1/policies?{bad}")).await.problem().code, "invalid_input", "{bad}");
    }
}

#[tokio::test]
async fn a_policy_says_for_whom_how_much_and_on_what_it_rests() {
    let app = TestApp::start();
    let policy: PolicyDetail = app.read("/api/v1/policies/steady-jobs-refund").await;
    let rule = &policy.rules[0];
    assert!(policy.brief.sample && !policy.sources.is_empty());
    assert_eq!((rule.pay.mode, rule.pay.month), (PayMode::Auto, Some(10)));
    assert_eq!(rule.amount.parts[0].rows[0].share, Some([30, 100]));
    assert_eq!(rule.amount.parts[0].rows[0].of.as_deref(), Some("ui_paid"));
    assert!(policy.facts.contains(&"layoff_rate".to_owned()));
    let need = serde_json::to_value(&rule.conditions[0].need).unwrap();
    assert_eq!(need, serde_json::json!({"between": {"fact": "ui_months", "min": 12}}));
    assert_eq!(app.get("/api/v1/policies/nothing").await.problem().code, "not_found");
}

#[tokio::test]
async fn every_question_of_policies_says_how_it_is_answered() {
    let app = TestApp::start();
    let facts: Vec<FactView> = app.read("/api/v1/facts").await;
    let paid = facts.iter().find(|fact| fact.key == "ui_paid").unwrap();
    assert_eq!((paid.kind.as_str(), paid.unit.as_deref()), ("money", Some("元")));
    assert_eq!(paid.used_by, ["steady-jobs-refund"]);
}

#[tokio::test]
async fn answers_settle_what_is_whose_and_how_much_it_is() {
    let app = TestApp::start();
    let nothing = found(&app, "{}").await;
    assert!(nothing.iter().all(|policy| policy.outcome == Truth::Unknown && !policy.missing.is_empty()));
    let firm = found(&app, FIRM).await;
    let refund = firm.iter().find(|policy| policy.id == "steady-jobs-refund").unwrap();
    let amount = refund.amount.unwrap();
    assert_eq!((refund.outcome, amount.min, amount.max), (Truth::Yes, 6_000_000, 6_000_000));
    assert!(refund.missing.is_empty() && refund.details == ["labour_dispatch"]);
    assert!(refund.why.iter().any(|why| why.source.is_some() && why.holds == Truth::Yes));
    let allowance = firm.iter().find(|policy| policy.id == "old-age-allowance").unwrap();
    assert_eq!((allowance.outcome, &allowance.nearest), (Truth::No, &None), "a firm cannot become old");
    let lost = found(&app, &FIRM.replace("30", "99")).await;
    let nearest = lost.iter().find_map(|policy| policy.nearest.as_ref()).unwrap();
    assert_eq!(nearest.changes[0].fact, "layoff_rate");
    let past = ask(FIRM).replace("2026-06-01", "2024-06-01");
    let past: Vec<Eligibility> = app.post_json("/api/v1/eligibility", &past).await.parse();
    assert!(past.iter().all(|policy| policy.outcome == Truth::No), "no rule held then, or not for firms");
}

#[tokio::test]
async fn only_the_policies_that_are_named_are_evaluated() {
    let app = TestApp::start();
    let one = ask(FIRM).replace("\"facts\"", "\"ids\":[\"old-age-allowance\"],\"facts\"");
    let one: Vec<Eligibility> = app.post_json("/api/v1/eligibility", &one).await.parse();
    assert_eq!(one.len(), 1);
    let none = ask(FIRM).replace("\"facts\"", "\"ids\":[\"no-such\"],\"facts\"");
    assert_eq!(app.post_json("/api/v1/eligibility", &none).await.problem().fields[0].field, "ids");
}

#[tokio::test]
async fn an_answer_that_no_question_takes_is_refused() {
    let app = TestApp::start();
    let problem = app.post_json("/api/v1/eligibility", &ask(r#"{"shoe_size":42,"age":80}"#)).await.problem();
    assert_eq!((problem.status, problem.code.as_str()), (422, "unknown_fact"));
    assert_eq!(problem.fields.iter().map(|field| field.field.as_str()).collect::<Vec<_>>(), ["facts.shoe_size"]);
    let problem = app.post_json("/api/v1/eligibility", &ask(r#"{"age":"old","firm_size":"huge","insured":-1}"#)).await;
    let problem = problem.problem();
    assert_eq!((problem.code.as_str(), problem.fields.len()), ("invalid_input", 3));
    let body = r#"{"region":"990000000000","on":"1900-01-01"}"#;
    let problem = app.post_json("/api/v1/eligibility", body).await.problem();
    assert_eq!(problem.fields.iter().map(|field| field.field.as_str()).collect::<Vec<_>>(), ["region", "on"]);
    assert_eq!(app.post_json("/api/v1/eligibility", "{").await.problem().code, "unreadable");
    assert_eq!(app.post_json("/api/v1/eligibility", &"x".repeat(17 * 1024)).await.problem().code, "too_large");
    assert_eq!(app.get("/api/v1/eligibility").await.status, 405);
}

#[tokio::test]
async fn answers_sent_by_another_sites_page_are_refused() {
    let app = TestApp::start();
    let request = Request::post("/api/v1/eligibility").header(header::CONTENT_TYPE, "application/json");
    let request = request.header("origin", "https://evil.example").body(Body::from(ask("{}"))).unwrap();
    assert_eq!(app.send(request).await.problem().code, "foreign_origin");
}

#[tokio::test]
async fn the_pack_is_immutable_by_its_version_and_says_what_the_server_says() {
    let app = TestApp::start();
    let pack = app.get("/api/v1/packs/policies").await;
    let kind = (pack.header("content-type"), pack.header("cache-control"));
    assert_eq!(kind, ("application/vnd.banshi.policies", "no-cache"));
    let version = pack.header("etag").trim_matches('"').to_owned();
    let same = app.get(&format!("/api/v1/packs/policies?version={version}")).await;
    assert!(same.header("cache-control").contains("immutable") && same.body == pack.body);
    assert_eq!(app.get(&format!("/api/v1/packs/policies?have={version}")).await.status, 304);

    let book = PolicyBook::open(&pack.body).unwrap();
    let scope = [HEPING, "210100000000", "210000000000"].map(|code| RegionCode::parse(code).unwrap());
    for facts in ["{}", FIRM, r#"{"subject":"natural","age":85}"#] {
        let told = found(&app, facts).await;
        let answers: Answers = book.facts().answers(&serde_json::from_str(facts).unwrap()).unwrap();
        let standing = Standing { scope: &scope, on: "2026-06-01".parse().unwrap(), answers: &answers };
        for (at, told) in told.iter().enumerate() {
            let here = book.evaluate(at, &standing);
            let amount = here.amount.map(|range| (range.min, range.max));
            assert_eq!((told.outcome, told.amount.map(|range| (range.min, range.max))), (here.outcome, amount));
            assert_eq!(told.pay_mode, here.mode);
        }
    }
}
