//! The snapshot: everything that is published, in one immutable, checksummed file.
//!
//! What every request needs (regions, item heads, published lists, briefs) is read into compact
//! memory when the file is opened. What one page needs (a guide, a publication, the places of a
//! region) stays in the file and is read by its offset, so a whole province costs little memory.
//!
//! ```text
//! header   magic, version, number of sections, built_at, length, checksum, own check   96 bytes
//! table    for each section: id, offset, length                                         24 bytes
//! sections hot ones packed whole; cold ones as blocks of records, each block packed alone
//! ```
//!
//! The checksum is the SHA-256 of everything behind the header, so it names the content: two
//! builds of the same data at different times have the same checksum.

mod base;
mod briefs;
mod builder;
mod container;
mod error;
mod lists;
mod meta;
mod packed;
mod reader;
mod records;
mod replace;

pub use base::{Base, load_for_base};
pub use builder::{SnapshotBuilder, Written};
pub use container::FORMAT;
pub use error::{BuildError, SnapshotError};
pub use meta::{BuildMeta, Counts, Meta, Source};
pub use reader::Snapshot;
pub use replace::{checksum_of, previous_of, replace_file, roll_back};

pub use shelf::{ChannelMask, ItemHead, ItemId, ItemSet, PubBrief};
