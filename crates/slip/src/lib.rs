//! A list of papers that stands at the window: what a citizen must bring and need not, on which day and where,
//! signed by the server that computed it, and small enough for one QR code.
//!
//! Pure: no IO, no clock, no randomness. The server seals, a page checks, and both by this code. It knows none of the
//! other crates, so that a list from years ago opens whatever becomes of them.

mod bytes;
mod code41;
mod day;
mod error;
mod key;
mod open;
pub mod page;
mod seal;
pub mod text;
mod words;

pub use day::Day;
pub use error::SlipError;
pub use key::{ED25519, Ed25519, KeyId, PublicKey, Signer};

/// The format that this code writes.
pub const FORMAT: u8 = 1;

/// What a signed list says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The day of signing.
    pub signed: Day,
    /// The day of going, for which it was computed.
    pub on: Day,
    /// The code of the region.
    pub region: String,
    /// The region's name.
    pub region_name: String,
    /// The matters.
    pub matters: Vec<Matter>,
    /// Their papers.
    pub papers: Vec<Paper>,
    /// Answers that the citizen wants to be read at the window.
    pub told: Vec<Told>,
}

/// A matter of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A paper of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Its name as published.
    pub name: String,
    /// What to do about it.
    pub verdict: Verdict,
    /// By which method it is dropped or deferred.
    pub method: Option<Method>,
}

/// An answer that the citizen chose to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// What to do about a paper. The numbers stand in signed lists and never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Verdict {
    /// Need not be brought.
    NotNeeded = 0,
    /// It depends.
    Conditional = 1,
    /// Nobody can say.
    Unknown = 2,
    /// To be brought.
    Bring = 3,
}

/// How a paper is dropped or deferred. The numbers stand in signed lists and never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Method {
    /// The proof was abolished.
    Cancel = 1,
    /// Organs share the data.
    Share = 2,
    /// Shown as an e-certificate.
    ECert = 3,
    /// The organ checks.
    Verify = 4,
    /// Declared in writing.
    Commit = 5,
    /// Brought later.
    Tolerate = 6,
}

impl Verdict {
    const ALL: [Self; 4] = [Self::NotNeeded, Self::Conditional, Self::Unknown, Self::Bring];
}

impl Method {
    const ALL: [Self; 6] = [Self::Cancel, Self::Share, Self::ECert, Self::Verify, Self::Commit, Self::Tolerate];
}
