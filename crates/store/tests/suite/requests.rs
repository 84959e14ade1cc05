use std::sync::Arc;

use domain::wire::{NewRequest, RequestKind};
use store::{Store, StoreState};

use super::NOON;

pub fn correction(text: &str) -> NewRequest {
    NewRequest {
        kind: RequestKind::Correction,
        item: Some("ln-sfz-bl".into()),
        region: Some("210102000000".into()),
        part: Some("materials".into()),
        text: text.into(),
    }
}

pub async fn a_report_is_found_by_its_code_and_by_no_other(store: Arc<dyn Store>) {
    let receipt = store.put_request(correction("材料少写了一项"), NOON.into()).await.unwrap();
    let found = store.find_request(receipt.id.clone(), receipt.code.clone()).await.unwrap().unwrap();
    assert_eq!(found.request, correction("材料少写了一项"));
    assert_eq!((found.received_at.as_str(), found.state.as_str()), (NOON, "received"));
    assert!(store.find_request(receipt.id, "0000000000000000".into()).await.unwrap().is_none());
    assert!(store.find_request("nobody".into(), receipt.code).await.unwrap().is_none());
    assert_eq!(store.state(), StoreState::Ready);
}

pub async fn reports_sent_at_once_are_all_kept(store: Arc<dyn Store>) {
    let sent: Vec<_> = (0..300)
        .map(|n| {
            let store = store.clone();
            tokio::spawn(async move { store.put_request(correction(&n.to_string()), NOON.into()).await })
        })
        .collect();
    for one in sent {
        let receipt = one.await.unwrap().unwrap();
        assert!(store.find_request(receipt.id, receipt.code).await.unwrap().is_some());
    }
}
