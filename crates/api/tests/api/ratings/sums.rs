//! Figures of ratings.

use api::tickets;
use domain::{
    rating::{Ticket, ticket::Proof},
    wire::RatingSummary,
};

use super::{Hall, body, ticket};
use crate::fixture::HEPING;

const SUMMARY: &str = "/api/v1/ratings/summary";

#[tokio::test]
async fn few_ratings_are_told_as_too_few_and_many_as_they_are() {
    let hall = Hall::open();
    for n in 0..19 {
        hall.rate(&format!("A{n}"), 5).await;
    }
    let few: RatingSummary = hall.app.read(&format!("{SUMMARY}?by=organ&region={HEPING}")).await;
    assert_eq!((few.small_n, few.total.n, few.total.average, few.rows[0].levels), (20, None, None, None));
    hall.rate("B", 1).await;
    let fixed = tickets::issue(&Ticket { proof: Proof::Static, ..ticket("") }, hall.ring.signer());
    hall.send("s", &body(&fixed, 1, "")).await;
    let many: RatingSummary = hall.app.read(&format!("{SUMMARY}?by=item&key=t-sfz-bl")).await;
    let row = &many.rows[0];
    assert_eq!((row.key.as_str(), row.n, row.levels), ("t-sfz-bl", Some(20), Some([19, 0, 0, 0, 1])));
    assert_eq!((row.average, row.unproven), (Some(950), Some(1)));
    assert_eq!(many.not_rated, None, "who has not rated is not known, and not counted as content");
    let today = api::clock::today();
    let day: RatingSummary = hall.app.read(&format!("{SUMMARY}?by=channel&from={today}&to={today}")).await;
    assert_eq!((day.rows[0].key.as_str(), day.rows[0].n), ("qr", Some(20)));
    let before: RatingSummary = hall.app.read(&format!("{SUMMARY}?to=2020-01-01")).await;
    assert!(before.rows.is_empty());
}

#[tokio::test]
async fn a_wrong_question_for_figures_is_told() {
    let hall = Hall::open();
    for wrong in ["by=colour", "region=xx", "from=yesterday", "to=2026-13-01", "size=0", "from=2026-1-1"] {
        assert_eq!(hall.app.get(&format!("{SUMMARY}?{wrong}")).await.status, 422, "{wrong}");
    }
    let answer = hall.app.get(SUMMARY).await;
    assert_eq!((answer.status.as_u16(), answer.header("cache-control")), (200, "public, max-age=60"));
}
