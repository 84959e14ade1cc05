//! Whatever is done to an export, the recount finds it.

// A helper of a test may fail as a test does.
#![allow(clippy::unwrap_used)]

use ledger::{
    Head, Leaf, Line, MemoryTree, Opening, SignedHead, What,
    audit::{Account, Fault, audit},
    root,
};
use proptest::prelude::*;
use slip::{Day, Ed25519, KeyId, PublicKey};

const KEY: KeyId = KeyId([1, 2, 3, 4]);

fn signer() -> Ed25519 {
    Ed25519::new(KEY, &[7; 32])
}

fn key() -> PublicKey {
    PublicKey { id: KEY, key: signer().public(), from: Day::parse("2026-11-01").unwrap(), until: None }
}

fn leaf(n: u64, day: u64) -> Leaf {
    let what = match n % 7 {
        5 => What::Addition { of: n - 1, level: Some(4), tags: vec![406], text: None },
        6 => What::Erasure { of: n - 2 },
        _ => What::Rating {
            region: "210102000000".into(),
            organ: format!("organ-{}", n % 3),
            item: "ln-sfz-bl".into(),
            channel: "qr".into(),
            level: (n % 5 + 1) as u8,
            tags: vec![],
            text: None,
            proven: !n.is_multiple_of(4),
        },
    };
    Leaf { day: format!("2026-11-{day:02}"), what, salt: [n as u8; 16] }
}

/// Three days of ten leaves each, a head behind each day, and one of a moment at the end.
fn export() -> Vec<String> {
    let mut tree = MemoryTree::default();
    let (mut leaves, mut heads) = (Vec::new(), Vec::new());
    let head = |tree: &MemoryTree, at: &str| {
        let (at, size) = (at.to_owned(), tree.size());
        let SignedHead { head, key, signature } = Head { at, size, root: root(tree, size).unwrap() }.sign(&signer());
        Line::Head { at: head.at, size: head.size, root: head.root.to_string(), key_id: key, signature }
    };
    for day in 20..23 {
        for n in 0..10 {
            let leaf = leaf((day - 20) * 10 + n, day);
            tree.push(leaf.line().as_bytes());
            leaves.push(Line::Leaf(leaf.line()));
        }
        if day < 22 {
            heads.push(head(&tree, &format!("2026-11-{day}")));
        }
    }
    heads.push(head(&tree, "2026-11-22T10:00:00+08:00"));
    let opening = Opening { banshi_log: 1, size: tree.size(), small_n: 20, keys: vec![key().line()] };
    let rest = leaves.iter().chain(&heads).map(|line| serde_json::to_string(line).unwrap());
    std::iter::once(serde_json::to_string(&opening).unwrap()).chain(rest).collect()
}

fn faults(lines: Vec<String>) -> Vec<Fault> {
    audit(lines.into_iter(), &[key()], &[]).1
}

#[test]
fn an_honest_export_is_counted_and_nothing_is_found() {
    let (account, faults) = audit(export().into_iter(), &[], &[]);
    assert_eq!(faults, []);
    let Account { leaves, held_back, levels, unproven, additions, erasures, heads, root } = account;
    assert_eq!((leaves, held_back, additions, erasures, heads), (30, 0, 4, 4, 3));
    assert_eq!(levels.iter().sum::<u64>() + unproven, 22);
    assert!(unproven > 0 && root.is_some());
}

#[test]
fn a_leaf_may_be_kept_back_and_the_rest_still_recounts() {
    let mut lines = export();
    let Line::Leaf(text) = serde_json::from_str(&lines[1]).unwrap() else { panic!("a leaf") };
    lines[1] = serde_json::to_string(&Line::Hash(ledger::leaf_hash(text.as_bytes()).to_string())).unwrap();
    let (account, faults) = audit(lines.into_iter(), &[key()], &[]);
    assert_eq!((account.held_back, account.leaves, faults), (1, 30, vec![]));
}

