//! The file around the sections: header, section table, checksum.

use std::{fs::File, os::unix::fs::FileExt, path::Path};

use sha2::{Digest, Sha256};

use super::error::SnapshotError;

/// The format of the file. Raise it whenever a stored type or section changes its shape; older files are then refused.
pub const FORMAT: u32 = 5;
/// The first byte is not ASCII, so that text tools see a binary file at once.
const MAGIC: [u8; 8] = *b"\x89BANSHI\n";
const HEADER: usize = 96;
const TABLE_ROW: usize = 24;
/// More than any format has: a bound before the table is read.
const MOST_SECTIONS: u32 = 64;

/// The sections in the order of the file: what every request needs first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub(super) enum Section {
    Meta = 1,
    Regions = 2,
    Heads = 3,
    Organs = 4,
    Lists = 5,
    Briefs = 6,
    ItemIndex = 7,
    PublicationIndex = 8,
    PlaceIndex = 9,
    Items = 10,
    Publications = 11,
    Places = 12,
    Words = 13,
    Papers = 14,
    Policies = 15,
}

/// A file's sections, checked.
#[derive(Debug)]
pub(super) struct Layout {
    pub built_at: i64,
    pub checksum: [u8; 32],
    pub length: u64,
    sections: Vec<Row>,
}

#[derive(Debug, Clone, Copy)]
struct Row {
    id: u32,
    offset: u64,
    length: u64,
}

/// Puts sections into the bytes of a whole file and tells the checksum.
pub(super) fn assemble(built_at: i64, sections: &[(Section, Vec<u8>)]) -> (Vec<u8>, [u8; 32]) {
    let table = HEADER + sections.len() * TABLE_ROW;
    let length = table + sections.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
    let mut file = vec![0; HEADER];
    file.reserve_exact(length - HEADER);
    let mut offset = table as u64;
    for (id, bytes) in sections {
        file.extend_from_slice(&(*id as u32).to_le_bytes());
        file.extend_from_slice(&[0; 4]);
        file.extend_from_slice(&offset.to_le_bytes());
        file.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        offset += bytes.len() as u64;
    }
    for (_, bytes) in sections {
        file.extend_from_slice(bytes);
    }
    let checksum: [u8; 32] = Sha256::digest(&file[HEADER..]).into();
    file[..8].copy_from_slice(&MAGIC);
    file[8..12].copy_from_slice(&FORMAT.to_le_bytes());
    file[12..16].copy_from_slice(&(sections.len() as u32).to_le_bytes());
    file[16..24].copy_from_slice(&built_at.to_le_bytes());
    file[24..32].copy_from_slice(&(length as u64).to_le_bytes());
    file[32..64].copy_from_slice(&checksum);
    let check: [u8; 32] = Sha256::digest(&file[..64]).into();
    file[64..96].copy_from_slice(&check);
    (file, checksum)
}

/// Reads only the header: enough to tell a snapshot's checksum.
pub(super) fn read_header(file: &File, path: &Path) -> Result<Layout, SnapshotError> {
    let io = |cause| SnapshotError::Io { path: path.into(), cause };
    let damaged = |what| SnapshotError::Damaged { path: path.into(), what };
    let found = file.metadata().map_err(io)?.len();
    let mut header = [0; HEADER];
    let readable = found.min(HEADER as u64) as usize;
    file.read_exact_at(&mut header[..readable], 0).map_err(io)?;
    if header[..8] != MAGIC {
        return Err(SnapshotError::NotASnapshot(path.into()));
    }
    if readable < HEADER {
        return Err(SnapshotError::Length { path: path.into(), expected: HEADER as u64, found });
    }
    let version = u32_at(&header, 8);
    if version != FORMAT {
        return Err(SnapshotError::Version { path: path.into(), found: version, supported: FORMAT });
    }
    if Sha256::digest(&header[..64])[..] != header[64..96] {
        return Err(damaged("the header"));
    }
    let length = u64_at(&header, 24);
    if length != found {
        return Err(SnapshotError::Length { path: path.into(), expected: length, found });
    }
    let count = u32_at(&header, 12);
    if count > MOST_SECTIONS || length < (HEADER + count as usize * TABLE_ROW) as u64 {
        return Err(damaged("the section table"));
    }
    let mut table = vec![0; count as usize * TABLE_ROW];
    file.read_exact_at(&mut table, HEADER as u64).map_err(io)?;
    let sections = table
        .chunks_exact(TABLE_ROW)
        .map(|row| Row { id: u32_at(row, 0), offset: u64_at(row, 8), length: u64_at(row, 16) })
        .collect();
    let mut checksum = [0; 32];
    checksum.copy_from_slice(&header[32..64]);
    Ok(Layout { built_at: u64_at(&header, 16) as i64, checksum, length, sections })
}

/// Reads the header and compares the checksum with every byte behind it.
pub(super) fn verify(file: &File, path: &Path) -> Result<Layout, SnapshotError> {
    let layout = read_header(file, path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 256 * 1024];
    let mut at = HEADER as u64;
    while at < layout.length {
        let part = (layout.length - at).min(buffer.len() as u64) as usize;
        file.read_exact_at(&mut buffer[..part], at).map_err(|cause| SnapshotError::Io { path: path.into(), cause })?;
        hash.update(&buffer[..part]);
        at += part as u64;
    }
    if hash.finalize()[..] != layout.checksum {
        return Err(SnapshotError::Damaged { path: path.into(), what: "the checksum does not match the content" });
    }
    Ok(layout)
}

impl Layout {
    /// Offset and length of a section.
    pub(super) fn range(&self, section: Section) -> Option<(u64, u64)> {
        let row = self.sections.iter().find(|row| row.id == section as u32)?;
        let end = row.offset.checked_add(row.length)?;
        (end <= self.length).then_some((row.offset, row.length))
    }

    /// The bytes of a section; `None` if it is not in the file.
    pub(super) fn read(&self, file: &File, section: Section) -> Option<Vec<u8>> {
        let (offset, length) = self.range(section)?;
        let mut bytes = vec![0; usize::try_from(length).ok()?];
        file.read_exact_at(&mut bytes, offset).ok()?;
        Some(bytes)
    }
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes[at..].first_chunk().map_or(0, |chunk| u32::from_le_bytes(*chunk))
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    bytes[at..].first_chunk().map_or(0, |chunk| u64::from_le_bytes(*chunk))
}
