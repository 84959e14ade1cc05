//! What can be taken along: a region's pack, or the words of search that all regions share.

use catalogue::{pack, snapshot::Snapshot};
use domain::RegionCode;
use search::RegionSearch;

use super::made::{Made, PACK};
use crate::problem::{ApiError, internal};

/// What a phone takes along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The pack of a region.
    Region(RegionCode),
    /// The words of search, compiled.
    Words,
    /// The rules about papers, events and working days.
    Papers,
    /// The policies with their questions.
    Policies,
}

/// The search of a snapshot's regions: that of the served one is there, another's is built.
pub(super) enum Held<'a> {
    /// Somebody else's.
    Lent(&'a RegionSearch),
    /// Made for this.
    Own(Box<RegionSearch>),
}

impl What {
    /// The media type.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Region(_) => "application/vnd.banshi.pack",
            Self::Words => "application/vnd.banshi.words",
            Self::Papers => "application/vnd.banshi.papers",
            Self::Policies => "application/vnd.banshi.policies",
        }
    }

    /// Under which name it is kept.
    pub(super) fn key(&self, snapshot: &str) -> String {
        match self {
            Self::Region(code) => format!("{PACK}{snapshot} {code}"),
            Self::Words => format!("{PACK}{snapshot} words"),
            Self::Papers => format!("{PACK}{snapshot} papers"),
            Self::Policies => format!("{PACK}{snapshot} policies"),
        }
    }

    /// Whether this was made for it, of whatever snapshot.
    pub fn is(&self, made: &Made) -> bool {
        let last = made.key().rsplit(' ').next().unwrap_or_default();
        match self {
            Self::Region(code) => last == code.as_str(),
            Self::Words => last == "words",
            Self::Papers => last == "papers",
            Self::Policies => last == "policies",
        }
    }

    /// Writes it.
    pub(super) fn write<'a>(
        &self,
        snapshot: &Snapshot,
        search: impl FnOnce() -> Held<'a>,
    ) -> Result<Vec<u8>, ApiError> {
        let code = match self {
            Self::Words => return Ok(snapshot.words().to_vec()),
            Self::Papers => return Ok(snapshot.papers().to_vec()),
            Self::Policies => return Ok(snapshot.policies().to_vec()),
            Self::Region(code) => code,
        };
        let region = snapshot.regions().find(code).ok_or(ApiError::PackGone)?;
        let search = search();
        let search = match &search {
            Held::Lent(search) => search,
            Held::Own(search) => &**search,
        };
        Ok(pack::parts_of(snapshot, search, region).map_err(internal)?.to_bytes())
    }
}
