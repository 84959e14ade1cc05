//! Why a snapshot cannot be opened, read or built.

use std::{io, path::PathBuf};

use crate::papers::PaperFault;

/// Why a snapshot file is refused or a record of it cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// The file cannot be opened or read.
    #[error("cannot read {path}: {cause}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// The file does not begin as a snapshot does.
    #[error("{0} is not a snapshot")]
    NotASnapshot(PathBuf),
    /// The file was written by another version of the program.
    #[error("{path} has format {found}, this program reads format {supported}; build it again")]
    Version {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: u32,
        /// The format this program reads.
        supported: u32,
    },
    /// The file ends too early or too late: half written or cut off.
    #[error("{path} is {found} bytes long instead of {expected}: half written or cut off")]
    Length {
        /// The file.
        path: PathBuf,
        /// How long its header says it is.
        expected: u64,
        /// How long it is.
        found: u64,
    },
    /// The bytes are not those that were written.
    #[error("{path} is damaged: {what}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Which part.
        what: &'static str,
    },
}

/// Why a snapshot cannot be built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// Publications name a region or an item that is not there.
    #[error("{count} publications name a region or item that is not there, first: {first:?}")]
    Orphans {
        /// How many.
        count: usize,
        /// Up to 20 of them: item, region and what is missing.
        first: Vec<String>,
    },
    /// Rules about papers or events that are wrong, or do not fit the items.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Papers(Vec<PaperFault>),
    /// A value cannot be stored.
    #[error("cannot store {0}")]
    Encode(&'static str),
    /// The file cannot be written.
    #[error("cannot write {path}: {cause}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
}
