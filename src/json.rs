//! Reading what the server sends, leanly.
//!
//! Derived `serde` code for the API's forty types is 200 KB of wasm: a visitor a type, each for lists and
//! for maps. Here a text becomes one [`Json`] value first, and each type only says which members it has.
//! Writing stays with `serde`, on the server; a test holds the two to each other.

mod codec;
mod parse;
mod types;

pub use codec::{Data, Wire, data, read};
pub use parse::{parse, quote};

/// A JSON value. Numbers of the API are whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`, or a member that is not there.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Members in their order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Takes a member out; `Null` when it is not there.
    pub fn take(&mut self, name: &str) -> Json {
        let Self::Object(members) = self else { return Self::Null };
        match members.iter_mut().find(|(key, _)| key == name) {
            Some((_, value)) => std::mem::replace(value, Self::Null),
            None => Self::Null,
        }
    }

    /// Takes a member out as a value of a type.
    pub fn member<T: FromJson>(&mut self, name: &str) -> Option<T> {
        T::from_json(self.take(name))
    }

    /// The text, if it is one.
    pub fn text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::List(_) | Self::Object(_) => None,
        }
    }
}

/// What can be read from JSON.
pub trait FromJson: Sized {
    /// Reads the value; `None` when it is of another shape.
    fn from_json(json: Json) -> Option<Self>;
}

impl FromJson for String {
    fn from_json(json: Json) -> Option<Self> {
        json.text()
    }
}

impl FromJson for bool {
    fn from_json(json: Json) -> Option<Self> {
        if let Json::Bool(value) = json { Some(value) } else { None }
    }
}

macro_rules! number {
    ($($type:ty),*) => { $(
        impl FromJson for $type {
            fn from_json(json: Json) -> Option<Self> {
                if let Json::Number(value) = json { value.try_into().ok() } else { None }
            }
        }
    )* };
}
number!(u8, u16, u32, u64);

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: Json) -> Option<Self> {
        match json {
            Json::Null => Some(None),
            json => T::from_json(json).map(Some),
        }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    /// A list that is not there is empty: the API leaves some out.
    fn from_json(json: Json) -> Option<Self> {
        match json {
            Json::List(items) => items.into_iter().map(T::from_json).collect(),
            Json::Null => Some(Vec::new()),
            Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::Object(_) => None,
        }
    }
}

impl<T: FromJson, E: FromJson> FromJson for Result<T, E> {
    fn from_json(mut json: Json) -> Option<Self> {
        match json.take("Err") {
            Json::Null => T::from_json(json.take("Ok")).map(Ok),
            error => E::from_json(error).map(Err),
        }
    }
}
