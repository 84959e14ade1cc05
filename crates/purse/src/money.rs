//! Money as people say it. It is kept in whole fen.

use domain::policy::Range;

/// An amount: 50 元, 6 万元, 1.5 亿元. From 10 000 元 on in 万 when no more than two digits follow the point.
pub fn text(fen: i64) -> String {
    const YUAN: i64 = 100;
    for (unit, name) in [(100_000_000 * YUAN, "亿元"), (10_000 * YUAN, "万元")] {
        if fen >= unit && fen % (unit / 100) == 0 {
            return [&point(fen / (unit / 100)), " ", name].concat();
        }
    }
    [&point(fen), " 元"].concat()
}

/// Less than a yuan is no least amount to tell anybody: it comes from the smallest number that can be answered.
const TELLING: i64 = 100;

/// A range: exact, between two, or with an open end.
pub fn range(range: Range) -> String {
    match range {
        Range { min, is_open: true, .. } if min >= TELLING => ["至少 ", &text(min)].concat(),
        Range { is_open: true, .. } => "按您的情况算".to_owned(),
        range if range.is_exact() => text(range.min),
        Range { min: 0, max, .. } => ["最多 ", &text(max)].concat(),
        Range { min, max, .. } => [&text(min), " 到 ", &text(max)].concat(),
    }
}

/// Hundredths with their point: 150 is 1.5.
fn point(hundredths: i64) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    if rest == 0 {
        return whole.to_string();
    }
    let digits = format!("{rest:02}");
    [&whole.to_string(), ".", digits.trim_end_matches('0')].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_said_as_one_says_them() {
        let said = [
            (5_000, "50 元"),
            (1_234, "12.34 元"),
            (6_000_000, "6 万元"),
            (6_543_200, "65432 元"),
            (6_550_000, "6.55 万元"),
            (15_000_000_000, "1.5 亿元"),
            (0, "0 元"),
        ];
        for (fen, words) in said {
            assert_eq!(text(fen), words);
        }
    }

    #[test]
    fn a_largest_that_nobody_wrote_down_is_not_shown() {
        let open = |min| Range { min, max: 999_999, is_open: true };
        assert_eq!((range(open(0)), range(open(1))), ("按您的情况算".into(), "按您的情况算".into()));
        assert_eq!(range(open(5_000)), "至少 50 元");
        assert_eq!(range(Range { min: 0, max: 5_000, is_open: false }), "最多 50 元");
        assert_eq!(range(Range { min: 5_000, max: 10_000, is_open: false }), "50 元 到 100 元");
        assert_eq!(range(Range::exact(5_000)), "50 元");
    }
}
