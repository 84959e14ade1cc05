//! Parts that know nothing of government services.

pub mod failure;
pub mod loaded;
pub mod pager;

pub use failure::failure;
pub use loaded::loaded;
pub use pager::pager;
