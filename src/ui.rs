//! Parts that know nothing of government services.

pub mod failure;
pub mod form;
pub mod loaded;
pub mod node;
pub mod pager;

pub use failure::{call, failure, ways_out};
pub use loaded::loaded;
pub use node::{IntoNode, Node, el, link, list, para, rows};
pub use pager::pager;