#[test]
fn a_rating_slipped_into_a_closed_day_is_found_even_when_heads_are_signed_anew() {
    // The keeper of the key writes the last head anew over a leaf that is dated into a closed day.
    let mut lines = export();
    lines.truncate(1 + 30 + 2);
    let late = Line::Leaf(leaf(30, 21).line());
    let mut tree = MemoryTree::default();
    for line in &lines[1..31] {
        if let Line::Leaf(text) = serde_json::from_str(line).unwrap() {
            tree.push(text.as_bytes());
        }
    }
    lines.insert(31, serde_json::to_string(&late).unwrap());
    tree.push(leaf(30, 21).line().as_bytes());
    let head = Head { at: "2026-11-22T10:00:00+08:00".into(), size: 31, root: root(&tree, 31).unwrap() };
    let signed = head.sign(&signer());
    let (at, root) = (signed.head.at.clone(), signed.head.root.to_string());
    let line = Line::Head { at, size: 31, root, key_id: signed.key, signature: signed.signature };
    lines.push(serde_json::to_string(&line).unwrap());
    lines[0] = lines[0].replace("\"size\":30", "\"size\":31");
    assert_eq!(faults(lines), [Fault::BackDated(30), Fault::ClosedDay("2026-11-21".into())]);
}

#[test]
fn a_history_written_anew_is_found_by_a_head_that_somebody_kept() {
    let mut tree = MemoryTree::default();
    (0..5).for_each(|n| tree.push(leaf(n, 19).line().as_bytes()));
    let kept = Head { at: "2026-11-19".into(), size: 5, root: root(&tree, 5).unwrap() }.sign(&signer());
    assert_eq!(audit(export().into_iter(), &[key()], &[kept]).1, [Fault::OtherLeaves("2026-11-19".into())]);
}

#[test]
fn a_head_of_a_stranger_counts_for_nothing() {
    let stranger = PublicKey { key: Ed25519::new(KEY, &[8; 32]).public(), ..key() };
    let (account, faults) = audit(export().into_iter(), &[stranger], &[]);
    assert_eq!((account.heads, faults.len()), (0, 4));
    assert!(matches!(faults[..], [Fault::Unsigned(_), Fault::Unsigned(_), Fault::Unsigned(_), Fault::Uncovered(30)]));
}

proptest! {
    #[test]
    fn a_dropped_doubled_or_moved_leaf_is_found(at in 1_usize..31, to in 1_usize..31, how in 0..3) {
        let mut lines = export();
        match how {
            0 => drop(lines.remove(at)),
            1 => lines.insert(to, lines[at].clone()),
            _ => {
                prop_assume!(at != to);
                lines.swap(at, to);
            }
        }
        prop_assert!(!faults(lines).is_empty());
    }

    #[test]
    fn a_changed_letter_in_a_leaf_or_a_head_is_found(at in 1_usize..34, place in any::<usize>(), other in "[0-9a-f]") {
        let mut lines = export();
        let place = 2 + place % (lines[at].len() - 4);
        prop_assume!(lines[at].is_char_boundary(place) && lines[at][place..=place] != other);
        lines[at].replace_range(place..=place, &other);
        prop_assert!(!faults(lines).is_empty());
    }

    #[test]
    fn a_leaf_with_another_date_is_found(at in 1_usize..31, day in 10_u64..30) {
        let mut lines = export();
        let old = 20 + (at as u64 - 1) / 10;
        prop_assume!(day != old);
        lines[at] = lines[at].replace(&format!("2026-11-{old}"), &format!("2026-11-{day}"));
        prop_assert!(!faults(lines).is_empty());
    }

    #[test]
    fn leaves_cut_off_at_the_end_are_found(keep in 1_usize..33) {
        let lines: Vec<String> = export().into_iter().take(keep).collect();
        prop_assert!(!faults(lines).is_empty());
    }
}
