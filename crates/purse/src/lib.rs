//! What money comes: which policies are somebody's, how much they pay and when, and what is missing.
//!
//! One code, two hosts: a phone asks and computes without a network, and no answer leaves it; the server writes the same
//! pages for those without scripts. Pure: no IO, no clock.

mod answer;
mod find;
pub mod money;
pub mod pages;
pub mod text;

pub use find::fit;
pub use pages::turn;
