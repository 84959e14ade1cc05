//! What a result line shows of a publication.

use domain::terms::ShownLimit;

use crate::ChannelMask;

/// What a result line shows of a publication; a part that is `None` is unpublished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PubBrief<'a> {
    /// The organ.
    pub organ: Option<&'a str>,
    /// The promise, or the legal limit.
    pub limit: Option<ShownLimit>,
    /// Visits in person.
    pub visits: Option<u8>,
    /// Whether it costs anything.
    pub fee: Option<bool>,
    /// Channels.
    pub channels: ChannelMask,
}
