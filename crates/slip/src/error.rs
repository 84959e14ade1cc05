//! Why a list is not shown as valid.

/// Why a text is no valid list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipError {
    /// There is nothing to check.
    Empty,
    /// Characters are missing or wrong, so that it cannot even be read.
    Damaged,
    /// A newer server wrote it than this page knows.
    Newer,
    /// Signed by a key that is not published here.
    UnknownKey,
    /// Signed when the key was not in use.
    KeyNotInUse,
    /// What stands in it is not what was signed.
    WrongSignature,
}

impl std::fmt::Display for SlipError {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(match self {
            Self::Empty => "nothing to check",
            Self::Damaged => "cannot be read",
            Self::Newer => "a newer format",
            Self::UnknownKey => "an unknown key",
            Self::KeyNotInUse => "a key that was not in use",
            Self::WrongSignature => "a wrong signature",
        })
    }
}

impl std::error::Error for SlipError {}
