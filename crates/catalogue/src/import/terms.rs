//! Limits and fees out of a row.

use domain::terms::{Fee, FeeRow, Limits, TimeSpan};

use super::{codes, problem::Found, value::Values};
use crate::{lint::Code, mapping::Field, parse::span};

/// A span of time; a text that is none is told, and left out.
pub fn time(values: &mut Values, field: Field, problems: &mut Vec<Found>) -> Option<TimeSpan> {
    let value = values.take(field)?;
    let text = value.texts.first()?;
    match span::parse(text, value.unit) {
        Some(parsed) => {
            if !parsed.canonical {
                problems.push(Found::of(Code::TimeLimitText, field, text));
            }
            Some(parsed.span)
        }
        None => {
            problems.push(Found::of(Code::BadLimit, field, text));
            None
        }
    }
}

/// The limits.
pub fn limits(values: &mut Values, problems: &mut Vec<Found>) -> Limits {
    Limits {
        legal: time(values, Field::Legal, problems),
        promise: time(values, Field::Promise, problems),
        note: values.text(Field::LimitNote),
    }
}

/// The fee; `None` when nothing is said about it.
pub fn fee(values: &mut Values, problems: &mut Vec<Found>) -> Option<Fee> {
    let charged = values.text(Field::Fee).and_then(|text| {
        let yes = codes::yes(&text);
        if yes.is_none() {
            problems.push(Found::of(Code::BadValue, Field::Fee, text));
        }
        yes
    });
    let row = FeeRow {
        name: values.text(Field::FeeName).unwrap_or_default(),
        amount_fen: values.text(Field::FeeAmount).and_then(|text| {
            let fen = fen(&text);
            if fen.is_none() {
                problems.push(Found::of(Code::BadValue, Field::FeeAmount, text));
            }
            fen
        }),
        standard: values.text(Field::FeeStandard),
        basis: values.text(Field::FeeBasis),
        reduction: values.text(Field::FeeReduction),
    };
    let rows = if row == FeeRow::default() { Vec::new() } else { vec![row] };
    // A charge that is described is charged, unless the row says that it is not.
    let charged = charged.or(rows.iter().any(|row| row.amount_fen.is_some_and(|fen| fen > 0)).then_some(true))?;
    Some(Fee { charged, rows })
}

/// Yuan as fen: 40, 40.5, 40.50元.
pub fn fen(text: &str) -> Option<u64> {
    let text = text.trim().trim_end_matches('元');
    let (yuan, rest) = text.split_once('.').unwrap_or((text, ""));
    if rest.len() > 2 || !rest.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let cents: u64 = format!("{rest:0<2}").parse().ok()?;
    yuan.parse::<u64>().ok()?.checked_mul(100)?.checked_add(cents)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn yuan_become_whole_fen() {
        assert_eq!(fen("40"), Some(4000));
        assert_eq!(fen("40.5元"), Some(4050));
        for text in ["40.505", "四十", "", "-1", "1.x"] {
            assert_eq!(fen(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_sum_is_read_back(sum in 0u64..1_000_000_000) {
            prop_assert_eq!(fen(&format!("{}.{:02}", sum / 100, sum % 100)), Some(sum));
        }
    }
}
