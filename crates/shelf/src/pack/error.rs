//! Why a pack cannot be used.

/// Why a pack cannot be used; each has a stable word for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// Not a pack at all: a page of some other server, an empty file.
    #[error("not a pack")]
    NoPack,
    /// Written by a newer or older server.
    #[error("a pack of another format")]
    OtherFormat,
    /// The checksum does not fit: cut off or damaged.
    #[error("the pack is damaged")]
    Damaged,
    /// The checksum fits but the content does not: it was written wrongly.
    #[error("the pack does not hold together")]
    Broken,
}

impl PackError {
    /// A stable word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoPack => "pack_none",
            Self::OtherFormat => "pack_other_format",
            Self::Damaged => "pack_damaged",
            Self::Broken => "pack_broken",
        }
    }
}
