//! Every word a citizen reads.

pub mod about;
pub mod amounts;
pub mod check;
pub mod error;
pub mod events;
pub mod guide;
pub mod home;
pub mod material;
pub mod phone;
pub mod region;
pub mod request;
pub mod results;
pub mod site;
