//! Query understanding, index and ranking; the same answers on the server and on the phone.
//!
//! [`Engine::build`] reads items and a [`Lexicon`], [`Engine::understand`] turns what a citizen
//! typed into a [`Query`], [`Engine::rank`] finds and orders the items that answer it. No IO, no
//! clock, no floats: scores are fixed-point integers, so native and wasm agree to the bit.

mod doc;
mod engine;
mod explain;
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

pub use doc::Doc;
pub use engine::Engine;
pub use lexicon::{Lexicon, LexiconProblem};
pub use query::Query;
pub use rank::Hit;
pub use region::RegionSearch;
pub use suggest::Suggest;
