use std::sync::Arc;

use store::{Axis, Counts, RatingWrite, Store, SummaryAsk, Summed};

use super::{keep, rating};

fn ask(axis: Axis, region: &str) -> SummaryAsk {
    SummaryAsk { axis, region: region.into(), key: None, from: None, to: None, most: 100 }
}

async fn sums(store: &dyn Store, ask: SummaryAsk) -> Vec<(String, u64)> {
    store.sum_ratings(ask).await.unwrap().rows.into_iter().map(|(key, counts)| (key, counts.n())).collect()
}

fn row(key: &str, n: u64) -> (String, u64) {
    (key.into(), n)
}

pub async fn figures_are_told_for_every_region_above(store: Arc<dyn Store>) {
    for n in 0..6 {
        let region = if n < 4 { "210102001000" } else { "210200000000" };
        let organ = if n % 2 == 0 { "O1" } else { "O2" };
        let level = [5, 5, 4, 1, 3, 2][n as usize];
        keep(&*store, RatingWrite { region: region.into(), organ: organ.into(), level, ..rating(n) }).await;
    }
    let whole: Summed = store.sum_ratings(ask(Axis::Region, "210000000000")).await.unwrap();
    assert_eq!(whole.total, Counts { levels: [2, 1, 1, 1, 1], unproven: 0 });
    let rows: Vec<_> = whole.rows.iter().map(|(key, counts)| (key.as_str(), counts.levels)).collect();
    assert_eq!(rows, [("210100000000", [2, 1, 0, 0, 1]), ("210200000000", [0, 0, 1, 1, 0])]);
    let store = &*store;
    assert_eq!(sums(store, ask(Axis::Region, "210102000000")).await, [row("210102001000", 4)]);
    assert_eq!(sums(store, ask(Axis::Organ, "210102001000")).await, [row("O1", 2), row("O2", 2)]);
    assert_eq!(sums(store, ask(Axis::Organ, "210000000000")).await, [row("O1", 3), row("O2", 3)]);
    assert_eq!(sums(store, ask(Axis::Item, "210200000000")).await, [row("t-sfz-bl", 2)]);
    assert_eq!(sums(store, ask(Axis::Channel, "210200000000")).await, [row("qr", 2)]);
    let one = SummaryAsk { key: Some("O2".into()), ..ask(Axis::Organ, "210000000000") };
    assert_eq!(sums(store, one).await, [row("O2", 3)]);
    assert_eq!(sums(store, ask(Axis::Organ, "990000000000")).await, []);
}

pub async fn figures_of_some_days_are_those_days_alone(store: Arc<dyn Store>) {
    for (n, day) in [(1, "20"), (2, "21"), (3, "21"), (4, "23")] {
        keep(&*store, RatingWrite { received_at: format!("2026-11-{day}T08:00:00+08:00"), ..rating(n) }).await;
    }
    let days = |from: &str, to: &str| SummaryAsk {
        from: Some(from.into()).filter(|day: &String| !day.is_empty()),
        to: Some(to.into()).filter(|day: &String| !day.is_empty()),
        ..ask(Axis::Organ, "210000000000")
    };
    for (from, to, n) in [("2026-11-21", "2026-11-21", 2), ("2026-11-21", "", 3), ("", "2026-11-20", 1)] {
        assert_eq!(sums(&*store, days(from, to)).await, [row("O1", n)], "{from} {to}");
        let own = SummaryAsk { key: Some("O1".into()), ..days(from, to) };
        assert_eq!(sums(&*store, own).await, [row("O1", n)], "{from} {to}");
    }
    assert_eq!(sums(&*store, days("2027-01-01", "")).await, []);
}

pub async fn what_proves_nothing_is_counted_apart(store: Arc<dyn Store>) {
    keep(&*store, rating(1)).await;
    keep(&*store, RatingWrite { service: None, level: 1, ..rating(2) }).await;
    let summed = store.sum_ratings(ask(Axis::Organ, "210000000000")).await.unwrap();
    assert_eq!(summed.total, Counts { levels: [1, 0, 0, 0, 0], unproven: 1 });
    // Figures go on from where they stood.
    keep(&*store, rating(3)).await;
    assert_eq!(sums(&*store, ask(Axis::Organ, "210000000000")).await, [row("O1", 2)]);
}
