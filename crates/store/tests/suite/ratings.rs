use std::{collections::HashSet, sync::Arc};

use store::{Added, AdditionWrite, RatingWrite, Store, Written};

use super::{NOON, keep, rating};

fn addition(receipt: &str) -> AdditionWrite {
    AdditionWrite {
        receipt: receipt.into(),
        body: [9; 32],
        level: Some(4),
        tags: vec![406],
        text: Some("后来补上了".into()),
        received_at: "2026-11-25T09:00:00+08:00".into(),
        not_before: "2026-10-25T09:00:00+08:00".into(),
    }
}

pub async fn a_rating_is_found_by_its_receipt_and_by_no_other(store: Arc<dyn Store>) {
    let text = Some("窗口很快".to_owned());
    let named = RatingWrite { text, visit: Some("A1".into()), ..rating(1) };
    let receipt = keep(&*store, named).await;
    assert_eq!(receipt.log_index, 0);
    let found = store.find_rating(receipt.receipt.to_uppercase()).await.unwrap().unwrap();
    assert_eq!((found.level, found.tags, found.text.as_deref()), (5, vec![510, 512], Some("窗口很快")));
    assert_eq!((found.received_at.as_str(), found.anonymous, found.proven), (NOON, false, true));
    let other = keep(&*store, rating(2)).await;
    assert!(store.find_rating(other.receipt.clone()).await.unwrap().unwrap().anonymous);
    // The place of one with the code of another opens nothing.
    let mixed = format!("{}{}", &receipt.receipt[..7], &other.receipt[7..]);
    for wrong in [mixed, "zzzzzzz-22222222-22222222".into(), String::new(), "x".into()] {
        assert_eq!(store.find_rating(wrong.clone()).await.unwrap(), None, "{wrong}");
    }
}

pub async fn the_same_sending_gets_the_same_receipt_and_counts_once(store: Arc<dyn Store>) {
    let first = keep(&*store, rating(1)).await;
    assert_eq!(keep(&*store, rating(1)).await, first);
    let other_body = RatingWrite { body: [7; 32], ..rating(1) };
    assert_eq!(store.put_rating(other_body).await.unwrap(), Written::KeyReused);
    assert_eq!(store.log_head(NOON.into()).await.unwrap().size, 1);
}

pub async fn a_service_is_rated_once_however_often_its_ticket_is_printed(store: Arc<dyn Store>) {
    keep(&*store, rating(1)).await;
    let again = RatingWrite { key: "another".into(), level: 1, ..rating(1) };
    assert_eq!(store.put_rating(again).await.unwrap(), Written::TicketUsed);
    // What was refused has used up no key and left no leaf.
    keep(&*store, RatingWrite { key: "another".into(), ..rating(2) }).await;
    assert_eq!(store.log_head(NOON.into()).await.unwrap().size, 2);
    // A code that hangs at a window proves no service, so it can be used again.
    for key in ["s1", "s2"] {
        keep(&*store, RatingWrite { key: key.into(), service: None, ..rating(3) }).await;
    }
}

pub async fn a_rating_takes_one_addition_in_time(store: Arc<dyn Store>) {
    let receipt = keep(&*store, rating(1)).await.receipt;
    assert_eq!(store.put_addition(addition("zzzzzzz-22222222-22222222")).await.unwrap(), Added::NotFound);
    let late = AdditionWrite { not_before: "2026-11-23T00:00:00+08:00".into(), ..addition(&receipt) };
    assert_eq!(store.put_addition(late).await.unwrap(), Added::TooLate);
    assert_eq!(store.put_addition(addition(&receipt)).await.unwrap(), Added::Kept(1));
    assert_eq!(store.put_addition(addition(&receipt)).await.unwrap(), Added::Kept(1), "the same again");
    let other = AdditionWrite { body: [8; 32], ..addition(&receipt) };
    assert_eq!(store.put_addition(other).await.unwrap(), Added::Already);
    let found = store.find_rating(receipt).await.unwrap().unwrap().addition.unwrap();
    assert_eq!((found.index, found.level, found.text.as_deref()), (1, Some(4), Some("后来补上了")));
}

pub async fn erased_words_are_gone_and_the_leaf_stays(store: Arc<dyn Store>) {
    let text = Some("办事员叫王某某".to_owned());
    let receipt = keep(&*store, RatingWrite { text, ..rating(1) }).await;
    let before = store.prove_rating(receipt.receipt.clone()).await.unwrap().unwrap();
    assert!(before.text_salt.is_some());
    assert!(store.erase_text(0, NOON.into()).await.unwrap());
    assert!(!store.erase_text(0, NOON.into()).await.unwrap(), "there is nothing left to erase");
    assert!(!store.erase_text(77, NOON.into()).await.unwrap());
    let found = store.find_rating(receipt.receipt.clone()).await.unwrap().unwrap();
    assert_eq!((found.text, found.erased, found.level), (None, true, 5));
    let after = store.prove_rating(receipt.receipt).await.unwrap().unwrap();
    assert_eq!((after.leaf, after.text_salt, after.head.size), (before.leaf, None, 2));
}

pub async fn parallel_repeats_of_many_keys_have_one_effect_each(store: Arc<dyn Store>) {
    let sent: Vec<_> = (0..400)
        .map(|n| {
            let store = store.clone();
            // In another order than that of the keys.
            tokio::spawn(async move { (n % 40, keep(&*store, rating(n * 7 % 40)).await) })
        })
        .collect();
    let mut receipts = HashSet::new();
    for one in sent {
        receipts.insert(one.await.unwrap().1.receipt);
    }
    assert_eq!(receipts.len(), 40);
    assert_eq!(store.log_head(NOON.into()).await.unwrap().size, 40);
}
