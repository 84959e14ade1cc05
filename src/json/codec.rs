//! Data that travels inside a page: written by the server with `serde`, read in the browser leanly.
//!
//! Leptos compiles all of a resource anew for each type it holds. So there is one resource type here,
//! which holds any value; [`Data`] remembers which.

use std::{any::Any, future::Future, marker::PhantomData, pin::Pin, sync::Arc};

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

/// A value of any type, as it was asked for or as it came with the page.
#[derive(Clone)]
pub enum Packed {
    /// As asked for, and how to write it.
    Value(Arc<dyn Any + Send + Sync>, fn(&dyn Any) -> Option<String>),
    /// As it came with the page.
    Text(Arc<str>),
}

impl Packed {
    fn pack<T: Serialize + Send + Sync + 'static>(value: T) -> Self {
        fn write<T: Serialize + 'static>(value: &dyn Any) -> Option<String> {
            // The browser only reads; without this, the code that writes would be in the wasm.
            if cfg!(feature = "ssr") { serde_json::to_string(value.downcast_ref::<T>()?).ok() } else { None }
        }
        Self::Value(Arc::new(value), write::<T>)
    }

    fn unpack<T: FromJson + Clone + 'static>(&self) -> Option<T> {
        match self {
            Self::Value(value, _) => value.downcast_ref::<T>().cloned(),
            Self::Text(text) => read(text),
        }
    }
}

/// How a [`Packed`] is written and read.
pub struct Wire;

/// The value cannot be written.
#[derive(Debug)]
pub struct Unwritable;

impl Encoder<Packed> for Wire {
    type Error = Unwritable;
    type Encoded = String;

    fn encode(value: &Packed) -> Result<String, Unwritable> {
        match value {
            Packed::Value(value, write) => write(value.as_ref()).ok_or(Unwritable),
            Packed::Text(text) => Ok(text.as_ref().into()),
        }
    }
}

impl Decoder<Packed> for Wire {
    type Error = Unwritable;
    type Encoded = str;

    fn decode(text: &str) -> Result<Packed, Unwritable> {
        Ok(Packed::Text(text.into()))
    }
}

/// What a page waits for; the server sends it along, so that the browser does not ask again.
pub struct Data<T> {
    resource: Resource<Packed, Wire>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Data<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Data<T> {}

impl<T: FromJson + Clone + 'static> Data<T> {
    /// Waits for the value; `None` only if what came with the page cannot be read.
    pub async fn get(self) -> Option<T> {
        self.resource.await.unpack()
    }

    /// Asks again.
    pub fn refetch(self) {
        self.resource.refetch();
    }
}

/// Waits for what `ask` answers to `source`, and again when that changes.
pub fn data<S, T, F>(
    source: impl Fn() -> S + Send + Sync + 'static,
    ask: impl Fn(S) -> F + Send + Sync + 'static,
) -> Data<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + Send + Sync + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let source = Memo::new(move |_| source());
    let version = Memo::new(move |before: Option<&u32>| {
        // Read, not only tracked: a memo that was never read counts as changed when it first is.
        source.with(|_| ());
        before.map_or(0, |number| number + 1)
    });
    let ask = move || -> Pending {
        let answer = ask(source.get_untracked());
        Box::pin(async move { Packed::pack(answer.await) })
    };
    Data { resource: erased(version, Box::new(ask)), holds: PhantomData }
}

/// An answer that is on its way, of whatever type.
type Pending = Pin<Box<dyn Future<Output = Packed> + Send>>;

/// Compiled once, for all types.
fn erased(version: Memo<u32>, ask: Box<dyn Fn() -> Pending + Send + Sync>) -> Resource<Packed, Wire> {
    Resource::new_with_options(move || version.get(), move |_| ask(), false)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_the_same_before_and_after_the_journey() {
        let packed = Packed::pack(vec![Some("中文".to_owned()), None]);
        let text = Wire::encode(&packed).unwrap();
        let arrived = <Wire as Decoder<Packed>>::decode(&text).unwrap();
        assert_eq!(arrived.unpack::<Vec<Option<String>>>(), packed.unpack());
        assert_eq!(arrived.unpack::<Vec<bool>>(), None);
    }
}
