//! Asking for data, from the phone's pack or the network; `ask.js` says which.

use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

// Written in JavaScript: promises, timers and fetch cost a tenth of the bytes there.
#[wasm_bindgen(module = "/src/browser/ask.js")]
extern "C" {
    #[wasm_bindgen(js_name = ask)]
    async fn ask_js(method: &str, address: &str, code: &str, body: &str) -> JsValue;
    #[wasm_bindgen(js_name = near)]
    fn near_js() -> bool;
    #[wasm_bindgen(js_name = begin)]
    fn begin_js(kiosk: bool);
}

/// No connection.
pub const OFFLINE: u16 = 0;
/// No answer in time.
pub const TIMEOUT: u16 = 1;
/// The API of another origin is there, but answers no page of this one.
pub const SHUT_OUT: u16 = 2;

/// What is asked of the API. Empty texts stand for what is not sent.
#[derive(Debug, Default)]
pub struct Question<'a> {
    /// The address below the API.
    pub address: &'a str,
    /// The code that opens a report: a secret, so never in an address.
    pub code: &'a str,
    /// What is posted; without it the question is a GET.
    pub body: &'a str,
}

/// Asks; answers with a status of HTTP, [`OFFLINE`], [`TIMEOUT`] or [`SHUT_OUT`], and the text.
pub async fn ask(question: Question<'_>) -> (u16, String) {
    let method = if question.body.is_empty() { "GET" } else { "POST" };
    let answer = ask_js(method, question.address, question.code, question.body).await;
    let mut status = answer.as_string().unwrap_or_default();
    let text = status.get(3..).map(str::to_owned).unwrap_or_default();
    status.truncate(3);
    (status.parse().unwrap_or(TIMEOUT), text)
}

/// Says where the portal runs; the phone's pack follows when the page is idle, except in a kiosk.
pub fn begin(kiosk: bool) {
    begin_js(kiosk);
}

/// Whether the phone itself answers what is typed.
pub fn is_near() -> bool {
    near_js()
}
