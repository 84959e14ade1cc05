//! Every word of this room that a citizen reads.

mod form;
mod methods;
pub mod pages;
mod reasons;
mod refused;

pub use form::form;
pub use methods::{instead, instead_as_listed, verify};
pub use reasons::why;
pub use refused::if_refused;
