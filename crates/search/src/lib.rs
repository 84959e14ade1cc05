#![doc = include_str!("../README.md")]

mod characters;
mod doc;
mod engine;
mod explain;
mod hunch;
mod index;
mod lexicon;
mod meanings;
mod nearest;
mod query;
mod rank;
mod region;
mod sound;
mod suggest;
mod text;
mod understand;

// One sorting for every type: each that std sorts weighs kilobytes on the phone.
use domain::order;

pub use doc::Doc;
pub use engine::Engine;
#[cfg(feature = "authoring")]
pub use lexicon::LexiconProblem;
pub use lexicon::{Lexicon, WordsError};
pub use query::Query;
pub use rank::Hit;
pub use region::RegionSearch;
pub use suggest::Suggest;
