//! What must be in the bag: the check of papers.
//!
//! One code, two hosts: the server answers the API with it, a phone computes the same without a
//! network, and nothing a citizen answers has to leave. Pure: no IO, no clock.

mod bundles;
mod checklist;
mod facts;
mod lean;
mod matter;
pub mod pages;
mod proofs;
pub mod text;
mod world;

pub use bundles::{bundle, bundles};
pub use checklist::checklist;
pub use facts::facts;
pub use lean::date;
pub use matter::Matter;
pub use proofs::{proof, proofs};
pub use world::{World, WorldError, WorldSource};
