//! The list as a calendar file: the day of going, and the days by which something must follow.
//!
//! Written by hand: it is a dozen lines of RFC 5545, and crates for it bring clocks and random numbers along, which this
//! room must not have.

use chrono::{Days, NaiveDate};

use super::{File, bag::Group, check::Check, share};
use crate::text::pages as words;

/// One day in the calendar.
pub struct Entry {
    /// The day.
    pub on: NaiveDate,
    /// What it is.
    pub title: String,
    /// What to know on that day.
    pub text: String,
}

/// The calendar of a list.
pub fn file(check: &Check<'_>) -> File {
    let mut entries =
        vec![Entry { on: check.state.on, title: words::go_title(&check.matters), text: share::text(check, false) }];
    for material in Group::Later.among(&check.list.materials) {
        entries.extend(material.later_by.map(|due| Entry {
            on: due.date,
            title: words::later_title(&material.name),
            text: words::later_by(due),
        }));
    }
    File { name: words::calendar_name(check.state.on), text: write(&entries, check.desk.today) }
}

/// Writes entries that take whole days. The same entries give the same text.
pub fn write(entries: &[Entry], today: NaiveDate) -> String {
    let mut text = String::new();
    let day = |on: NaiveDate| on.to_string().replace('-', "");
    line("BEGIN:VCALENDAR", &mut text);
    line("VERSION:2.0", &mut text);
    line("PRODID:-//banshi//checklist//ZH", &mut text);
    for (at, entry) in entries.iter().enumerate() {
        let next = entry.on.checked_add_days(Days::new(1)).unwrap_or(entry.on);
        line("BEGIN:VEVENT", &mut text);
        line(&format!("UID:{}-{}-{at}@banshi", day(today), day(entry.on)), &mut text);
        line(&format!("DTSTAMP:{}T000000Z", day(today)), &mut text);
        line(&format!("DTSTART;VALUE=DATE:{}", day(entry.on)), &mut text);
        line(&format!("DTEND;VALUE=DATE:{}", day(next)), &mut text);
        line(&["SUMMARY:", &escape(&entry.title)].concat(), &mut text);
        line(&["DESCRIPTION:", &escape(&entry.text)].concat(), &mut text);
        line("END:VEVENT", &mut text);
    }
    line("END:VCALENDAR", &mut text);
    text
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\r', "").replace('\n', "\\n")
}

/// A line, folded after at most 75 bytes and never within a character.
fn line(whole: &str, to: &mut String) {
    let mut length = 0;
    for c in whole.chars() {
        if length + c.len_utf8() > 75 {
            to.push_str("\r\n ");
            length = 1;
        }
        to.push(c);
        length += c.len_utf8();
    }
    to.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_is_folded_escaped_and_whole() {
        let on = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
        let text = "身份证；a,b;c\\d\n".repeat(9);
        let written = write(&[Entry { on, title: "去办".into(), text: text.clone() }], on);
        assert!(written.lines().all(|line| line.len() <= 75), "{written}");
        assert!(written.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
        let unfolded = written.replace("\r\n ", "");
        assert!(unfolded.contains(&["DESCRIPTION:", &"身份证；a\\,b\\;c\\\\d\\n".repeat(9), "\r\n"].concat()));
        assert!(unfolded.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    }
}
