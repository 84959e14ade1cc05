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
    /// Made with other words than those given: some phrase would mean something else than on the server.
    #[error("a pack that was made with other words")]
    OtherWords,
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
            Self::OtherWords => "pack_other_words",
            Self::Broken => "pack_broken",
        }
    }
}
