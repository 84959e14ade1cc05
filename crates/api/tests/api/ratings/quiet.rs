//! Nothing personal gets where it does not belong.

use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use super::{Hall, RATINGS, body, request};

const PHONE: &str = "13912345678";
const IDENTITY: &str = "210102199001011234";
const VISIT: &str = "VISIT-CANARY-77";
const HEADER: &str = "header-canary-55";

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn neither_logs_nor_figures_nor_exports_hold_anything_personal() {
    let lines = Lines::default();
    let writer = lines.clone();
    // Everything there is to say, far below what an operator would ever switch on.
    let said = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || writer.clone());
    let _guard = tracing::subscriber::set_default(said.finish());

    let hall = Hall::with(&["--small-n", "0"]);
    let ticket = hall.ticket(VISIT);
    let text = format!(r#","text":"请打{PHONE}，身份证{IDENTITY}""#);
    let mut one = request(HEADER, &body(&ticket, 1, &text).replace("\"anonymous\":true", "\"anonymous\":false"));
    for name in ["user-agent", "referer", "cookie", "x-forwarded-for", "x-request-id", "authorization"] {
        one.headers_mut().insert(name, HEADER.parse().unwrap());
    }
    let answer = hall.app.send(one).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    let receipt = answer.parse::<domain::wire::RatingReceipt>().receipt;
    hall.app.get(&format!("{RATINGS}/{receipt}?x={PHONE}")).await;
    hall.app.post_json(&format!("{RATINGS}/{receipt}/additions"), &format!(r#"{{"text":"{PHONE}"}}"#)).await;
    hall.send("k", &body(&format!("{PHONE}{IDENTITY}"), 1, "")).await;
    let proof = hall.app.get(&format!("/api/v1/log/proof/{receipt}")).await.text();
    let export = hall.app.get("/api/v1/log/export").await.text();
    let metrics = hall.app.get("/metrics").await.text();
    let shown = hall.app.get(&format!("{RATINGS}/{receipt}")).await.text();
    let logged = String::from_utf8_lossy(&lines.0.lock().unwrap()).into_owned();

    assert!(logged.contains("/api/v1/ratings") && export.contains("t-sfz-bl"), "there is something to look at");
    for (place, text) in [("log", &logged), ("export", &export), ("metrics", &metrics), ("proof", &proof)] {
        for canary in [PHONE, IDENTITY, VISIT, HEADER, &ticket, &receipt] {
            assert!(!text.contains(canary), "{canary} in {place}: {text}");
        }
    }
    for canary in [PHONE, IDENTITY, VISIT] {
        assert!(!shown.contains(canary), "{canary}: {shown}");
    }
}
