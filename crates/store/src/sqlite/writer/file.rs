//! Whether the file that is written is still the one under its name.

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::StoreError;

/// The file of a database, as it was when it was opened.
pub struct File {
    path: PathBuf,
    is: io::Result<Identity>,
}

/// What makes a file the same file.
type Identity = (u64, u64);

impl File {
    /// The file under this name now.
    pub fn of(path: &Path) -> Self {
        Self { path: path.to_owned(), is: identity(path) }
    }

    /// Whether it is still there.
    pub fn check(&self) -> Result<(), StoreError> {
        match (&self.is, identity(&self.path)) {
            (Ok(opened), Ok(now)) if *opened == now => Ok(()),
            (_, Err(cause)) => Err(StoreError::Unavailable(format!("the database file is gone: {cause}"))),
            _ => Err(StoreError::Unavailable("another file has the name of the database; start again".into())),
        }
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> io::Result<Identity> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).map(|meta| (meta.dev(), meta.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> io::Result<Identity> {
    std::fs::metadata(path).map(|_| (0, 0))
}
