//! Figures of ratings, with small numbers kept back.

use domain::{
    rating::Grade,
    wire::{RatingSummary, SummaryRow},
};
use store::{Axis, Counts, SummaryAsk, Summed};

use super::store_problem;
use crate::{app::App, problem::ApiError};

/// Asks for figures and keeps small numbers back.
pub async fn summary(app: &App, ask: SummaryAsk) -> Result<RatingSummary, ApiError> {
    let (axis, region) = (ask.axis, ask.region.clone());
    let one = ask.key.is_some();
    let summed = app.store.sum_ratings(ask).await.map_err(store_problem)?;
    let small_n = app.config.small_n;
    let Summed { total, rows } = summed;
    let hidden = hidden(&total, &rows, small_n, one);
    Ok(RatingSummary {
        by: name(axis).to_owned(),
        small_n,
        total: row(region.clone(), &total, total.all() < small_n),
        region,
        rows: rows.into_iter().zip(hidden).map(|((key, counts), hidden)| row(key, &counts, hidden)).collect(),
        not_rated: None,
    })
}

/// The axis of a name.
pub fn axis(name: &str) -> Option<Axis> {
    match name {
        "region" => Some(Axis::Region),
        "organ" => Some(Axis::Organ),
        "item" => Some(Axis::Item),
        "channel" => Some(Axis::Channel),
        _ => None,
    }
}

fn name(axis: Axis) -> &'static str {
    match axis {
        Axis::All | Axis::Region => "region",
        Axis::Organ => "organ",
        Axis::Item => "item",
        Axis::Channel => "channel",
    }
}

/// Which rows are kept back: those with few ratings, and when these together are few, so that the total less the told
/// rows would tell them, the smallest told row too.
fn hidden(total: &Counts, rows: &[(String, Counts)], small_n: u64, one: bool) -> Vec<bool> {
    let mut hidden: Vec<bool> = rows.iter().map(|(_, counts)| counts.all() < small_n).collect();
    if one {
        return hidden;
    }
    let told: u64 = rows.iter().zip(&hidden).filter(|(_, hidden)| !**hidden).map(|((_, counts), _)| counts.all()).sum();
    let rest = total.all().saturating_sub(told);
    let smallest = (0..rows.len()).filter(|at| !hidden[*at]).min_by_key(|at| rows[*at].1.all());
    if let Some(smallest) = smallest.filter(|_| rest > 0 && rest < small_n) {
        hidden[smallest] = true;
    }
    hidden
}

fn row(key: String, counts: &Counts, hidden: bool) -> SummaryRow {
    if hidden {
        return SummaryRow { key, n: None, levels: None, average: None, unproven: None };
    }
    let n = counts.n();
    SummaryRow {
        key,
        n: Some(n),
        levels: Some(counts.levels),
        average: average(counts),
        unproven: Some(counts.unproven),
    }
}

/// The average of what the grades count, in hundredths, rounded; none of none.
fn average(counts: &Counts) -> Option<u32> {
    let n = counts.n();
    let points: u64 = Grade::ALL.iter().zip(counts.levels).map(|(grade, n)| u64::from(grade.score()) * n).sum();
    let hundredths = (points * 100 + n / 2).checked_div(n)?;
    u32::try_from(hundredths).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(n: u64) -> Counts {
        Counts { levels: [n, 0, 0, 0, 0], unproven: 0 }
    }

    fn rows(all: &[u64]) -> Vec<(String, Counts)> {
        all.iter().map(|n| (n.to_string(), counts(*n))).collect()
    }

    #[test]
    fn small_numbers_cannot_be_worked_out_from_the_total() {
        let hide = |all: &[u64], one| hidden(&counts(all.iter().sum()), &rows(all), 20, one);
        assert_eq!(hide(&[100, 50, 5], false), [false, true, true], "155 - 100 - 50 would tell the 5");
        assert_eq!(hide(&[100, 50, 15, 15], false), [false, false, true, true], "30 together tell neither");
        assert_eq!(hide(&[100, 50], false), [false, false]);
        assert_eq!(hide(&[19], false), [true]);
        assert_eq!(hide(&[20], true), [false]);
        assert_eq!(hide(&[], false), Vec::<bool>::new());
    }

    #[test]
    fn the_average_is_that_of_liaonings_points() {
        let all = Counts { levels: [1, 1, 1, 1, 1], unproven: 9 };
        assert_eq!(average(&all), Some(540));
        assert_eq!(average(&counts(3)), Some(1000));
        assert_eq!(average(&Counts { levels: [0, 0, 0, 2, 1], unproven: 0 }), Some(200));
        assert_eq!(average(&counts(0)), None);
    }
}
