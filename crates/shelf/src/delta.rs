//! What makes new bytes of old ones: pieces to copy and pieces to insert, with the checksums of both ends.
//!
//! ```text
//! magic 8 bytes, SHA-256 of the old bytes, SHA-256 of the new ones, length of the new ones,
//! then until the end: length * 2 + kind; kind 0 inserts the bytes that follow, kind 1 copies from the old
//! bytes, where the number that follows says how far behind (even) or before (odd) the last copy's end
//! ```

use crate::{
    bytes::{In, Out},
    sha256,
};

const MAGIC: &[u8; 8] = b"bsdelta1";
/// No pack is longer; a delta that promises more is refused before any room is made for it.
const LONGEST: usize = 32 << 20;
/// A copy shorter than this saves nothing.
const SHORTEST: usize = 12;
/// So many places of the same bytes are tried.
const TRIED: usize = 24;

/// Why a delta makes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DeltaError {
    /// It is none, or cut off.
    #[error("the delta is damaged")]
    Damaged,
    /// It was made for other old bytes.
    #[error("the delta is for another pack")]
    OtherBase,
    /// What it made is not what was meant.
    #[error("the delta made something else than the new pack")]
    WrongResult,
}

impl DeltaError {
    /// A stable word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Damaged => "delta_damaged",
            Self::OtherBase => "delta_other_base",
            Self::WrongResult => "delta_wrong_result",
        }
    }
}

/// The delta that makes `new` of `old`.
pub fn make(old: &[u8], new: &[u8]) -> Vec<u8> {
    let places = Places::of(old);
    let mut out = Out(MAGIC.to_vec());
    out.0.extend(sha256(old));
    out.0.extend(sha256(new));
    out.number(new.len() as u32);
    let (mut at, mut plain, mut expected) = (0, 0, 0_usize);
    while at < new.len() {
        let Some((from, length)) = places.longest(&new[at..], expected) else {
            at += 1;
            continue;
        };
        put_plain(&mut out, &new[plain..at]);
        out.number((length as u32) << 1 | 1);
        out.number(if from >= expected { (from - expected) << 1 } else { (expected - from) << 1 | 1 } as u32);
        expected = from + length;
        at += length;
        plain = at;
    }
    put_plain(&mut out, &new[plain..]);
    out.0
}

fn put_plain(out: &mut Out, bytes: &[u8]) {
    if !bytes.is_empty() {
        out.number((bytes.len() as u32) << 1);
        out.0.extend_from_slice(bytes);
    }
}

/// Where pieces of the old bytes stand: chains of places whose pieces hash alike.
struct Places<'a> {
    old: &'a [u8],
    first: Vec<u32>,
    next: Vec<u32>,
}

const NOWHERE: u32 = u32::MAX;

impl<'a> Places<'a> {
    fn of(old: &'a [u8]) -> Self {
        let mut places = Self { old, first: vec![NOWHERE; 1 << 16], next: vec![NOWHERE; old.len()] };
        for (at, piece) in old.windows(SHORTEST).enumerate() {
            let first = &mut places.first[hash(piece)];
            places.next[at] = std::mem::replace(first, at as u32);
        }
        places
    }

    /// The longest piece of the old bytes with which these begin; going on where the last copy ended is tried first.
    fn longest(&self, new: &[u8], expected: usize) -> Option<(usize, usize)> {
        let first = self.first[hash(new.get(..SHORTEST)?)];
        let step = |&at: &u32| Some(self.next[at as usize]).filter(|&at| at != NOWHERE);
        let chain = std::iter::successors(Some(first).filter(|&at| at != NOWHERE), step).take(TRIED);
        let tried = std::iter::once(expected).chain(chain.map(|at| at as usize));
        let alike = |from: usize| {
            let here = self.old.get(from..).unwrap_or_default();
            here.iter().zip(new).take_while(|(a, b)| a == b).count()
        };
        let mut best = (expected, SHORTEST - 1);
        for from in tried {
            let length = alike(from);
            if length > best.1 {
                best = (from, length);
            }
        }
        (best.1 >= SHORTEST).then_some(best)
    }
}

