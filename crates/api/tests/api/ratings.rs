//! Ratings over the API: tickets, receipts, additions, figures.

mod forged;
mod log;
mod pages;
mod quiet;
mod repeats;
mod sums;

use api::{clock, keys, keys::KeyRing, tickets};
use axum::{
    body::Body,
    http::{Request, header},
};
use domain::{
    rating::{Grade, RatingChannel, Ticket, tags_of, ticket::Proof},
    wire::{RatingReceipt, RatingView},
};
use tempfile::TempDir;

use crate::{
    fixture::HEPING,
    harness::{Answer, TestApp},
};

pub const RATINGS: &str = "/api/v1/ratings";

/// A server with keys, and the window that signs tickets with them.
pub struct Hall {
    pub app: TestApp,
    pub ring: KeyRing,
    _folder: TempDir,
}

impl Hall {
    pub fn open() -> Self {
        Self::with(&[])
    }

    pub fn with(flags: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        keys::create(folder.path(), clock::today()).unwrap();
        let own = ["--keys", folder.path().to_str().unwrap()];
        let app = TestApp::with(&[&own, flags].concat());
        let ring = KeyRing::load(folder.path()).unwrap();
        Self { app, ring, _folder: folder }
    }

    pub fn ticket(&self, visit: &str) -> String {
        tickets::issue(&ticket(visit), self.ring.signer())
    }

    pub async fn send(&self, key: &str, body: &str) -> Answer {
        self.app.send(request(key, body)).await
    }

    /// Rates a visit and tells its receipt.
    pub async fn rate(&self, visit: &str, level: u8) -> RatingReceipt {
        let answer = self.send(visit, &body(&self.ticket(visit), level, "")).await;
        assert_eq!(answer.status, 201, "{}", answer.text());
        answer.parse()
    }
}

pub fn ticket(visit: &str) -> Ticket {
    Ticket {
        proof: Proof::Service(visit.into()),
        channel: RatingChannel::from_code("qr").unwrap(),
        issued: clock::unix(),
        expires: clock::unix() + 86_400,
        nonce: rand::random(),
        item: "t-sfz-bl".into(),
        organ: "O1".into(),
        place: "hall-1.3".into(),
        region: HEPING.into(),
    }
}

