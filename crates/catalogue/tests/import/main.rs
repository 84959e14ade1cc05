//! Whole imports: from files to a snapshot and back to the clerk.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod aliases;
mod base;
mod check;
mod fixture;
mod lexicon;
mod office;
mod real;
mod report;
mod shipped;
mod support;
mod template;
