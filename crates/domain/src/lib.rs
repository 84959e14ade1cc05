//! Types and pure rules of government services.
//!
//! Everything here is a value or a function of values: no IO, no clock, no randomness. Time,
//! place and language come in as arguments. The same code runs on the server and in the phone.

pub mod bundles;
pub mod calendar;
pub mod code;
pub mod codes;
pub mod guide;
pub mod ics;
pub mod item;
pub mod logic;
pub mod material;
pub mod order;
pub mod papers;
pub mod place;
pub mod policy;
pub mod provenance;
pub mod publication;
pub mod rating;
pub mod region;
pub mod region_table;
pub mod sum;
pub mod terms;
pub mod wire;

pub use code::{CodeError, ItemCode, RegionCode};
pub use codes::{Audience, Channel, Handling, ItemKind, Level};
pub use guide::Guide;
pub use item::Item;
pub use publication::Publication;
pub use region::{Region, RegionKind};
pub use region_table::{RegionId, RegionTable};
