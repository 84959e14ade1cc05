//! The text of a calendar file (RFC 5545), for whole days.
//!
//! Written here and not by the crate `icalendar`: that one reads the clock for DTSTAMP, makes random UIDs and brings
//! `uuid`, `iso8601` and `nom` into the browser, while days without times need these few lines, and the same plan
//! must give the same bytes on the server and on the phone.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

/// No line of the file has more octets.
const LONGEST_LINE: usize = 75;

/// One entry: a day, or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Names the entry for ever: a later file with the same name replaces it. See [`uid`].
    pub uid: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, when it is another.
    pub until: Option<NaiveDate>,
    /// What stands in the calendar.
    pub summary: String,
    /// What stands below it.
    pub description: String,
    /// Where.
    pub location: Option<String>,
    /// The day may still move.
    pub tentative: bool,
}

/// A name made of what the entry is about: the same parts give the same name.
pub fn uid(parts: &[&str]) -> String {
    // FNV-1a: no secret is kept, only a name.
    let hash = parts.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, part| {
        let bytes = part.bytes().chain([0x1f]);
        bytes.fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
    });
    format!("{hash:016x}@banshi")
}

/// The file; `stamp` is when it is made, in UTC.
pub fn calendar_file(events: &[Event], stamp: NaiveDateTime) -> String {
    let mut file = String::new();
    let mut line = |name: &str, value: &str| fold(&mut file, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//banshi//banshi//ZH");
    line("CALSCALE", "GREGORIAN");
    line("METHOD", "PUBLISH");
    // Number by number: the formats of chrono weigh 20 KB in the browser.
    let day = |day: NaiveDate| format!("{:04}{:02}{:02}", day.year(), day.month(), day.day());
    let stamp = format!("{}T{:02}{:02}{:02}Z", day(stamp.date()), stamp.hour(), stamp.minute(), stamp.second());
    for event in events {
        let last = event.until.unwrap_or(event.from).max(event.from);
        line("BEGIN", "VEVENT");
        line("UID", &text(&event.uid));
        line("DTSTAMP", &stamp);
        line("DTSTART;VALUE=DATE", &day(event.from));
        // The end is the first day that is no longer part of it.
        line("DTEND;VALUE=DATE", &day(last.succ_opt().unwrap_or(last)));
        line("SUMMARY", &text(&event.summary));
        line("DESCRIPTION", &text(&event.description));
        if let Some(place) = &event.location {
            line("LOCATION", &text(place));
        }
        line("STATUS", if event.tentative { "TENTATIVE" } else { "CONFIRMED" });
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    file
}

/// A value of type TEXT: no line end and no separator is left bare, other control characters are dropped.
fn text(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Adds a line, folded between characters; a folded line goes on behind a blank, which counts.
fn fold(file: &mut String, line: &str) {
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > LONGEST_LINE {
            file.push_str("\r\n ");
            octets = 1;
        }
        file.push(c);
        octets += c.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests;
