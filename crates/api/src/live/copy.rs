//! Serving from a private copy: whatever happens to the file under its name, what is being served stays whole.
//!
//! People copy files over other files. Were cold records read from the named file itself, a `cp` over it would
//! tear the snapshot out from under running requests. So each snapshot is copied beside itself, opened, and the
//! copy's name removed: only this process can see it, and it goes with the process.

use std::{
    fs::{self, File},
    io::{self, Seek, SeekFrom},
    path::{Path, PathBuf},
};

use catalogue::snapshot::{Snapshot, previous_of};

/// A snapshot opened from a private copy, with the copy's handle.
pub struct PrivateCopy {
    /// The snapshot.
    pub snapshot: Snapshot,
    bytes: File,
}

/// Why a snapshot cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file cannot be read, or its copy cannot be written.
    #[error("cannot copy {path}: {cause}")]
    Copy {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// The file is damaged, half-written or of another version.
    #[error("snapshot refused: {cause}")]
    Refused {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, told of the file and not of its copy.
        cause: String,
    },
}

impl PrivateCopy {
    /// Copies, checks and opens a snapshot.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let temporary = beside(path, &format!("copy-{}-{:08x}", std::process::id(), rand::random::<u32>()));
        let opened = Self::open_through(path, &temporary);
        // The open handles keep the bytes; the name is not needed, and must not stay after a crash.
        let _ = fs::remove_file(&temporary);
        opened
    }

    fn open_through(path: &Path, temporary: &Path) -> Result<Self, OpenError> {
        let copy = |cause| OpenError::Copy { path: path.to_owned(), cause };
        fs::copy(path, temporary).map_err(copy)?;
        let bytes = File::open(temporary).map_err(copy)?;
        let snapshot = Snapshot::open(temporary).map_err(|cause| OpenError::Refused {
            path: path.to_owned(),
            cause: cause.to_string().replace(&*temporary.to_string_lossy(), &path.to_string_lossy()),
        })?;
        Ok(Self { snapshot, bytes })
    }

    /// Splits into what is served and what can be kept later.
    pub fn into_parts(self) -> (Snapshot, KeptBytes) {
        (self.snapshot, KeptBytes(self.bytes))
    }
}

/// The bytes of a served snapshot, for keeping it as `FILE.prev` when another takes its place.
pub struct KeptBytes(File);

impl KeptBytes {
    /// Writes the bytes as `FILE.prev`, whole or not at all.
    pub fn keep_as_previous(&mut self, path: &Path) -> io::Result<PathBuf> {
        let kept = previous_of(path);
        let temporary = beside(path, &format!("prev-{}", std::process::id()));
        self.0.seek(SeekFrom::Start(0))?;
        let mut out = File::create(&temporary)?;
        io::copy(&mut self.0, &mut out)?;
        out.sync_all()?;
        fs::rename(&temporary, &kept)?;
        Ok(kept)
    }
}

/// `FILE.suffix` in the same folder.
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(suffix);
    path.with_file_name(name)
}
