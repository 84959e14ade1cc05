//! What every store must do, asked through the trait: one function a rule, generic over how a store is opened.

pub mod log;
pub mod ratings;
pub mod requests;
pub mod sums;

use store::{RatingWrite, Store, Written};

/// A moment of the day on which most tests happen.
pub const NOON: &str = "2026-11-22T12:00:00+08:00";

/// Runs every rule on a fresh store.
macro_rules! conformance {
    ($fresh:expr) => {
        conformance!(@ $fresh, requests:
            a_report_is_found_by_its_code_and_by_no_other,
            reports_sent_at_once_are_all_kept,
        );
        conformance!(@ $fresh, ratings:
            a_rating_is_found_by_its_receipt_and_by_no_other,
            the_same_sending_gets_the_same_receipt_and_counts_once,
            a_service_is_rated_once_however_often_its_ticket_is_printed,
            a_rating_takes_one_addition_in_time,
            erased_words_are_gone_and_the_leaf_stays,
            parallel_repeats_of_many_keys_have_one_effect_each,
        );
        conformance!(@ $fresh, log:
            every_rating_is_proven_to_stand_in_the_log,
            the_log_only_grows_and_proves_it,
            days_are_closed_once_and_never_reopened,
            an_export_keeps_small_numbers_back_and_recounts,
        );
        conformance!(@ $fresh, sums:
            figures_are_told_for_every_region_above,
            figures_of_some_days_are_those_days_alone,
            what_proves_nothing_is_counted_apart,
        );
    };
    (@ $fresh:expr, $part:ident: $($rule:ident,)+) => {
        $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $rule() {
            let (store, _kept) = $fresh;
            suite::$part::$rule(store).await;
        })+
    };
}
pub(crate) use conformance;

/// A rating with a key and a service of this number.
pub fn rating(n: u32) -> RatingWrite {
    let mut service = [0; 32];
    service[..4].copy_from_slice(&n.to_be_bytes());
    RatingWrite {
        key: format!("key-{n}"),
        body: service,
        service: Some(service),
        visit: None,
        region: "210102001000".into(),
        organ: "O1".into(),
        item: "t-sfz-bl".into(),
        place: "P1".into(),
        channel: "qr",
        level: 5,
        tags: vec![510, 512],
        text: None,
        received_at: NOON.into(),
    }
}

/// Keeps a rating and tells its receipt.
pub async fn keep(store: &dyn Store, rating: RatingWrite) -> domain::wire::RatingReceipt {
    match store.put_rating(rating).await.unwrap() {
        Written::Kept(receipt) => receipt,
        other => panic!("{other:?}"),
    }
}
