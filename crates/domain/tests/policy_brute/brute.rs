//! The second engine: plain truth of a whole set of answers, written anew from the format and sharing no code.

use domain::{
    logic::Expr,
    policy::{Base, Cond, Leaf, Then},
};

use crate::make::{Made, number_of_key};

pub fn entitled(made: &Made, all: &[i64]) -> bool {
    let rule = &made.policy.rules[0];
    let audience = match made.policy.audience.as_slice() {
        [one] => (one.code() == "legal") == (all[0] == 1),
        _ => true,
    };
    let refused =
        made.exceptions.iter().zip(&rule.exceptions).any(|(when, one)| one.then == Then::No && holds(when, all));
    audience && made.conditions.iter().all(|condition| holds(condition, all)) && !refused
}

pub fn holds(expr: &Expr, all: &[i64]) -> bool {
    match expr {
        Expr::All(parts) => !parts.iter().any(|part| !holds(part, all)),
        Expr::Any(parts) => parts.iter().any(|part| holds(part, all)),
        Expr::Not(part) => !holds(part, all),
        Expr::Is(key) => all[number_of_key(key)] == 1,
        Expr::In { fact, values } => {
            values.iter().any(|code| code.as_bytes()[0] as i64 - 120 == all[number_of_key(fact)])
        }
        Expr::Between { fact, min, max } => {
            let answer = all[number_of_key(fact)];
            !(min.is_some_and(|min| answer < min) || max.is_some_and(|max| answer > max))
        }
    }
}

/// The smallest and the largest that a place may pay.
pub fn amount(made: &Made, all: &[i64]) -> (i64, i64) {
    let amount = &made.policy.rules[0].amount;
    let parts: Vec<(i64, i64)> = amount
        .parts
        .iter()
        .map(|part| {
            if part.when.as_ref().is_some_and(|when| !cond(when, all)) {
                return (0, 0);
            }
            let Some(row) = part.rows.iter().find(|row| cond(&row.when, all)) else { return (0, 0) };
            let (low, high) = match row.term.base {
                Base::Nothing => (0, 0),
                Base::Fixed(fen) => (fen, fen),
                Base::Local(least, most) => (least, most),
                Base::Share { of, rate, above } => {
                    let over = all[usize::from(of.0)] - above;
                    // Half up, by the schoolbook: one more fen when twice the rest reaches the divisor.
                    let (num, den) = (i64::from(rate.num), i64::from(rate.den));
                    let whole = if over <= 0 { 0 } else { over * num / den + i64::from(over * num % den * 2 >= den) };
                    (whole, whole)
                }
            };
            let count = row.term.per.map_or(1, |per| all[usize::from(per.fact.0)].min(per.at_most.unwrap_or(i64::MAX)));
            let most = part.at_most.unwrap_or(i64::MAX);
            ((low * count).min(most), (high * count).min(most))
        })
        .collect();
    let join = |pick: fn(&(i64, i64)) -> i64| {
        let each = parts.iter().map(pick);
        let sum = if amount.highest { each.max().unwrap_or(0) } else { each.sum() };
        let lifted = if sum > 0 { sum.max(amount.at_least.unwrap_or(0)) } else { 0 };
        lifted.min(amount.at_most.unwrap_or(i64::MAX))
    };
    (join(|one| one.0), join(|one| one.1))
}

fn cond(cond_: &Cond, all: &[i64]) -> bool {
    match cond_ {
        Cond::All(parts) => parts.iter().all(|part| cond(part, all)),
        Cond::Any(parts) => parts.iter().any(|part| cond(part, all)),
        Cond::Not(part) => !cond(part, all),
        Cond::Leaf(Leaf::In(fact, set)) => set >> all[usize::from(fact.0)] & 1 == 1,
        Cond::Leaf(Leaf::Between(fact, min, max)) => {
            let answer = all[usize::from(fact.0)];
            *min <= answer && answer <= *max
        }
    }
}
