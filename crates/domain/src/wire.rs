//! What travels over the REST API, read by the portal and written by the server.

mod guides;
mod problem;
mod regions;
mod requests;

pub use guides::*;
pub use problem::*;
pub use regions::*;
pub use requests::*;
