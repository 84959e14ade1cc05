//! Data that travels inside a page: written by the server with `serde`, read in the browser leanly.

use std::future::Future;

use leptos::{
    prelude::*,
    server::codee::{Decoder, Encoder},
};
use serde::Serialize;

use super::{FromJson, parse};

/// Reads a value from JSON text.
pub fn read<T: FromJson>(text: &str) -> Option<T> {
    T::from_json(parse(text)?)
}

/// How a [`Data`] is written and read.
pub struct Wire;

/// The text is not what was expected.
#[derive(Debug)]
pub struct Unreadable;

impl<T: Serialize> Encoder<T> for Wire {
    type Error = Unreadable;
    type Encoded = String;

    fn encode(value: &T) -> Result<String, Unreadable> {
        // The browser only reads; without this, the code that writes would be in the wasm.
        if cfg!(feature = "ssr") { serde_json::to_string(value).map_err(|_| Unreadable) } else { Err(Unreadable) }
    }
}

impl<T: FromJson> Decoder<T> for Wire {
    type Error = Unreadable;
    type Encoded = str;

    fn decode(text: &str) -> Result<T, Unreadable> {
        read(text).ok_or(Unreadable)
    }
}

/// What a page waits for; the server sends it along, so that the browser does not ask again.
pub type Data<T> = Resource<T, Wire>;

/// Waits for what `ask` answers to `source`, and again when that changes.
pub fn data<S, T, F>(
    source: impl Fn() -> S + Send + Sync + 'static,
    ask: impl Fn(S) -> F + Send + Sync + 'static,
) -> Data<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: FromJson + Serialize + Send + Sync + 'static,
    F: Future<Output = T> + Send + 'static,
{
    Resource::new_with_options(source, ask, false)
}
