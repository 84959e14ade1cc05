//! Spans of time as published: 20个工作日, 30(工作日), 一个月, 即时办结.

use domain::terms::{TimeSpan, TimeUnit};

use super::number;

/// What a text says of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parsed {
    /// The span.
    pub span: TimeSpan,
    /// Whether the text is written as we write it ourselves.
    pub canonical: bool,
}

const AT_ONCE: &[&str] =
    &["即时", "即办", "即办件", "即时办结", "当场", "当场办结", "当场办理", "当日办结", "立等可取"];

/// Reads a span; `unit` holds for a bare number. `None` when the text is no span.
pub fn parse(text: &str, unit: Option<TimeUnit>) -> Option<Parsed> {
    let plain: String = text.chars().map(number::half_width).filter(|c| !c.is_whitespace()).collect();
    if AT_ONCE.contains(&plain.as_str()) {
        // A promise of 当日 is still a working day; everything else is at once.
        let amount = u16::from(plain.starts_with("当日"));
        return Some(Parsed { span: TimeSpan { amount, unit: TimeUnit::WorkingDay }, canonical: false });
    }
    let end = plain.find(|c: char| !number::is_numeral(c)).unwrap_or(plain.len());
    let (digits, rest) = plain.split_at(end);
    let amount = u16::try_from(number::any(digits)?).ok()?;
    let inner = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')).unwrap_or(rest);
    let inner = inner.strip_suffix("内").or_else(|| inner.strip_suffix("以内")).unwrap_or(inner);
    let bare = inner.is_empty();
    let span = TimeSpan { amount, unit: if bare { unit? } else { read_unit(inner)? } };
    Some(Parsed { span, canonical: bare || text == canonical(span) })
}

/// The span as we write it.
pub fn canonical(span: TimeSpan) -> String {
    format!("{}{}", span.amount, span.unit.label())
}

/// A unit by its code, label or any of its common names.
pub fn read_unit(text: &str) -> Option<TimeUnit> {
    let text = text.strip_prefix('个').unwrap_or(text);
    match text {
        "工作日" | "法定工作日" => Some(TimeUnit::WorkingDay),
        "日" | "天" | "自然日" | "日历日" => Some(TimeUnit::Day),
        "月" => Some(TimeUnit::Month),
        "年" => Some(TimeUnit::Year),
        "小时" | "时" => Some(TimeUnit::Hour),
        "分钟" | "分" => Some(TimeUnit::Minute),
        code => TimeUnit::from_code(code),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Option<(u16, TimeUnit)> {
        parse(text, None).map(|parsed| (parsed.span.amount, parsed.span.unit))
    }

    #[test]
    fn published_spans_are_read() {
        assert_eq!(read("30(工作日)"), Some((30, TimeUnit::WorkingDay)));
        assert_eq!(read("30（工作日）"), Some((30, TimeUnit::WorkingDay)));
        assert_eq!(read("二十个工作日内"), Some((20, TimeUnit::WorkingDay)));
        assert_eq!(read("1个月"), Some((1, TimeUnit::Month)));
        assert_eq!(read("90 日"), Some((90, TimeUnit::Day)));
        assert_eq!(read("即时办结"), Some((0, TimeUnit::WorkingDay)));
        assert_eq!(read("２小时"), Some((2, TimeUnit::Hour)));
    }

    #[test]
    fn what_is_no_span_is_none_and_never_zero() {
        for text in ["", "无", "工作日", "20", "20个", "约20个工作日至30个工作日", "99999个工作日", "0.5个工作日"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_bare_number_takes_the_unit_of_its_column() {
        let span = TimeSpan { amount: 20, unit: TimeUnit::Day };
        assert_eq!(parse("20", Some(TimeUnit::Day)), Some(Parsed { span, canonical: true }));
    }

    #[test]
    fn only_our_own_way_of_writing_needs_no_repair() {
        assert!(parse("20个工作日", None).unwrap().canonical);
        assert!(!parse("20(工作日)", None).unwrap().canonical);
        assert!(!parse("20个工作日 ", None).unwrap().canonical);
    }

    proptest! {
        #[test]
        fn what_we_write_we_read_back(amount in 0u16.., unit in 0usize..TimeUnit::ALL.len()) {
            let span = TimeSpan { amount, unit: TimeUnit::ALL[unit] };
            prop_assert_eq!(parse(&canonical(span), None), Some(Parsed { span, canonical: true }));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,12}") {
            let _ = parse(&text, Some(TimeUnit::Day));
        }
    }
}