fn hash(piece: &[u8]) -> usize {
    let mixed = piece.iter().fold(0_u32, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (mixed ^ mixed >> 16) as usize & 0xffff
}

/// Makes the new bytes.
pub fn apply(old: &[u8], delta: &[u8]) -> Result<Vec<u8>, DeltaError> {
    let mut read = In(delta);
    let mut head = || Some((read.take(8)?, read.take(32)?, read.take(32)?, read.number()? as usize));
    let (magic, from, to, length) = head().ok_or(DeltaError::Damaged)?;
    if magic != MAGIC || length > LONGEST {
        return Err(DeltaError::Damaged);
    }
    if sha256(old) != from {
        return Err(DeltaError::OtherBase);
    }
    let mut new = Vec::with_capacity(length);
    let mut expected = 0;
    while !read.0.is_empty() {
        let piece = next_piece(old, &mut read, &mut expected).ok_or(DeltaError::Damaged)?;
        if piece.is_empty() || new.len() + piece.len() > length {
            return Err(DeltaError::Damaged);
        }
        new.extend_from_slice(piece);
    }
    if sha256(&new) == to { Ok(new) } else { Err(DeltaError::WrongResult) }
}

fn next_piece<'a>(old: &'a [u8], read: &mut In<'a>, expected: &mut usize) -> Option<&'a [u8]> {
    let head = read.number()? as usize;
    let length = head >> 1;
    if head & 1 == 0 {
        return read.take(length);
    }
    let jump = read.number()? as usize;
    let from = if jump & 1 == 0 { expected.checked_add(jump >> 1)? } else { expected.checked_sub(jump >> 1)? };
    *expected = from.checked_add(length)?;
    old.get(from..*expected)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// New bytes that share much with old ones: pieces of them, in any order, with other bytes between.
    fn related() -> impl Strategy<Value = (Vec<u8>, Vec<u8>)> {
        let piece = (any::<prop::sample::Index>(), 0usize..80, prop::collection::vec(any::<u8>(), 0..9));
        (prop::collection::vec(any::<u8>(), 1..400), prop::collection::vec(piece, 0..12)).prop_map(|(old, pieces)| {
            let mut new = Vec::new();
            for (start, length, between) in pieces {
                let start = start.index(old.len());
                new.extend_from_slice(&old[start..(start + length).min(old.len())]);
                new.extend(between);
            }
            (old, new)
        })
    }

    proptest! {
        #[test]
        fn a_delta_makes_the_new_of_the_old((old, new) in related()) {
            prop_assert_eq!(apply(&old, &make(&old, &new)), Ok(new));
        }

        #[test]
        fn a_delta_of_other_bytes_is_refused((old, new) in related(), other in prop::collection::vec(any::<u8>(), 0..50)) {
            prop_assume!(old != other);
            prop_assert_eq!(apply(&other, &make(&old, &new)), Err(DeltaError::OtherBase));
        }

        #[test]
        fn a_flipped_byte_is_an_error_or_makes_the_same(
            (old, new) in related(),
            at in any::<prop::sample::Index>(),
            flip in 1u8..,
        ) {
            let mut delta = make(&old, &new);
            let at = at.index(delta.len());
            delta[at] ^= flip;
            if let Ok(made) = apply(&old, &delta) {
                prop_assert_eq!(made, new);
            }
        }

        #[test]
        fn a_cut_delta_is_an_error((old, new) in related(), at in any::<prop::sample::Index>()) {
            let delta = make(&old, &new);
            prop_assert!(apply(&old, &delta[..at.index(delta.len())]).is_err());
        }

        #[test]
        fn what_is_no_delta_is_an_error(bytes in prop::collection::vec(any::<u8>(), 0..120)) {
            prop_assert!(apply(b"old", &bytes).is_err());
            prop_assert!(apply(b"old", &[&MAGIC[..], &sha256(b"old"), &bytes].concat()).is_err());
        }
    }

    #[test]
    fn a_small_change_is_a_small_delta() {
        let old: Vec<u8> = (0..60_000_u32).flat_map(|n| (n.wrapping_mul(2_654_435_761)).to_le_bytes()).collect();
        let mut new = old.clone();
        new.splice(1000..1004, *b"another");
        assert!(make(&old, &new).len() < 120);
    }

    #[test]
    fn a_delta_that_promises_too_much_is_refused_before_room_is_made() {
        let mut out = Out([&MAGIC[..], &sha256(b"old"), &sha256(b"new")].concat());
        out.number(u32::MAX);
        assert_eq!(apply(b"old", &out.0), Err(DeltaError::Damaged));
    }
}
