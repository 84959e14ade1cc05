//! Answers as people type them, and as the rules read them.

use domain::{
    logic::FactKind,
    policy::{Answers, PolicyFact, PolicyFacts},
};
use sheet::{Kind, SKIPPED};

use crate::{money, text};

/// An answer as the number that rules compare; `None` for what the question does not take.
pub fn number(fact: &PolicyFact, typed: &str) -> Option<i64> {
    let number = match &fact.fact.kind {
        FactKind::Flag => match typed {
            "yes" => 1,
            "no" => 0,
            _ => return None,
        },
        FactKind::Choice { choices } => {
            choices.iter().position(|choice| choice.value == typed).and_then(|at| i64::try_from(at).ok())?
        }
        FactKind::Number { .. } if fact.is_day => day(typed)?,
        FactKind::Number { .. } => decimal(typed, fact.decimals)?,
    };
    let (min, max) = fact.bounds();
    (min..=max).contains(&number).then_some(number)
}

/// What was answered, for the rules. Skipped questions stay unknown.
pub fn answers(facts: &PolicyFacts, given: &sheet::Answers) -> Answers {
    let mut answers = Answers::new(facts.len());
    for (key, typed) in given.iter().filter(|(_, typed)| *typed != SKIPPED) {
        let found = facts.find(key).and_then(|id| Some((id, number(facts.get(id)?, typed)?)));
        if let Some((id, number)) = found {
            answers.set(id, number);
        }
    }
    answers
}

/// An answer as it is read back: 是, 小型, 12个月, 10万元.
pub fn said(fact: &PolicyFact, number: i64) -> String {
    match &fact.fact.kind {
        FactKind::Flag => if number == 1 { text::YES } else { text::NO }.to_owned(),
        FactKind::Choice { choices } => {
            let choice = usize::try_from(number).ok().and_then(|at| choices.get(at));
            choice.map(|choice| choice.label.clone()).unwrap_or_default()
        }
        FactKind::Number { .. } if fact.is_day => text::day(number),
        FactKind::Number { .. } if fact.is_money() => money::text(number),
        FactKind::Number { unit, .. } => [&written(number, fact.decimals), " ", unit].concat(),
    }
}

/// The question as a page asks it.
pub fn kind(fact: &PolicyFact) -> Kind<'_> {
    match &fact.fact.kind {
        FactKind::Flag => Kind::Flag,
        FactKind::Choice { choices } => {
            Kind::Choice(choices.iter().map(|choice| (choice.value.as_str(), choice.label.as_str())).collect())
        }
        FactKind::Number { .. } if fact.is_day => Kind::Day,
        FactKind::Number { unit, min, max } => Kind::Number {
            unit: Some(unit),
            min: written(*min, fact.decimals),
            max: written(*max, fact.decimals),
            step: match fact.decimals {
                0 => "1",
                1 => "0.1",
                _ => "0.01",
            },
        },
    }
}

/// A number with its point.
fn written(number: i64, decimals: u8) -> String {
    let unit = 10_i64.pow(u32::from(decimals));
    let whole = number / unit;
    match number % unit {
        0 => whole.to_string(),
        rest => {
            let digits = format!("{:0width$}", rest.abs(), width = usize::from(decimals));
            [if number < 0 && whole == 0 { "-" } else { "" }, &whole.to_string(), ".", digits.trim_end_matches('0')]
                .concat()
        }
    }
}

/// Digits with at most so many behind the point; a thousands comma, blanks and full width are forgiven.
fn decimal(typed: &str, decimals: u8) -> Option<i64> {
    let mut number: i64 = 0;
    let mut behind: Option<u8> = None;
    let mut any = false;
    for c in typed.trim().chars() {
        let c = match c {
            '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10)?,
            '．' | '。' => '.',
            '，' => ',',
            other => other,
        };
        match (c, behind) {
            (',' | ' ' | '_', None) => {}
            ('.', None) => behind = Some(0),
            (digit, _) => {
                let digit = i64::from(digit.to_digit(10)?);
                any = true;
                match &mut behind {
                    // More digits than are kept are refused when they say something.
                    Some(count) if *count >= decimals => {
                        if digit != 0 {
                            return None;
                        }
                    }
                    _ => {
                        number = number.checked_mul(10)?.checked_add(digit)?;
                        behind = behind.map(|count| count + 1);
                    }
                }
            }
        }
    }
    let left = decimals - behind.unwrap_or(0);
    any.then_some(number)?.checked_mul(10_i64.pow(u32::from(left)))
}

/// A day as its number 20260131.
fn day(typed: &str) -> Option<i64> {
    let day: chrono::NaiveDate = typed.trim().parse().ok()?;
    typed
        .trim()
        .chars()
        .filter(char::is_ascii_digit)
        .collect::<String>()
        .parse()
        .ok()
        .filter(|_| day.to_string() == typed.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(decimal("10", 0), Some(10));
        assert_eq!(decimal("100,000.5", 2), Some(10_000_050));
        assert_eq!(decimal("１２．５", 1), Some(125));
        assert_eq!(decimal("3.50", 1), Some(35));
        for nonsense in ["", ".", "-1", "3.55", "1e3", "十", "1.2.3", "99999999999999999999"] {
            assert_eq!(decimal(nonsense, 1), None, "{nonsense}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for number in [0, 5, 10, 55, 100, 12_345] {
            for decimals in 0..=2 {
                assert_eq!(decimal(&written(number, decimals), decimals), Some(number));
            }
        }
    }

    #[test]
    fn a_day_is_one_of_the_calendar() {
        assert_eq!(day("2012-06-30"), Some(20_120_630));
        assert_eq!((day("2012-06-31"), day("2012-6-3"), day("")), (None, None, None));
    }
}
