use proptest::prelude::*;

use super::{
    brute,
    make::{days_off as calendar, item},
};
use crate::{
    bundles::{Opening, plan::*},
    terms::{TimeSpan, TimeUnit},
};

fn span(amount: u16, unit: TimeUnit) -> Option<TimeSpan> {
    Some(TimeSpan { amount, unit })
}

fn stops(hours: &[&str]) -> Vec<Stop> {
    let stop = |(at, text): (usize, &&str)| Stop { id: format!("p{at}"), opening: Opening::read(text) };
    hours.iter().enumerate().map(stop).collect()
}

fn time() -> impl Strategy<Value = Option<TimeSpan>> {
    prop_oneof![
        3 => Just(span(0, TimeUnit::WorkingDay)),
        1 => Just(span(30, TimeUnit::Minute)),
        3 => (1u16..8).prop_map(|days| span(days, TimeUnit::WorkingDay)),
        1 => (1u16..12).prop_map(|days| span(days, TimeUnit::Day)),
        1 => Just(None),
    ]
}

prop_compose! {
    fn task(at: usize)(
        time in time(),
        visits in prop_oneof![2 => Just(Some(0)), 6 => Just(Some(1)), 2 => Just(Some(2)), 1 => Just(None)],
        places in prop::collection::btree_set(0usize..3, 1..3),
        after in prop::collection::vec(prop::bool::weighted(0.3), at),
    ) -> Task {
        let name = |at: usize| item(&format!("m{at}"));
        let after = after.iter().enumerate().filter(|(_, is)| **is).map(|(at, _)| name(at)).collect();
        Task { item: name(at), after, time, visits, places: places.into_iter().collect() }
    }
}

fn tasks(most: usize) -> impl Strategy<Value = Vec<Task>> {
    (0..=most).prop_flat_map(|count| (0..count).map(task).collect::<Vec<_>>())
}

fn hours() -> impl Strategy<Value = Vec<Stop>> {
    let some = || prop::sample::select(vec!["工作日", "周一", "周二、周四", "周一至周六 9:00-16:00", "随时", "每天"]);
    prop::collection::vec(some(), 3).prop_map(|hours| stops(&hours))
}

fn going_steps(tasks: &[Task]) -> usize {
    tasks.iter().map(|task| usize::from(task.visits.unwrap_or(1))).sum()
}

fn assert_best(tasks: &[Task], places: &[Stop], day: u64) -> Result<(), TestCaseError> {
    let calendar = calendar();
    let today = "2026-01-01".parse::<chrono::NaiveDate>().unwrap() + chrono::Days::new(day);
    let setting = Setting { today, minute: None, calendar: &calendar, places };
    let plan = plan(tasks, &setting).unwrap();
    prop_assert!(plan.exact);
    let best = brute::best(tasks, &setting, &brute::Known::default());
    prop_assert_eq!((plan.visits.len(), plan.finish.date.max(today)), (best.0, best.1.max(today)), "{:#?}", plan);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_plan_of_up_to_six_matters_has_fewer_visits_or_ends_earlier(
        tasks in tasks(6), places in hours(), day in 0u64..300,
    ) {
        assert_best(&tasks, &places, day)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_plan_of_up_to_nine_matters_has_fewer_visits_or_ends_earlier(
        tasks in tasks(9), places in hours(), day in 0u64..300,
    ) {
        // Trying everything takes the power of the steps; eight are enough to go to.
        prop_assume!(going_steps(&tasks) <= 8);
        assert_best(&tasks, &places, day)?;
    }

    #[test]
    fn a_plan_is_the_same_whatever_the_order_of_matters(
        (tasks, turned) in tasks(9).prop_flat_map(|tasks| (Just(tasks.clone()), Just(tasks).prop_shuffle())),
        places in hours(),
    ) {
        let calendar = calendar();
        let setting = Setting { today: "2026-03-02".parse().unwrap(), minute: None, calendar: &calendar, places: &places };
        prop_assert_eq!(plan(&tasks, &setting), plan(&turned, &setting));
    }

    #[test]
    fn a_large_case_is_planned_within_bounds_and_keeps_the_order(tasks in tasks(30), places in hours()) {
        let calendar = calendar();
        let setting = Setting { today: "2026-03-02".parse().unwrap(), minute: None, calendar: &calendar, places: &places };
        let plan = plan(&tasks, &setting).unwrap();
        let went: usize = plan.visits.iter().map(|visit| visit.matters.len()).sum();
        let wanted: usize = tasks.iter().map(|task| usize::from(task.visits.unwrap_or(1).min(2))).sum();
        prop_assert_eq!((went, plan.online.len()), (wanted, tasks.iter().filter(|t| t.visits == Some(0)).count()));
        prop_assert!(plan.visits.is_sorted_by_key(|visit| visit.on.date));
        prop_assert!(plan.visits.iter().all(|visit| visit.on.date <= plan.finish.date));
    }
}

/// Every way in which three matters of four visits can be: who waits for whom, at once or not, and where.
#[test]
fn no_plan_of_three_matters_is_better_in_any_case_at_all() {
    let mut kinds = Vec::new();
    for time in [span(0, TimeUnit::WorkingDay), span(2, TimeUnit::WorkingDay)] {
        kinds.push((time, 0, vec![0]));
        kinds.extend([1, 2].iter().flat_map(|visits| [vec![0], vec![0, 1]].map(|to| (time, *visits, to))));
    }
    let (calendar, places) = (calendar(), stops(&["工作日", "周二、周四"]));
    let setting = Setting { today: "2026-09-25".parse().unwrap(), minute: None, calendar: &calendar, places: &places };
    let (name, known) = (|at: usize| item(&format!("m{at}")), brute::Known::default());
    for waits in 0..8u8 {
        let after = [vec![], vec![(1, 0)], vec![(2, 0), (4, 1)]];
        for case in 0..kinds.len().pow(3) {
            let tasks: Vec<Task> = (0..3usize)
                .map(|at| {
                    let (time, visits, to) = kinds[case / kinds.len().pow(at as u32) % kinds.len()].clone();
                    let after = after[at].iter().filter(|(bit, _)| waits & bit != 0).map(|(_, at)| name(*at)).collect();
                    Task { item: name(at), after, time, visits: Some(visits), places: to }
                })
                .collect();
            // More steps than four are left to chance above: trying everything takes their power.
            if going_steps(&tasks) > 4 {
                continue;
            }
            let plan = plan(&tasks, &setting).unwrap();
            assert_eq!((plan.visits.len(), plan.finish.date), brute::best(&tasks, &setting, &known), "{tasks:#?}");
        }
    }
}
