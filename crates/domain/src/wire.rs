//! What travels over the REST API, read by the portal and written by the server.

mod about;
mod bundles;
mod checklist;
mod guides;
mod log;
mod policies;
mod problem;
mod proofs;
mod query;
mod ratings;
mod regions;
mod requests;
mod slips;

pub use about::*;
pub use bundles::*;
pub use checklist::*;
pub use guides::*;
pub use log::*;
pub use policies::*;
pub use problem::*;
pub use proofs::*;
pub use query::*;
pub use ratings::*;
pub use regions::*;
pub use requests::*;
pub use slips::*;
