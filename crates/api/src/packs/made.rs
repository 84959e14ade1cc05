//! One pack or delta, kept as it is sent.

use std::io::{Read, Write};

use arc_swap::ArcSwap;
use axum::body::Bytes;
use shelf::{hex, sha256};

/// What the keys of packs begin with.
pub const PACK: &str = "pack ";
/// Quick enough to wait for.
const QUICK: u32 = 5;
/// As small as it gets.
const SMALLEST: u32 = 11;
/// No larger window helps files of this size.
const WINDOW: u32 = 22;

/// One pack or delta.
#[derive(Debug)]
pub struct Made {
    key: String,
    checksum: String,
    brotli: ArcSwap<Bytes>,
}

impl Made {
    /// Packs it quickly. A pack says itself what its checksum is, so that a phone can name it.
    pub fn new(key: String, bytes: &[u8]) -> Self {
        let checksum = shelf::pack_checksum(bytes).unwrap_or_else(|| hex(&sha256(bytes)));
        Self { key, checksum, brotli: ArcSwap::from_pointee(pack(bytes, QUICK)) }
    }

    /// What it was made for.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Whether it is a pack and no delta.
    pub fn is_pack(&self) -> bool {
        self.key.starts_with(PACK)
    }

    /// The checksum that names it.
    pub fn checksum(&self) -> &str {
        &self.checksum
    }

    /// It as brotli.
    pub fn packed(&self) -> Bytes {
        Bytes::clone(&self.brotli.load())
    }

    /// It as it is.
    pub fn plain(&self) -> Vec<u8> {
        let mut plain = Vec::new();
        // What we packed ourselves unpacks; were it not so, its checksum would tell the phone.
        let _ = brotli::Decompressor::new(&self.packed()[..], 1 << 16).read_to_end(&mut plain);
        plain
    }

    /// Packs it as small as it gets.
    pub fn squeeze(&self) {
        let smallest = pack(&self.plain(), SMALLEST);
        if smallest.len() < self.brotli.load().len() {
            self.brotli.store(smallest.into());
        }
    }
}

fn pack(bytes: &[u8], quality: u32) -> Bytes {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, WINDOW);
    // Writing to memory does not fail.
    let _ = writer.write_all(bytes);
    writer.into_inner().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_quickly_or_small_is_the_same() {
        let bytes: Vec<u8> = "沈阳市和平区居民身份证补领".bytes().cycle().take(50_000).collect();
        let made = Made::new("pack x".into(), &bytes);
        let quick = made.packed().len();
        made.squeeze();
        assert!(made.packed().len() <= quick && quick < 2000);
        assert_eq!(made.plain(), bytes);
    }
}
