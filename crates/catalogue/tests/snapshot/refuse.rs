use std::fs;

use catalogue::snapshot::{Snapshot, SnapshotError};
use proptest::prelude::*;
use tempfile::tempdir;

use super::fixture::filled;

fn written() -> Vec<u8> {
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.snapshot");
    filled().write(&path).unwrap();
    fs::read(path).unwrap()
}

fn open(bytes: &[u8]) -> Result<Snapshot, SnapshotError> {
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.snapshot");
    fs::write(&path, bytes).unwrap();
    Snapshot::open(&path)
}

/// Every place in the head and at the end, where lengths and sums stand, and one in every ninety-seven between.
fn places(length: usize) -> impl Iterator<Item = usize> {
    (0..length).filter(move |at| *at < 2048 || at % 97 == 0 || at + 64 > length)
}

#[test]
fn a_file_with_any_one_byte_changed_is_refused() {
    let whole = written();
    assert!(open(&whole).is_ok());
    for at in places(whole.len()) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        assert!(open(&bytes).is_err(), "byte {at} of {}", whole.len());
    }
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let whole = written();
    for length in places(whole.len()) {
        assert!(open(&whole[..length]).is_err(), "{length} of {} bytes", whole.len());
    }
}

#[test]
fn each_fault_has_its_own_clear_message() {
    let whole = written();
    let message = |bytes: &[u8]| open(bytes).unwrap_err().to_string();
    assert!(message(b"").contains("is not a snapshot"));
    assert!(message("事项名称,编码".as_bytes()).contains("is not a snapshot"));
    assert!(message(&whole[..40]).contains("cut off"));
    assert!(message(&whole[..whole.len() - 1]).contains("cut off"));
    let mut newer = whole.clone();
    newer[8] = 99;
    assert!(message(&newer).contains("format 99"));
    let mut damaged = whole.clone();
    *damaged.last_mut().unwrap() ^= 1;
    assert!(message(&damaged).contains("checksum"));
    let longer = [whole.as_slice(), b"x"].concat();
    assert!(message(&longer).contains("instead of"));
    let missing = Snapshot::open("/nowhere/a.snapshot".as_ref()).unwrap_err();
    assert!(matches!(missing, SnapshotError::Io { .. }));
}

proptest! {
    #[test]
    fn a_file_with_a_torn_stretch_is_refused(
        start in 0.0..1.0f64,
        noise in prop::collection::vec(any::<u8>(), 1..600),
    ) {
        let whole = written();
        let mut bytes = whole.clone();
        let start = (start * whole.len() as f64) as usize;
        for (byte, noise) in bytes[start..].iter_mut().zip(&noise) {
            *byte = *noise;
        }
        prop_assert_eq!(open(&bytes).is_ok(), bytes == whole);
    }
}
