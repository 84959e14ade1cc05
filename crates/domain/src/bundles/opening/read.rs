//! The words in which hours are published, and nothing else: what is left over makes the whole unknown.

use super::{Opening, Window};
use crate::order;

/// Words that say nothing about days or times.
const IDLE: [&str; 16] = [
    "办公时间",
    "工作时间",
    "服务时间",
    "受理时间",
    "开放时间",
    "营业时间",
    "法定",
    "国家",
    "上午",
    "下午",
    "中午",
    "每",
    "正常",
    "办公",
    "上班",
    "对外",
];
/// Words that say that holidays are off, which is what is taken anyway.
const OFF_ON_HOLIDAYS: [&str; 5] = ["节假日除外", "节假日休息", "节假日不办公", "节假日不上班", "节日除外"];
/// Words that say the opposite.
const ON_HOLIDAYS: [&str; 4] = ["全年无休", "节假日不休", "节假日照常", "节假日不打烊"];
/// Days of the week as they are written after 周.
const DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

pub(super) fn opening(text: &str) -> Option<Opening> {
    let mut text = plain(text);
    let mut on_holidays = false;
    for word in ON_HOLIDAYS {
        on_holidays |= text.contains(word);
        text = text.replace(word, ";");
    }
    for word in IDLE.iter().filter(|word| **word == "法定" || **word == "国家") {
        text = text.replace(word, "");
    }
    for word in OFF_ON_HOLIDAYS {
        text = text.replace(word, ";");
    }
    for word in IDLE {
        text = text.replace(word, ";");
    }
    let mut week: [Option<Vec<Window>>; 7] = std::array::from_fn(|_| None);
    let (mut days, mut saw_times) = (Vec::new(), false);
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        if let Some((more, after)) = some_days(rest) {
            // Days after times begin a new line of the week.
            if std::mem::take(&mut saw_times) {
                days.clear();
            }
            days.extend(more);
            rest = after;
        } else if let Some((window, after)) = window(rest) {
            if days.is_empty() {
                days.extend(if on_holidays { 0..7 } else { 0..5 });
            }
            saw_times = true;
            for &day in &days {
                week[day].get_or_insert_with(Vec::new).push(window);
            }
            rest = after;
        } else if ";:,()-".contains(first) {
            rest = &rest[first.len_utf8()..];
        } else {
            return None;
        }
    }
    if !saw_times {
        days.iter().for_each(|&day| week[day] = Some(Vec::new()));
    }
    week.iter_mut().flatten().for_each(|windows| order::sort_by(windows, |a, b| a < b));
    week.iter().any(Option::is_some).then_some(Opening { week, on_holidays })
}

/// One way of writing: ASCII digits and signs, 周 for every word of it, nothing between.
fn plain(text: &str) -> String {
    let signs = text.chars().filter(|c| !c.is_whitespace()).map(|c| match c {
        '０'..='９' => char::from(b'0' + (u32::from(c) - u32::from('０')) as u8),
        '：' => ':',
        '—' | '–' | '－' | '~' | '～' | '至' | '到' => '-',
        '，' | '、' | '；' | '。' | '/' | '|' | '和' => ',',
        '（' | '【' => '(',
        '）' | '】' => ')',
        other => other,
    });
    let text: String = signs.collect();
    let text = ["星期", "礼拜"].iter().fold(text, |text, word| text.replace(word, "周"));
    // 周天 and 周末, and a line of several signs as one.
    let text = text.replace("周天", "周日").replace("周末", "周六,周日").replace("双休日", "周六,周日");
    text.replace("--", "-")
}

fn some_days(text: &str) -> Option<(std::ops::Range<usize>, &str)> {
    for (word, days) in [("工作日", 0..5), ("天", 0..7), ("日", 0..7)] {
        if let Some(rest) = text.strip_prefix(word) {
            return Some((days, rest));
        }
    }
    let (from, rest) = day(text.strip_prefix('周')?)?;
    let until = rest.strip_prefix('-').and_then(|rest| day(rest.strip_prefix('周').unwrap_or(rest)));
    match until {
        Some((until, rest)) if from <= until => Some((from..until + 1, rest)),
        Some(_) => None,
        None => Some((from..from + 1, rest)),
    }
}

fn day(text: &str) -> Option<(usize, &str)> {
    DAYS.iter().enumerate().find_map(|(at, name)| Some((at, text.strip_prefix(name)?)))
}

fn window(text: &str) -> Option<(Window, &str)> {
    let (from, rest) = time(text)?;
    let (until, rest) = time(rest.strip_prefix('-')?.trim_start_matches(';'))?;
    (from < until).then_some((Window { from, until }, rest))
}

fn time(text: &str) -> Option<(u16, &str)> {
    let (hour, rest) = number(text)?;
    let (minute, rest) = match rest.strip_prefix([':', '.']) {
        Some(rest) => number(rest).filter(|_| rest.bytes().take(2).all(|b| b.is_ascii_digit()))?,
        None => match rest.strip_prefix(['时', '点'])? {
            rest if rest.starts_with('半') => (30, rest.strip_prefix('半')?),
            rest => number(rest).and_then(|(n, rest)| Some((n, rest.strip_prefix('分')?))).unwrap_or((0, rest)),
        },
    };
    (hour <= 24 && minute < 60 && hour * 60 + minute <= 24 * 60).then_some((hour * 60 + minute, rest))
}

fn number(text: &str) -> Option<(u16, &str)> {
    // Two at most: blanks are gone, and the next time may follow at once.
    let digits = text.bytes().take(2).take_while(u8::is_ascii_digit).count();
    Some((text.get(..digits)?.parse().ok()?, &text[digits..]))
}
