//! Every word of this room that a citizen reads.

mod methods;
mod reasons;
mod refused;

pub use methods::{instead, verify};
pub use reasons::why;
pub use refused::if_refused;
