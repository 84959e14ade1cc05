use chrono::NaiveDate;

use super::make::days_off as calendar;
use crate::bundles::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Hours on a day, as `9:00-12:00`; nothing when closed.
fn on(text: &str, date: &str) -> Option<String> {
    let opening = Opening::read(text).unwrap_or_else(|| panic!("{text}"));
    let time = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
    let windows = opening.on(day(date), &calendar())?;
    Some(windows.iter().map(|w| format!("{}-{}", time(w.from), time(w.until))).collect::<Vec<_>>().join(" "))
}

#[test]
fn hours_are_read_in_the_ways_in_which_they_are_published() {
    // 2026-11-23 is a Monday.
    for text in [
        "工作日 9:00-12:00，13:00-16:30",
        "周一至周五 9:00-12:00,13:00-16:30",
        "星期一到星期五：上午9：00—12：00  下午13：00—16：30（法定节假日除外）",
        "周一至周五上午9:00至12:00，下午13:00至16:30",
        "９:00～12:00 13:00～16:30",
        "工作日9时-12时，13点-16点30分",
        "周一-五 9:00-12:00 13:00-16:30",
    ] {
        assert_eq!(on(text, "2026-11-23").as_deref(), Some("9:00-12:00 13:00-16:30"), "{text}");
        assert_eq!(on(text, "2026-11-28"), None, "{text} on a Saturday");
    }
}

#[test]
fn days_of_their_own_hours_keep_them() {
    let text = "周一至周五 9:00-17:00；周六、周日 9:30-15:00";
    assert_eq!(on(text, "2026-11-27").as_deref(), Some("9:00-17:00"));
    assert_eq!(on(text, "2026-11-29").as_deref(), Some("9:30-15:00"));
}

#[test]
fn a_holiday_is_off_and_a_weekend_that_is_worked_is_not() {
    // 1 October 2026 is a Thursday and off; Saturday the 10th is worked.
    assert_eq!(on("工作日 9:00-16:00", "2026-10-01"), None);
    assert_eq!(on("工作日 9:00-16:00", "2026-10-10").as_deref(), Some("9:00-16:00"));
    assert_eq!(on("每天 8:00-20:00", "2026-10-01"), None);
    assert_eq!(on("全年无休 8:00-20:00", "2026-10-01").as_deref(), Some("8:00-20:00"));
}

#[test]
fn days_without_times_are_open_with_times_unknown() {
    assert_eq!(on("工作日", "2026-11-23").as_deref(), Some(""));
    assert_eq!(on("周二、周四", "2026-11-24").as_deref(), Some(""));
    assert_eq!(on("周二、周四", "2026-11-25"), None);
}

#[test]
fn hours_with_any_word_that_is_not_understood_are_unknown() {
    for text in [
        "",
        "请电话咨询",
        "夏季 8:30-17:00 冬季 9:00-16:30",
        "周一至周五 9:00-17:00（周三下午学习）",
        "周五至周一",
        "17:00-9:00",
        "9:00-25:00",
        "逢单日 9:00-12:00",
    ] {
        assert_eq!(Opening::read(text), None, "{text}");
    }
}

#[test]
fn who_sets_out_after_the_last_hour_finds_it_closed() {
    let opening = Opening::read("工作日 9:00-12:00 13:00-16:00").unwrap();
    let is_open = |minute| opening.is_open_after(day("2026-11-23"), minute, &calendar());
    assert!(is_open(0) && is_open(15 * 60 + 59) && !is_open(16 * 60));
    assert!(Opening::office().is_open_after(day("2026-11-23"), 23 * 60, &calendar()), "unknown times close nobody out");
}
