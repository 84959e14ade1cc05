//! Digits that lost their separators, and dates the calendar does not have.

use super::Code;
use crate::parse::date;

/// Calls `found` with every suspicious date of a line, by byte range. `document` is a text, not a table's cell.
pub fn find(line: &str, document: bool, found: &mut dyn FnMut(Code, usize, usize)) {
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(offset) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + offset;
        let end = bytes[start..].iter().position(|b| !b.is_ascii_digit()).map_or(bytes.len(), |n| start + n);
        if let Some((code, until)) = judge(line, start, end, document) {
            found(code, start, until);
            at = until.max(end);
        } else {
            at = end;
        }
    }
}

fn judge(line: &str, start: usize, end: usize, document: bool) -> Option<(Code, usize)> {
    let (digits, before, after) = (&line[start..end], &line[..start], &line[end..]);
    if digits.len() == 4
        && let Some(until) = after.strip_prefix('年').and_then(|rest| impossible(digits, rest, '月', Some('日')))
    {
        return Some((Code::BadDate, line.len() - until));
    }
    if digits.len() == 4
        && let Some(until) = after.strip_prefix('-').and_then(|rest| impossible(digits, rest, '-', None))
    {
        return Some((Code::BadDate, line.len() - until));
    }
    if document && before.trim().is_empty() && after.trim().is_empty() && digits.len() < 8 {
        // The date under a letter.
        return date::is_year_month_day(digits).then_some((Code::LostDigits, end));
    }
    if after.starts_with('日') && !is_duration(before, &after['日'.len_utf8()..]) {
        let lost = match digits.len() {
            3 | 4 => date::is_month_day(digits),
            6..=8 => date::is_year_month_day(digits),
            _ => false,
        };
        return lost.then_some((Code::LostDigits, end + '日'.len_utf8()));
    }
    if digits.len() >= 3
        && date::is_month_day(digits)
        && let Some(rest) = after.strip_prefix(['-', '—', '至'])
    {
        // 515-529日: the second half tells that both are dates.
        let second = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        if second >= 3 && date::is_month_day(&rest[..second]) && rest[second..].starts_with('日') {
            return Some((Code::LostDigits, line.len() - rest.len() + second + '日'.len_utf8()));
        }
    }
    None
}

/// Whether the number before 日 counts days instead of naming one: 不超过120日, 120日内.
fn is_duration(before: &str, after: &str) -> bool {
    const BEFORE: &[&str] = &[
        "超过",
        "不少于",
        "满",
        "第",
        "达",
        "共",
        "近",
        "约",
        "为",
        "起",
        "至少",
        "延长",
        "限",
        "每",
        "前",
        "后",
        "月",
    ];
    const AFTER: &[&str] =
        &["内", "以内", "之内", "以上", "以下", "后", "前", "的", "历", "均", "游", "为限", "届满", "期限"];
    let before = before.trim_end();
    BEFORE.iter().any(|word| before.ends_with(word)) || AFTER.iter().any(|word| after.starts_with(word))
}

/// The length of the rest after a date that does not exist, when the text goes on as a date.
fn impossible(year: &str, rest: &str, separator: char, ends: Option<char>) -> Option<usize> {
    let (month, rest) = digits(rest);
    let rest = rest.strip_prefix(separator)?;
    let (day, rest) = digits(rest);
    let rest = match ends {
        Some(end) => rest.strip_prefix(end)?,
        // 2021-13-45678 is a number or a phone, not a date.
        None if rest.starts_with(['-', '/', '.']) => return None,
        None => rest,
    };
    if month.len() > 2 || day.len() > 2 {
        return None;
    }
    let numbers = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    (!date::exists(numbers.0, numbers.1, numbers.2)).then_some(rest.len())
}

fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(line: &str) -> Vec<(Code, &str)> {
        let mut found = Vec::new();
        find(line, true, &mut |code, start, end| found.push((code, &line[start..end])));
        found
    }

    #[test]
    fn dates_that_lost_their_separators_are_found() {
        assert_eq!(texts("落实。2019101日,我省修订"), [(Code::LostDigits, "2019101日")]);
        assert_eq!(texts("意识。515日,结合"), [(Code::LostDigits, "515日")]);
        assert_eq!(texts("12期(515-529日)活动"), [(Code::LostDigits, "515-529日")]);
        assert_eq!(texts("自20191218日至今"), [(Code::LostDigits, "20191218日")]);
        assert_eq!(texts("          202064"), [(Code::LostDigits, "202064")]);
    }

    #[test]
    fn numbers_of_days_and_other_numbers_are_no_dates() {
        for line in [
            "自受理之日起120日内",
            "不超过515日",
            "邮编:110032",
            "2020年5月15日",
            "180日",
            "8890综合服务平台",
            "第1218日",
            "20200604",
        ] {
            assert_eq!(texts(line), [], "{line}");
        }
    }

    #[test]
    fn dates_the_calendar_does_not_have_are_found() {
        assert_eq!(texts("2021年2月30日起施行"), [(Code::BadDate, "2021年2月30日")]);
        assert_eq!(texts("有效期至2021-13-01。"), [(Code::BadDate, "2021-13-01")]);
        assert_eq!(texts("2024年2月29日、2021-12-31、电话2021-1234567"), []);
    }
}
