use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn announced() -> Vec<CalendarYear> {
    [2025, 2026]
        .iter()
        .map(|year| {
            let path = format!("{}/../../data/calendar/{year}.toml", env!("CARGO_MANIFEST_DIR"));
            toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
        })
        .collect()
}

fn calendar() -> WorkCalendar {
    WorkCalendar::build(&announced()).unwrap()
}

fn days(amount: u16) -> TimeSpan {
    TimeSpan { amount, unit: TimeUnit::WorkingDay }
}

#[test]
fn the_national_day_of_2026_is_skipped_and_the_working_saturday_counts() {
    // 30 September is a Wednesday; the holiday is 1 to 7 October, and Saturday the 10th is worked.
    assert_eq!(calendar().due(day("2026-09-30"), days(3)), Due { date: day("2026-10-10"), provisional: false });
}

#[test]
fn a_weekend_that_is_worked_is_a_working_day_and_the_one_after_is_not() {
    assert!(calendar().is_workday(day("2026-02-28")));
    assert!(!calendar().is_workday(day("2026-03-01")));
}

#[test]
fn a_date_beyond_the_announced_years_is_provisional() {
    let due = calendar().due(day("2026-12-30"), days(5));
    assert!(due.provisional);
    assert!(!calendar().due(day("2026-11-22"), days(5)).provisional);
}

#[test]
fn a_span_of_days_that_ends_on_a_day_off_ends_on_the_next_working_day() {
    let span = TimeSpan { amount: 60, unit: TimeUnit::Day };
    // 60 days after 2026-08-03 is 2 October, in the holiday.
    assert_eq!(calendar().due(day("2026-08-03"), span).date, day("2026-10-08"));
}

#[test]
fn working_days_of_a_whole_year_are_as_announced() {
    let count = |year: i32| {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        first.iter_days().take_while(|day| day.year() == year).filter(|day| calendar().is_workday(*day)).count()
    };
    // 365 days less 104 weekend days and 13 statutory holidays, the days worked instead evening out.
    assert_eq!((count(2025), count(2026)), (248, 248));
}

#[test]
fn every_wrong_year_is_reported() {
    let mut years = announced();
    years[0].working_weekends.push(day("2025-03-05"));
    years[1].year = 2027;
    let problems = WorkCalendar::build(&years).unwrap_err();
    assert!(problems.contains(&CalendarProblem::Gap(2026)));
    assert!(problems.contains(&CalendarProblem::NoWeekend(day("2025-03-05"))));
    assert!(problems.contains(&CalendarProblem::OtherYear(2027, day("2026-02-14"))));
}

proptest! {
    #[test]
    fn a_due_day_is_a_working_day_with_so_many_working_days_before_it(start in 0u64..700, amount in 1u16..60) {
        let calendar = calendar();
        let start = day("2025-01-01") + Days::new(start);
        let due = calendar.due(start, days(amount)).date;
        prop_assert!(calendar.is_workday(due));
        let between = start.iter_days().skip(1).take_while(|day| *day <= due).filter(|day| calendar.is_workday(*day));
        prop_assert_eq!(between.count(), usize::from(amount));
    }

    #[test]
    fn more_days_never_end_earlier(start in 0u64..700, amount in 0u16..60) {
        let calendar = calendar();
        let start = day("2025-01-01") + Days::new(start);
        prop_assert!(calendar.due(start, days(amount)).date <= calendar.due(start, days(amount + 1)).date);
    }
}
