//! The public log as anybody may check it.

use domain::wire::{LogConsistency, LogHead, LogHeads, LogProof};
use ledger::{
    Hash, Head, Leaf, SignedHead, What, audit::audit, check_consistency, check_inclusion, leaf_hash, seal_text,
};

use super::{Hall, RATINGS, body};

fn signed(head: LogHead) -> SignedHead {
    let root = head.root.parse().unwrap();
    SignedHead { head: Head { at: head.at, size: head.size, root }, key: head.key_id, signature: head.signature }
}

fn hashes(path: &[String]) -> Vec<Hash> {
    path.iter().map(|hash| hash.parse().unwrap()).collect()
}

#[tokio::test]
async fn a_receipt_proves_that_its_rating_stands_in_a_signed_log() {
    let hall = Hall::open();
    for n in 0..5 {
        hall.rate(&format!("A{n}"), 5).await;
    }
    let more = r#","tags":[108],"text":"还要照片""#;
    let receipt: domain::wire::RatingReceipt = hall.send("k", &body(&hall.ticket("B"), 1, more)).await.parse();
    hall.rate("C", 4).await;
    let proof: LogProof = hall.app.read(&format!("/api/v1/log/proof/{}", receipt.receipt)).await;
    let head = signed(proof.head);
    assert!(head.is_signed(hall.ring.public()));
    let leaf = leaf_hash(proof.leaf.as_bytes());
    let checked = check_inclusion(leaf, proof.index, head.head.size, &hashes(&proof.path), &head.head.root);
    assert_eq!((checked, proof.index, head.head.size), (Ok(()), 5, 7));
    let Leaf { what: What::Rating { level, tags, text, .. }, .. } = Leaf::parse(&proof.leaf).unwrap() else {
        panic!("{}", proof.leaf)
    };
    assert_eq!((level, tags), (1, vec![108]));
    let salt = proof.text_salt.unwrap();
    let salt: Vec<u8> = (0..16).map(|at| u8::from_str_radix(&salt[2 * at..2 * at + 2], 16).unwrap()).collect();
    assert_eq!(text, Some(seal_text(&salt.try_into().unwrap(), "还要照片")), "the citizen's own words are in it");
    assert_eq!(hall.app.get("/api/v1/log/proof/nobody").await.problem().code, "not_found");
}

#[tokio::test]
async fn a_longer_log_is_proven_to_begin_with_the_one_that_was_kept() {
    let hall = Hall::open();
    hall.rate("A", 5).await;
    hall.rate("B", 1).await;
    let kept = signed(hall.app.read::<LogHeads>("/api/v1/log/heads").await.now.unwrap());
    for n in 0..9 {
        hall.rate(&format!("C{n}"), 3).await;
    }
    let grown: LogConsistency = hall.app.read("/api/v1/log/consistency?from=2").await;
    assert_eq!((grown.from, grown.to, grown.from_root.parse()), (2, 11, Ok(kept.head.root)));
    let to_root = grown.to_root.parse().unwrap();
    assert_eq!(check_consistency((2, &kept.head.root), (11, &to_root), &hashes(&grown.path)), Ok(()));
    for wrong in ["", "?from=x", "?from=2&to=12", "?from=3&to=2", "?from=-1"] {
        assert_eq!(hall.app.get(&format!("/api/v1/log/consistency{wrong}")).await.status, 422, "{wrong}");
    }
}

#[tokio::test]
async fn an_export_recounts_and_keeps_back_what_could_tell_who_rated() {
    let hall = Hall::with(&["--small-n", "3"]);
    for n in 0..6 {
        hall.rate(&format!("A{n}"), 4).await;
    }
    let receipt = hall.rate("B", 1).await.receipt;
    hall.app.post_json(&format!("{RATINGS}/{receipt}/additions"), r#"{"text":"补充"}"#).await;
    let answer = hall.app.get("/api/v1/log/export").await;
    assert_eq!(answer.header("content-type"), "application/x-ndjson");
    let (account, faults) = audit(answer.text().lines().map(str::to_owned), hall.ring.public(), &[]);
    assert_eq!(faults, []);
    assert_eq!((account.leaves, account.levels, account.additions), (8, [0, 6, 0, 0, 1], 1));
    let strict = Hall::open();
    strict.rate("A", 1).await;
    let text = strict.app.get("/api/v1/log/export").await.text();
    let (account, faults) = audit(text.lines().map(str::to_owned), &[], &[]);
    assert_eq!((account.leaves, account.held_back, faults), (1, 1, vec![]));
    assert!(!text.contains("t-sfz-bl"), "{text}");
}
