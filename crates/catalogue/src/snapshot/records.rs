//! Cold records: packed together in blocks, read one block at a time.
//!
//! Neighbouring records are alike (the publications of one village, the variants of one matter),
//! so a block of many packs far better than each alone, and one block is still read in well under
//! a millisecond.

use std::{fs::File, ops::Range, os::unix::fs::FileExt};

use serde::{Deserialize, Serialize};

use super::packed::unpack_to;

/// A block is closed when it holds this much; LZ4 looks back no further.
const BLOCK: usize = 64 * 1024;

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Block {
    /// Number of its first record.
    first: u32,
    /// Where it begins in its section.
    offset: u64,
    /// Its length in the file.
    packed: u32,
    /// Its length when unpacked.
    length: u32,
}

#[derive(Debug, Serialize, Deserialize)]
struct Index {
    records: u32,
    blocks: Vec<Block>,
}

/// Writes records in the order of their numbers.
#[derive(Debug, Default)]
pub(super) struct RecordWriter {
    data: Vec<u8>,
    blocks: Vec<Block>,
    records: u32,
    open: Vec<u8>,
    ends: Vec<u32>,
}

impl RecordWriter {
    /// Adds the next record.
    pub(super) fn push(&mut self, record: &[u8]) {
        self.open.extend_from_slice(record);
        self.ends.push(self.open.len() as u32);
        if self.open.len() >= BLOCK {
            self.close();
        }
    }

    fn close(&mut self) {
        let mut block: Vec<u8> = self.ends.iter().flat_map(|end| end.to_le_bytes()).collect();
        block.append(&mut self.open);
        let packed = lz4_flex::block::compress(&block);
        self.blocks.push(Block {
            first: self.records,
            offset: self.data.len() as u64,
            packed: packed.len() as u32,
            length: block.len() as u32,
        });
        self.records += self.ends.len() as u32;
        self.data.extend_from_slice(&packed);
        self.ends.clear();
    }

    /// The index, not yet packed, and the data.
    pub(super) fn finish(mut self) -> (impl Serialize, Vec<u8>) {
        if !self.ends.is_empty() {
            self.close();
        }
        (Index { records: self.records, blocks: self.blocks }, self.data)
    }
}

/// Reads records by their numbers.
#[derive(Debug)]
pub(super) struct RecordStore {
    offset: u64,
    index: Index,
}

impl RecordStore {
    /// Reads an index for data that begin at `offset` and are `length` long; `None` if they disagree.
    pub(super) fn load(index: &[u8], (offset, length): (u64, u64), records: u32) -> Option<Self> {
        let index: Index = postcard::from_bytes(index).ok()?;
        let mut end = 0;
        for (at, block) in index.blocks.iter().enumerate() {
            let next = index.blocks.get(at + 1).map_or(index.records, |next| next.first);
            let starts_right = at > 0 || block.first == 0;
            if block.offset != end || block.first >= next || !starts_right {
                return None;
            }
            end += u64::from(block.packed);
        }
        (end == length && index.records == records).then_some(Self { offset, index })
    }

    /// Reads one record; `None` if it cannot be read.
    pub(super) fn read(&self, file: &File, record: u32) -> Option<Vec<u8>> {
        let block = self.index.blocks.partition_point(|block| block.first <= record).checked_sub(1)?;
        let (first, records) = self.block(file, block)?;
        records.get((record - first) as usize).map(<[u8]>::to_vec)
    }

    /// Reads records in a row, each block once; `None` if one cannot be read.
    pub(super) fn read_range(&self, file: &File, range: Range<u32>) -> Option<Vec<Vec<u8>>> {
        let mut out: Vec<Vec<u8>> = Vec::with_capacity(range.len());
        let mut at = self.index.blocks.partition_point(|block| block.first <= range.start).saturating_sub(1);
        while out.len() < range.len() {
            let (first, records) = self.block(file, at)?;
            let next = range.start + out.len() as u32;
            let here = next.checked_sub(first)? as usize..records.len().min((range.end - first) as usize);
            for at in here {
                out.push(records.get(at)?.to_vec());
            }
            at += 1;
        }
        Some(out)
    }

    /// How many blocks there are.
    pub(super) fn blocks(&self) -> usize {
        self.index.blocks.len()
    }

    /// Reads a whole block: the number of its first record and its records.
    pub(super) fn block(&self, file: &File, at: usize) -> Option<(u32, Records)> {
        let block = self.index.blocks.get(at)?;
        let next = self.index.blocks.get(at + 1).map_or(self.index.records, |next| next.first);
        let mut packed = vec![0; block.packed as usize];
        file.read_exact_at(&mut packed, self.offset + block.offset).ok()?;
        let bytes = unpack_to(&packed, u64::from(block.length))?;
        Some((block.first, Records { count: (next - block.first) as usize, bytes }))
    }
}

/// The records of one block.
#[derive(Debug)]
pub(super) struct Records {
    count: usize,
    bytes: Vec<u8>,
}

impl Records {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// The bytes of one; `None` if there is none or the block is not one of ours.
    pub(super) fn get(&self, at: usize) -> Option<&[u8]> {
        if at >= self.count {
            return None;
        }
        let (ends, data) = self.bytes.split_at_checked(self.count * 4)?;
        let end = |at: usize| ends[at * 4..].first_chunk().map_or(0, |end| u32::from_le_bytes(*end) as usize);
        data.get(if at == 0 { 0 } else { end(at - 1) }..end(at))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn records_of_any_size_come_out_as_they_went_in_and_a_wrong_index_is_refused() {
        let records: Vec<Vec<u8>> = (0..400).map(|n: usize| vec![n as u8; n * n % 3000]).collect();
        let mut writer = RecordWriter::default();
        records.iter().for_each(|record| writer.push(record));
        let (index, data) = writer.finish();
        let index = postcard::to_stdvec(&index).unwrap();
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(b"before").unwrap();
        file.write_all(&data).unwrap();
        let range = (6, data.len() as u64);
        let store = RecordStore::load(&index, range, 400).unwrap();
        assert!(store.blocks() > 3);
        for (at, record) in (0..).zip(&records) {
            assert_eq!(store.read(&file, at).as_ref(), Some(record));
        }
        for range in [0..400, 0..1, 399..400, 37..255, 5..5] {
            let expected = &records[range.start as usize..range.end as usize];
            assert_eq!(store.read_range(&file, range).unwrap(), expected);
        }
        assert_eq!(store.read_range(&file, 399..401), None);
        assert_eq!(store.read(&file, 400), None);
        assert!(RecordStore::load(&index, range, 399).is_none());
        assert!(RecordStore::load(&index, (6, 1), 400).is_none());
    }

    proptest! {
        #[test]
        fn a_block_that_is_none_gives_no_record_and_never_panics(
            bytes in prop::collection::vec(any::<u8>(), 0..60),
            count in 0usize..12,
        ) {
            let records = Records { count, bytes };
            for at in 0..14 {
                let _ = records.get(at);
            }
            prop_assert!(records.get(count).is_none());
        }
    }
}
