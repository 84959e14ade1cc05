//! What citizens say of a service: the pages of rating, from the five grades to the receipt.
//!
//! Each grade takes the same steps: a grade, its tags and words, a look at what will be sent, done. Nothing is chosen
//! beforehand, and whoever goes away has not rated (未评). Pure: what is kept, other rooms keep.

mod pages;
pub mod text;
mod wish;

pub use pages::{About, choose, details, found, kept, overview, preview, refused};
pub use wish::Wish;
