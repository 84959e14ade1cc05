use proptest::prelude::*;

use super::*;

fn event(summary: &str, description: &str) -> Event {
    Event {
        uid: uid(&["newborn", "2026-11-23"]),
        from: "2026-11-23".parse().unwrap(),
        until: None,
        summary: summary.into(),
        description: description.into(),
        location: None,
        tentative: false,
    }
}

fn file(events: &[Event]) -> String {
    calendar_file(events, "2026-11-22T08:00:00".parse().unwrap())
}

/// What a reader sees: folded lines joined, then each property.
fn read(file: &str) -> Vec<(String, String)> {
    let unfolded = file.replace("\r\n ", "");
    let lines = unfolded.split_terminator("\r\n").map(|line| line.split_once(':').unwrap());
    lines.map(|(name, value)| (name.to_owned(), unescaped(value))).collect()
}

fn unescaped(value: &str) -> String {
    let (mut plain, mut chars) = (String::new(), value.chars());
    while let Some(c) = chars.next() {
        plain.push(match c {
            '\\' => match chars.next().unwrap() {
                'n' => '\n',
                other => other,
            },
            other => other,
        });
    }
    plain
}

fn value<'a>(properties: &'a [(String, String)], name: &str) -> &'a str {
    &properties.iter().find(|(other, _)| other == name).unwrap_or_else(|| panic!("{name}")).1
}

#[test]
fn a_day_is_a_whole_file_line_by_line() {
    assert_eq!(
        file(&[event("去一次", "带身份证")]),
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//banshi//banshi//ZH\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n\
         BEGIN:VEVENT\r\nUID:cf9131d7d110084f@banshi\r\nDTSTAMP:20261122T080000Z\r\nDTSTART;VALUE=DATE:20261123\r\n\
         DTEND;VALUE=DATE:20261124\r\nSUMMARY:去一次\r\nDESCRIPTION:带身份证\r\nSTATUS:CONFIRMED\r\n\
         TRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
}

#[test]
fn several_days_a_place_and_a_day_that_may_move_are_said() {
    let until = Some("2026-11-27".parse().unwrap());
    let event = Event { until, location: Some("政务服务中心, 2楼".into()), tentative: true, ..event("等", "") };
    let properties = read(&file(&[event]));
    assert_eq!(value(&properties, "DTEND;VALUE=DATE"), "20261128");
    assert_eq!(value(&properties, "LOCATION"), "政务服务中心, 2楼");
    assert_eq!(value(&properties, "STATUS"), "TENTATIVE");
}

#[test]
fn no_text_can_end_its_line_and_begin_a_property_of_its_own() {
    let file = file(&[event("a\r\nBEGIN:VEVENT\nx;y,z\\", "")]);
    assert_eq!(file.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
    assert_eq!(value(&read(&file), "SUMMARY"), "a\nBEGIN:VEVENT\nx;y,z\\");
}

#[test]
fn a_name_is_the_same_for_the_same_parts_only() {
    assert_eq!(uid(&["a", "b"]), uid(&["a", "b"]));
    assert_ne!(uid(&["a", "b"]), uid(&["ab", ""]));
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_again_and_no_line_is_too_long(summary in "\\PC{0,80}", more in "[一-龥\n;,]{0,90}") {
        let file = file(&[event(&summary, &more)]);
        prop_assert!(file.split("\r\n").all(|line| line.len() <= 75));
        let properties = read(&file);
        let plain: String = summary.chars().filter(|c| !c.is_control()).collect();
        prop_assert_eq!(value(&properties, "SUMMARY"), plain);
        prop_assert_eq!(value(&properties, "DESCRIPTION"), more);
    }
}
