use std::sync::Arc;

use ledger::{Head, SignedHead, check_consistency, check_inclusion, leaf_hash};
use store::{Entry, RatingWrite, Store};

use super::{NOON, keep, rating};

pub async fn every_rating_is_proven_to_stand_in_the_log(store: Arc<dyn Store>) {
    let mut receipts = Vec::new();
    for n in 0..70 {
        receipts.push(keep(&*store, rating(n)).await);
    }
    let head = store.log_head(NOON.into()).await.unwrap();
    assert_eq!(head.size, 70);
    for receipt in receipts {
        let proven = store.prove_rating(receipt.receipt).await.unwrap().unwrap();
        assert_eq!((proven.index, proven.head.root), (receipt.log_index, head.root));
        let leaf = leaf_hash(proven.leaf.as_bytes());
        assert_eq!(check_inclusion(leaf, proven.index, 70, &proven.path, &head.root), Ok(()));
        assert!(proven.leaf.starts_with("rating 2026-11-22 210102001000 O1 t-sfz-bl qr 5 510,512 - ticket "));
    }
    assert!(store.prove_rating("nothing".into()).await.unwrap().is_none());
}

pub async fn the_log_only_grows_and_proves_it(store: Arc<dyn Store>) {
    let mut roots = Vec::new();
    for n in 0..40 {
        keep(&*store, rating(n)).await;
        roots.push(store.log_head(NOON.into()).await.unwrap().root);
    }
    for from in [0_u64, 1, 5, 16, 17, 32, 39, 40] {
        let (old, new, path) = store.prove_growth(from, 40).await.unwrap().unwrap();
        if let Some(before) = from.checked_sub(1) {
            assert_eq!(old.root, roots[before as usize], "the root of then is the root of now");
        }
        assert_eq!(check_consistency((from, &old.root), (40, &new.root), &path), Ok(()));
    }
    assert_eq!(store.prove_growth(0, 41).await.unwrap(), None);
    assert_eq!(store.prove_growth(2, 1).await.unwrap(), None);
}

pub async fn days_are_closed_once_and_never_reopened(store: Arc<dyn Store>) {
    assert!(store.close_days("2026-11-22".into()).await.unwrap().is_empty(), "nothing to close");
    let at = |day: &str| format!("{day}T08:00:00+08:00");
    for (n, day) in [(1, "2026-11-20"), (2, "2026-11-20"), (3, "2026-11-22")] {
        keep(&*store, RatingWrite { received_at: at(day), ..rating(n) }).await;
    }
    let heads = store.close_days("2026-11-22".into()).await.unwrap();
    let told: Vec<(&str, u64)> = heads.iter().map(|head| (head.at.as_str(), head.size)).collect();
    assert_eq!(told, [("2026-11-20", 2), ("2026-11-21", 2)], "a day without ratings is closed too");
    let sign = |head: Head| SignedHead { head, key: "01020304".into(), signature: "ab".into() };
    store.put_signatures(heads.into_iter().map(sign).collect()).await.unwrap();
    assert!(store.close_days("2026-11-22".into()).await.unwrap().is_empty());
    let signed = store.signed_heads(10).await.unwrap();
    assert_eq!(signed.iter().map(|head| head.head.at.as_str()).collect::<Vec<_>>(), ["2026-11-21", "2026-11-20"]);
    // A clock that goes back writes into the newest day that is open.
    let late = keep(&*store, RatingWrite { received_at: at("2026-11-20"), ..rating(4) }).await;
    let proven = store.prove_rating(late.receipt).await.unwrap().unwrap();
    assert!(proven.leaf.starts_with("rating 2026-11-22 "), "{}", proven.leaf);
}

pub async fn an_export_keeps_small_numbers_back_and_recounts(store: Arc<dyn Store>) {
    for n in 0..30 {
        let item = if n < 25 { "t-sfz-bl" } else { "t-rare" };
        keep(&*store, RatingWrite { item: item.into(), ..rating(n) }).await;
    }
    let entries = store.read_log(0, 100, 20).await.unwrap();
    let told = entries.iter().filter(|entry| matches!(entry, Entry::Told(_))).count();
    assert_eq!((entries.len(), told), (30, 25));
    let mut tree = ledger::MemoryTree::default();
    for entry in &entries {
        match entry {
            Entry::Told(leaf) => tree.push(leaf.as_bytes()),
            Entry::KeptBack(hash) => tree.push_hash(*hash),
        }
    }
    assert_eq!(ledger::root(&tree, 30).unwrap(), store.log_head(NOON.into()).await.unwrap().root);
    assert_eq!(store.read_log(10, 5, 0).await.unwrap().len(), 5);
}
