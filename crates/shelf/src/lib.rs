//! What is on the shelf of a region: result lists, suggestions, and the pack that answers them on a phone.
//!
//! One code, two hosts. The server reads the whole snapshot, a phone reads the pack of its region; both are a
//! [`Shelf`], and whatever is asked of either goes through the same functions. Pure: no IO, no clock.

mod answer;
mod ask;
mod brief;
mod bytes;
pub mod delta;
mod facets;
mod head;
mod item_set;
pub mod json;
mod list;
mod masks;
mod pack;
mod page;
mod params;
mod places;
mod regions;
mod scope;
mod shelf;
mod suggest;

pub use answer::{Answer, answer};
pub use ask::{PlaceQuery, RegionQuery, SuggestQuery, guide_query, place_query, region_query, suggest_query};
pub use brief::PubBrief;
pub use domain::sum::{hex, sha256};
pub use head::{ChannelMask, ItemHead, ItemId};
pub use item_set::ItemSet;
pub use list::{list_guides, region_brief};
pub use masks::Masks;
pub use pack::{LONGEST_PACK, PACK_FORMAT, Pack, PackError, PackParts, Published, Shelved, pack_checksum};
pub use page::{ShownHit, ShownPage, ShownSame};
pub use params::{Params, check_words};
pub use places::list_places;
pub use regions::{find_regions, list_regions, show_region};
pub use scope::{NoRegion, Scope, find_region};
pub use shelf::Shelf;
pub use suggest::suggest;
