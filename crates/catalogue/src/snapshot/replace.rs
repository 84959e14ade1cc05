//! Putting a file in the place of another so that no reader ever sees half of it.

use std::{
    fs::{self, File, Permissions},
    io::{self, Write},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use super::container::read_header;

/// Where the file that was replaced last is kept.
pub fn previous_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".prev");
    name.into()
}

/// Writes a file beside its place, makes it durable and renames it there; the old one is kept as FILE.prev.
///
/// A file with the same content is not kept, so that building twice does not lose the way back.
pub fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut new =
        tempfile::Builder::new().prefix(".snapshot-").permissions(Permissions::from_mode(0o644)).tempfile_in(folder)?;
    new.write_all(bytes)?;
    new.as_file().sync_all()?;
    if path.exists() && !same_content(path, new.path()) {
        keep_as(path, &previous_of(path))?;
    }
    new.persist(path).map_err(|failed| failed.error)?;
    File::open(folder)?.sync_all()
}

/// Swaps a file with the one that it replaced.
pub fn roll_back(path: &Path) -> io::Result<()> {
    let previous = previous_of(path);
    let mut aside = path.as_os_str().to_owned();
    aside.push(".back");
    let aside = PathBuf::from(aside);
    // The live name is renamed over, never away, so a reader always finds a whole file under it.
    keep_as(&previous, &aside)?;
    keep_as(path, &previous)?;
    fs::rename(&aside, path)
}

/// Lets a second name mean the same file, replacing what the second name meant.
fn keep_as(path: &Path, other: &Path) -> io::Result<()> {
    let mut link = other.as_os_str().to_owned();
    link.push(".new");
    match fs::remove_file(&link) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cause),
        _ => {}
    }
    // Not every file system has hard links; a copy does as well.
    if fs::hard_link(path, &link).is_err() {
        fs::copy(path, &link)?;
    }
    fs::rename(&link, other)
}

fn same_content(one: &Path, other: &Path) -> bool {
    checksum_of(one).is_some_and(|sum| checksum_of(other) == Some(sum))
}

/// The checksum that a snapshot's header states, without reading the rest; `None` when it is no snapshot.
pub fn checksum_of(path: &Path) -> Option<String> {
    let checksum = read_header(&File::open(path).ok()?, path).ok()?.checksum;
    Some(checksum.iter().map(|byte| format!("{byte:02x}")).collect())
}
