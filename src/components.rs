//! Parts that know the domain.

pub mod events;
pub mod facets;
pub mod footer;
pub mod guide;
pub mod header;
pub mod here;
pub mod hits;
pub mod mode_switch;
pub mod nothing_found;
pub mod phone;
pub mod receipt;
pub mod regions;
pub mod search_box;
pub mod understood;