pub fn body(ticket: &str, level: u8, more: &str) -> String {
    format!(r#"{{"ticket":"{ticket}","level":{level},"anonymous":true{more}}}"#)
}

pub fn request(key: &str, body: &str) -> Request<Body> {
    let request = Request::post(RATINGS).header(header::CONTENT_TYPE, "application/json");
    request.header("idempotency-key", key).body(Body::from(body.to_owned())).unwrap()
}

#[tokio::test]
async fn a_rating_is_kept_and_its_receipt_opens_it() {
    let hall = Hall::open();
    let more = r#","tags":[109,108],"text":" 还要我交照片，打13812345678 ","score":10"#;
    let answer = hall.send("k1", &body(&hall.ticket("A1"), 1, more)).await;
    assert_eq!((answer.status.as_u16(), answer.header("cache-control")), (201, "no-store"), "{}", answer.text());
    let receipt: RatingReceipt = answer.parse();
    assert_eq!(receipt.log_index, 0);
    let found: RatingView = hall.app.read(&format!("{RATINGS}/{}", receipt.receipt)).await;
    assert_eq!((found.level, found.score, found.label.as_str()), (1, 0, "非常不满意"), "no score from outside counts");
    assert_eq!((found.state.as_str(), found.proven, found.anonymous), ("rated", true, true));
    assert_eq!(found.text.as_deref(), Some("还要我交照片，打〔号码已隐去〕"));
    let tags: Vec<_> = found.tags.iter().map(|tag| (tag.code, tag.promise.as_deref())).collect();
    assert_eq!(tags, [(108, Some("red_lines")), (109, Some("materials"))]);
    assert_eq!(found.tags[1].link.as_deref(), Some(&*format!("/guides/t-sfz-bl?region={HEPING}")));
    assert!(found.add_until.is_some());
    let upper = receipt.receipt.to_uppercase();
    assert_eq!(hall.app.get(&format!("{RATINGS}/{upper}")).await.status, 200);
    for wrong in ["nothing", "2222222-22222222-22222222", "%00", &"2".repeat(300)] {
        assert_eq!(hall.app.get(&format!("{RATINGS}/{wrong}")).await.problem().code, "not_found", "{wrong}");
    }
}

#[tokio::test]
async fn each_refusal_has_its_code() {
    let hall = Hall::open();
    let good = hall.ticket("A1");
    let code = async |key: &str, body: String| {
        let answer = hall.send(key, &body).await;
        (answer.status.as_u16(), answer.problem().code)
    };
    let told = |status: u16, code: &str| (status, code.to_owned());
    assert_eq!(code("k", body("", 5, "")).await, told(403, "ticket_invalid"));
    assert_eq!(code("k", body("AAAA", 5, "")).await, told(403, "ticket_invalid"));
    assert_eq!(code("k", "{".into()).await, told(400, "unreadable"));
    assert_eq!(code("", body(&good, 5, "")).await, told(400, "key_missing"));
    assert_eq!(code(&"k".repeat(201), body(&good, 5, "")).await, told(400, "key_missing"));
    assert_eq!(code("k", "x".repeat(17 * 1024)).await, told(413, "too_large"));
    let late = Ticket { issued: clock::unix() - 100, expires: clock::unix() - 1, ..ticket("A1") };
    let late = tickets::issue(&late, hall.ring.signer());
    assert_eq!(code("k", body(&late, 5, "")).await, told(403, "ticket_invalid"));
    let long = format!(r#","text":"{}""#, "长".repeat(151));
    for more in [r#","tags":[109]"#, r#","tags":[510,510]"#, r#","tags":[101]"#, &long, r#","text":"a\u0000b""#] {
        assert_eq!(code("k", body(&good, 5, more)).await, told(422, "invalid_input"), "{more}");
    }
    for level in [0, 6, 255] {
        assert_eq!(code("k", body(&good, level, "")).await, told(422, "invalid_input"), "{level}");
    }
    // Nothing of that has used the ticket or the key up.
    assert_eq!(hall.send("k", &body(&good, 5, "")).await.status, 201);
    assert_eq!(hall.send("k", &body(&good, 5, "")).await.status, 201);
    assert_eq!(code("k", body(&good, 4, "")).await, told(409, "key_reused"));
    assert_eq!(code("k2", body(&good, 5, "")).await, told(409, "ticket_used"));
    assert_eq!(code("k2", body(&hall.ticket("A1"), 5, "")).await, told(409, "ticket_used"), "printed again");
}

#[tokio::test]
async fn something_can_be_added_once_and_in_time() {
    let hall = Hall::open();
    let receipt = hall.rate("A1", 2).await.receipt;
    let path = format!("{RATINGS}/{receipt}/additions");
    let empty = hall.app.post_json(&path, "{}").await.problem();
    assert_eq!((empty.status, empty.fields[0].field.as_str()), (422, "text"));
    let addition = r#"{"level":4,"tags":[406],"text":"后来办好了"}"#;
    for _ in 0..2 {
        let answer = hall.app.post_json(&path, addition).await;
        assert_eq!(answer.status, 201, "{}", answer.text());
    }
    assert_eq!(hall.app.post_json(&path, r#"{"text":"再说一句"}"#).await.problem().code, "already_added");
    let found: RatingView = hall.app.read(&format!("{RATINGS}/{receipt}")).await;
    assert_eq!((found.state.as_str(), found.level, found.add_until), ("added", 2, None));
    assert_eq!(found.addition.and_then(|added| added.level), Some(4));
    let none = hall.app.post_json(&format!("{RATINGS}/nobody/additions"), addition).await;
    assert_eq!(none.problem().code, "not_found");
    // With no days at all, the time is over with the second.
    let strict = Hall::with(&["--addition-days", "0"]);
    let receipt = strict.rate("A1", 2).await.receipt;
    let until: RatingView = strict.app.read(&format!("{RATINGS}/{receipt}")).await;
    assert_eq!(until.add_until, Some(clock::today()));
}

#[tokio::test]
async fn every_grade_costs_the_same_bytes() {
    let hall = Hall::open();
    let mut sizes = std::collections::HashSet::new();
    for grade in Grade::ALL {
        let tags: Vec<u16> = tags_of(grade).take(2).map(|tag| tag.code).collect();
        let visit = format!("A{}", grade.level());
        let body = body(&hall.ticket(&visit), grade.level(), &format!(r#","tags":{tags:?}"#));
        let answer = hall.send(&visit, &body).await;
        assert_eq!(answer.status, 201);
        sizes.insert((body.len(), answer.body.len()));
    }
    assert_eq!(sizes.len(), 1, "{sizes:?}");
}

#[tokio::test]
async fn a_window_code_proves_nothing_and_says_so() {
    let hall = Hall::open();
    let fixed = tickets::issue(&Ticket { proof: Proof::Static, ..ticket("") }, hall.ring.signer());
    for key in ["k1", "k2"] {
        let receipt: RatingReceipt = hall.send(key, &body(&fixed, 1, "")).await.parse();
        let found: RatingView = hall.app.read(&format!("{RATINGS}/{}", receipt.receipt)).await;
        assert!(!found.proven);
    }
}

#[tokio::test]
async fn telephone_and_paper_come_through_a_gateway_that_shows_its_token() {
    let token = "a-token-of-twenty-four-x";
    let hall = Hall::with(&["--gateway-token", token]);
    let voice = Ticket { channel: RatingChannel::from_code("voice").unwrap(), ..ticket("A1") };
    let body = body(&tickets::issue(&voice, hall.ring.signer()), 4, "");
    assert_eq!(hall.send("k", &body).await.problem().code, "gateway_only");
    for (told, status) in [("Bearer wrong", 403), (token, 403), (&*format!("Bearer {token}"), 201)] {
        let mut request = request("k", &body);
        request.headers_mut().insert("authorization", told.parse().unwrap());
        assert_eq!(hall.app.send(request).await.status, status, "{told}");
    }
}

#[tokio::test]
async fn without_keys_nobody_can_rate_and_everybody_can_read() {
    let app = TestApp::start();
    let answer = app.send(request("k", &body("AAAA", 5, ""))).await;
    assert_eq!((answer.status.as_u16(), answer.problem().code.as_str()), (503, "ratings_off"));
    assert_eq!(app.get("/api/v1/log/heads").await.problem().code, "ratings_off");
    assert_eq!(app.get("/api/v1/guides").await.status, 200);
}
