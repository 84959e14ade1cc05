use std::{
    fs,
    sync::atomic::{AtomicBool, Ordering},
};

use catalogue::snapshot::{Snapshot, previous_of, roll_back};
use tempfile::tempdir;

use super::fixture::*;

#[test]
fn a_replaced_file_is_kept_and_can_be_brought_back() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.snapshot");
    let old = filled().write(&path).unwrap();
    let mut more = filled();
    more.add_item(item("d4", "新事项"));
    let new = more.write(&path).unwrap();
    let checksum = |path: &std::path::Path| Snapshot::open(path).unwrap().meta().checksum.clone();
    assert_eq!(checksum(&path), new.checksum);
    assert_eq!(checksum(&previous_of(&path)), old.checksum);
    roll_back(&path).unwrap();
    assert_eq!(checksum(&path), old.checksum);
    assert_eq!(checksum(&previous_of(&path)), new.checksum);
    roll_back(&path).unwrap();
    assert_eq!(checksum(&path), new.checksum);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn writing_the_same_content_again_does_not_lose_the_way_back() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.snapshot");
    let old = builder().write(&path).unwrap();
    filled().write(&path).unwrap();
    filled().write(&path).unwrap();
    assert_eq!(Snapshot::open(&previous_of(&path)).unwrap().meta().checksum, old.checksum);
}

#[test]
fn an_open_snapshot_goes_on_answering_when_its_file_is_replaced() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.snapshot");
    filled().write(&path).unwrap();
    let open = Snapshot::open(&path).unwrap();
    builder().write(&path).unwrap();
    builder().write(&path).unwrap();
    assert_eq!(open.item(catalogue::snapshot::ItemId(2)).unwrap().name, "普通护照签发");
}

#[test]
fn rolling_back_without_a_previous_file_changes_nothing() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.snapshot");
    filled().write(&path).unwrap();
    assert!(roll_back(&path).is_err());
    assert!(Snapshot::open(&path).is_ok());
}

#[test]
fn a_reader_always_finds_a_whole_file_while_it_is_replaced_and_rolled_back() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.snapshot");
    filled().write(&path).unwrap();
    let done = AtomicBool::new(false);
    let opened = std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut opened = 0;
            while !done.load(Ordering::Relaxed) {
                assert_eq!(Snapshot::open(&path).unwrap().meta().counts.regions, 5);
                opened += 1;
            }
            opened
        });
        for _ in 0..20 {
            builder().write(&path).unwrap();
            filled().write(&path).unwrap();
            roll_back(&path).unwrap();
        }
        done.store(true, Ordering::Relaxed);
        reader.join().unwrap()
    });
    assert!(opened > 0);
}
