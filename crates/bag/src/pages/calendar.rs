//! The list as a calendar file: the day of going, and the days by which something must follow.

use chrono::NaiveTime;
use domain::ics::{Event, calendar_file, uid};

use super::{File, bag::Group, check::Check, share};
use crate::text::pages as words;

/// The calendar of a list.
pub fn file(check: &Check<'_>) -> File {
    let day = |on: chrono::NaiveDate, name: &str, summary: String, description: String, tentative: bool| {
        let codes = check.matters.iter().map(|matter| matter.code.as_str()).collect::<Vec<_>>().join(" ");
        let uid = uid(&[&codes, &on.to_string(), name]);
        Event { uid, from: on, until: None, summary, description, location: None, tentative }
    };
    let goes = day(check.state.on, "", words::go_title(&check.matters), share::text(check, false), false);
    let later = Group::Later.among(&check.list.materials).filter_map(|material| {
        let due = material.later_by?;
        let (title, text) = (words::later_title(&material.name), words::later_by(due));
        Some(day(due.date, &material.name, title, text, due.provisional))
    });
    let days: Vec<Event> = std::iter::once(goes).chain(later).collect();
    let text = calendar_file(&days, check.desk.today.and_time(NaiveTime::MIN));
    File { name: words::calendar_name(check.state.on), text }
}
