//! What a result line needs of a publication: eight bytes each, in memory.

use domain::terms::ShownLimit;
use shelf::{ChannelMask, ItemHead, PubBrief};

const SIZE: usize = 8;
const NO_ORGAN: u32 = u32::MAX;
const NO_LIMIT: u16 = u16::MAX;
const NO_VISITS: u8 = u8::MAX;
const FREE: u8 = 0x40;
const CHARGED: u8 = 0x80;
const CHANNELS: u8 = 0x1f;

/// What a publication sets itself; the outer `None` is "as the item's guide says".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LocalBrief {
    pub organ: Option<u32>,
    pub limit: Option<Option<ShownLimit>>,
    pub visits: Option<u8>,
    pub fee: Option<bool>,
    pub channels: Option<ChannelMask>,
}

impl LocalBrief {
    /// Appends the brief as it holds for this item, with the organ's final number.
    pub(super) fn put(&self, out: &mut Vec<u8>, head: &ItemHead, organ: Option<u32>) {
        let limit = self.limit.unwrap_or(head.limit);
        let visits = self.visits.or(head.visits);
        let fee = match self.fee.or(head.fee) {
            None => 0,
            Some(false) => FREE,
            Some(true) => CHARGED,
        };
        out.extend_from_slice(&organ.unwrap_or(NO_ORGAN).to_le_bytes());
        out.extend_from_slice(&limit.map_or(NO_LIMIT, ShownLimit::to_bits).to_le_bytes());
        out.push(visits.map_or(NO_VISITS, |visits| visits.min(NO_VISITS - 1)));
        out.push(self.channels.unwrap_or(head.channels).0 & CHANNELS | fee);
    }
}

/// The briefs of all publications and the names of organs.
#[derive(Debug)]
pub(super) struct Briefs {
    rows: Vec<[u8; SIZE]>,
    organ_ends: Vec<u32>,
    organ_text: Box<str>,
}

impl Briefs {
    /// Reads the stored form; `None` if it does not fit.
    pub(super) fn decode(bytes: &[u8], organs: Vec<String>, total: usize) -> Option<Self> {
        let (rows, rest) = bytes.as_chunks::<SIZE>();
        let known = |row: &[u8; SIZE]| organ_of(row).is_none_or(|organ| organ < organs.len());
        if rows.len() != total || !rest.is_empty() || !rows.iter().all(known) {
            return None;
        }
        let mut organ_text = String::with_capacity(organs.iter().map(String::len).sum());
        let organ_ends = organs
            .iter()
            .map(|organ| {
                organ_text.push_str(organ);
                organ_text.len() as u32
            })
            .collect();
        Some(Self { rows: rows.to_vec(), organ_ends, organ_text: organ_text.into() })
    }

    /// The brief of a publication.
    pub(super) fn get(&self, publication: u32) -> PubBrief<'_> {
        let row = &self.rows[publication as usize];
        let [.., low, high, visits, flags] = *row;
        PubBrief {
            organ: organ_of(row).map(|organ| self.organ(organ)),
            // No limit is written as the one number that is none.
            limit: ShownLimit::from_bits(u16::from_le_bytes([low, high])),
            visits: (visits != NO_VISITS).then_some(visits),
            fee: (flags & (FREE | CHARGED) != 0).then_some(flags & CHARGED != 0),
            channels: ChannelMask(flags & CHANNELS),
        }
    }

    fn organ(&self, at: usize) -> &str {
        let start = if at == 0 { 0 } else { self.organ_ends[at - 1] };
        &self.organ_text[start as usize..self.organ_ends[at] as usize]
    }
}

fn organ_of(row: &[u8; SIZE]) -> Option<usize> {
    let [a, b, c, d, ..] = *row;
    let organ = u32::from_le_bytes([a, b, c, d]);
    (organ != NO_ORGAN).then_some(organ as usize)
}
