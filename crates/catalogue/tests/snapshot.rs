//! The snapshot through its public functions: what goes in comes out, and nothing damaged is opened.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "snapshot/fixture.rs"]
mod fixture;
#[path = "snapshot/refuse.rs"]
mod refuse;
#[path = "snapshot/replace.rs"]
mod replace;
#[path = "snapshot/round_trip.rs"]
mod round_trip;
#[path = "snapshot/shape.rs"]
mod shape;
