//! Packing of whole sections and blocks: the length, then LZ4.

use serde::{Serialize, de::DeserializeOwned};

use super::error::BuildError;

/// LZ4 cannot grow data more than this, so a larger claim is a lie that must not cost memory.
const MOST_GROWTH: u64 = 255;

/// Packs bytes, with their length in front.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packed = (bytes.len() as u64).to_le_bytes().to_vec();
    packed.extend_from_slice(&lz4_flex::block::compress(bytes));
    packed
}

/// Unpacks what `pack` made; `None` if it is not that.
pub(super) fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let (length, data) = packed.split_first_chunk::<8>()?;
    unpack_to(data, u64::from_le_bytes(*length))
}

/// Unpacks LZ4 data to exactly the length given.
pub(super) fn unpack_to(data: &[u8], length: u64) -> Option<Vec<u8>> {
    if length > (data.len() as u64 + 1) * MOST_GROWTH {
        return None;
    }
    let mut bytes = vec![0; usize::try_from(length).ok()?];
    let written = lz4_flex::block::decompress_into(data, &mut bytes).ok()?;
    (written == bytes.len()).then_some(bytes)
}

/// The stored form of a value.
pub(super) fn encode<T: Serialize>(value: &T, what: &'static str) -> Result<Vec<u8>, BuildError> {
    postcard::to_stdvec(value).map_err(|_| BuildError::Encode(what))
}

/// Reads a packed section as one value.
pub(super) fn unpack_value<T: DeserializeOwned>(packed: &[u8]) -> Option<T> {
    postcard::from_bytes(&unpack(packed)?).ok()
}

/// Appends a number in as few bytes as it needs.
pub(super) fn put_varint(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Takes a number that `put_varint` wrote.
pub(super) fn take_varint(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0u32;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        let part = u32::from(byte & 0x7f);
        number |= part.checked_shl(shift).filter(|shifted| shifted >> shift == part)?;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
            prop_assert_eq!(unpack(&pack(&bytes)), Some(bytes));
        }

        #[test]
        fn bytes_that_were_not_packed_cost_no_memory_and_never_panic(
            length in any::<u64>(),
            data in prop::collection::vec(any::<u8>(), 0..60),
        ) {
            let claimed = [&length.to_le_bytes()[..], &data].concat();
            if let Some(bytes) = unpack(&claimed) {
                prop_assert_eq!(bytes.len() as u64, length);
            }
        }

        #[test]
        fn numbers_come_out_as_they_went_in(numbers in prop::collection::vec(any::<u32>(), 0..20)) {
            let mut out = Vec::new();
            numbers.iter().for_each(|&number| put_varint(&mut out, number));
            let mut rest = out.as_slice();
            let read: Vec<u32> = numbers.iter().filter_map(|_| take_varint(&mut rest)).collect();
            prop_assert_eq!((read, rest.len()), (numbers, 0));
        }
    }
}
