//! Days, times, money: numbers with their units, and 未公布 where nothing was published.

use domain::{
    codes::Handling,
    terms::{Fee, FeeRow, Limits, ShownLimit, TimeSpan, TimeUnit},
};

/// A number and what follows it, so that the number can be drawn large.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The number, or words that stand for one.
    pub number: String,
    /// The unit, when the number is one.
    pub unit: &'static str,
}

impl Amount {
    fn words(text: &str) -> Self {
        Self { number: text.into(), unit: "" }
    }

    fn unpublished() -> Self {
        Self::words(super::site::UNPUBLISHED)
    }

    /// Whether nothing was published.
    pub fn is_unpublished(&self) -> bool {
        self.number == super::site::UNPUBLISHED
    }
}

/// A span of time: 20 个工作日.
pub fn span(span: TimeSpan) -> String {
    if span.amount == 0 { "当场".into() } else { format!("{} {}", span.amount, span.unit.label()) }
}

/// How long it takes: the promise, else the legal limit.
pub fn days(limits: &Limits, handling: Option<Handling>) -> Amount {
    match limits.promise.or(limits.legal) {
        Some(TimeSpan { amount: 0, .. }) => Amount::words("当场办"),
        Some(TimeSpan { amount, unit }) => Amount { number: amount.to_string(), unit: unit.label() },
        None if handling == Some(Handling::Instant) => Amount::words("当场办"),
        None => Amount::unpublished(),
    }
}

/// How long the law allows, beside a shorter promise.
pub fn legal_days(limits: &Limits) -> Option<String> {
    match (limits.promise, limits.legal) {
        (Some(promise), Some(legal)) if promise != legal => Some(format!("法定 {}", span(legal))),
        (None, Some(_)) => Some("这是法定时限，承诺时限未公布".into()),
        _ => None,
    }
}

/// How often one must go.
pub fn visits(visits: Option<u8>) -> Amount {
    match visits {
        Some(0) => Amount::words("不用跑"),
        Some(times) => Amount { number: times.to_string(), unit: "次" },
        None => Amount::unpublished(),
    }
}

/// What it costs.
pub fn fee(fee: Option<&Fee>) -> Amount {
    match fee {
        None => Amount::unpublished(),
        Some(fee) if !fee.charged => Amount::words("不收费"),
        Some(fee) => match fee.rows.as_slice() {
            [FeeRow { amount_fen: Some(fen), .. }] => Amount { number: yuan(*fen), unit: "元" },
            _ => Amount::words("收费"),
        },
    }
}

/// One charge in words.
pub fn charge(row: &FeeRow) -> String {
    match (row.amount_fen, &row.standard) {
        (_, Some(standard)) => standard.clone(),
        (Some(fen), None) => format!("{} 元", yuan(fen)),
        (None, None) => format!("标准{}", super::site::UNPUBLISHED),
    }
}

/// Fen as yuan, without needless zeros.
pub fn yuan(fen: u64) -> String {
    match fen % 100 {
        0 => (fen / 100).to_string(),
        rest => format!("{}.{rest:02}", fen / 100),
    }
}

/// Time limit, visits and fee in a result list. What was not published is told in one phrase at the end.
pub fn at_a_glance(limit: Option<ShownLimit>, visits: Option<u8>, fee: Option<bool>) -> String {
    let mut told: Vec<String> = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut tell = |text: Option<String>, name| match text {
        Some(text) => told.push(text),
        None => open.push(name),
    };
    tell(limit.map(limit_short), "天数");
    tell(visits.map(visits_short), "次数");
    tell(fee.map(|fee| if fee { "要交费" } else { "不收费" }.into()), "收费");
    if !open.is_empty() {
        told.push([&open.join("、"), super::site::UNPUBLISHED].concat());
    }
    told.join(super::site::DOT)
}

/// A promise, or what the law allows.
fn limit_short(limit: ShownLimit) -> String {
    match (limit.amount, limit.legal) {
        (0, _) => "当场办".into(),
        (_, true) => ["法定 ", &span(limit.span()), "内"].concat(),
        (_, false) => [&span(limit.span()), "办完"].concat(),
    }
}

fn visits_short(visits: u8) -> String {
    match visits {
        0 => "不用跑".into(),
        times => format!("跑 {times} 次"),
    }
}

/// Whether a span counts working days, which needs a word of explanation.
pub fn is_working_days(limits: &Limits) -> bool {
    limits.promise.or(limits.legal).is_some_and(|span| span.unit == TimeUnit::WorkingDay && span.amount > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_has_no_needless_zeros() {
        assert_eq!(yuan(4000), "40");
        assert_eq!(yuan(4005), "40.05");
    }

    #[test]
    fn a_legal_limit_is_told_as_one_and_a_promise_in_its_unit() {
        let limit = |amount, unit, legal| limit_short(ShownLimit { amount, unit, legal });
        assert_eq!(limit(20, TimeUnit::WorkingDay, true), "法定 20 个工作日内");
        assert_eq!(limit(3, TimeUnit::Month, false), "3 个月办完");
        assert_eq!(limit_short(ShownLimit::AT_ONCE), "当场办");
    }

    #[test]
    fn what_was_not_published_is_one_phrase() {
        assert_eq!(at_a_glance(None, None, None), "天数、次数、收费未公布");
        assert_eq!(at_a_glance(None, Some(0), Some(false)), "不用跑 · 不收费 · 天数未公布");
        assert_eq!(at_a_glance(Some(ShownLimit::AT_ONCE), Some(1), Some(true)), "当场办 · 跑 1 次 · 要交费");
    }

    #[test]
    fn what_was_not_published_is_never_a_zero() {
        assert!(days(&Limits::default(), None).is_unpublished());
        assert!(visits(None).is_unpublished());
        assert!(fee(None).is_unpublished());
        assert_eq!(fee(Some(&Fee::default())).number, "不收费");
    }

    #[test]
    fn several_charges_are_not_shown_as_one() {
        let row = |fen| FeeRow { amount_fen: Some(fen), ..FeeRow::default() };
        assert_eq!(fee(Some(&Fee { charged: true, rows: vec![row(2000), row(4000)] })).number, "收费");
        assert_eq!(fee(Some(&Fee { charged: true, rows: vec![row(4000)] })).number, "40");
    }
}
