//! What travels over the REST API, read by the portal and written by the server.

mod about;
mod guides;
mod problem;
mod query;
mod regions;
mod requests;

pub use about::*;
pub use guides::*;
pub use problem::*;
pub use query::*;
pub use regions::*;
pub use requests::*;
