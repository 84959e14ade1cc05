//! How long and how much: time limits and fees as published.

use serde::{Deserialize, Serialize};

use crate::codes::code_table;

code_table! {
    /// Unit of a time limit.
    TimeUnit {
        WorkingDay = "working_day", "个工作日";
        Day = "day", "天";
        Month = "month", "个月";
        Year = "year", "年";
        Hour = "hour", "小时";
        Minute = "minute", "分钟";
    }
}

/// A span of time in one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TimeSpan {
    /// How many units; 0 means at once.
    pub amount: u16,
    /// The unit.
    pub unit: TimeUnit,
}

/// Time limits of an item. `None` is unpublished, never zero.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Limits {
    /// The legal limit (法定办结时限).
    pub legal: Option<TimeSpan>,
    /// The limit the organ promises (承诺办结时限).
    pub promise: Option<TimeSpan>,
    /// What does not count in the limit, as published.
    pub note: Option<String>,
}

impl Limits {
    /// Whether the promise is longer than the law allows; `None` when the units cannot be compared.
    pub fn promise_exceeds_legal(&self) -> Option<bool> {
        let (legal, promise) = (self.legal?, self.promise?);
        (legal.unit == promise.unit).then_some(promise.amount > legal.amount)
    }

    /// The promise in days, when it is published in days or working days.
    pub fn promised_days(&self) -> Option<u16> {
        self.shown().and_then(ShownLimit::promised_days)
    }

    /// What a result line says of the limits: the promise, else what the law allows.
    pub fn shown(&self) -> Option<ShownLimit> {
        let (span, legal) = self.promise.map(|span| (span, false)).or(self.legal.map(|span| (span, true)))?;
        // Longer is a slip of somebody's keyboard.
        (span.amount <= ShownLimit::LONGEST).then_some(ShownLimit { amount: span.amount, unit: span.unit, legal })
    }
}

/// The limit that a result line shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShownLimit {
    /// How many units; 0 means at once.
    pub amount: u16,
    /// The unit.
    pub unit: TimeUnit,
    /// Whether this is what the law allows, since no promise is published.
    pub legal: bool,
}

impl ShownLimit {
    /// No limit is longer than this many of its unit.
    pub const LONGEST: u16 = (1 << 12) - 1;
    /// A matter that is done while one waits, whatever its limits.
    pub const AT_ONCE: Self = Self { amount: 0, unit: TimeUnit::Minute, legal: false };

    /// The span without what it is.
    pub const fn span(self) -> TimeSpan {
        TimeSpan { amount: self.amount, unit: self.unit }
    }

    /// The promise in days, when it is one and is published in days or working days.
    pub fn promised_days(self) -> Option<u16> {
        (!self.legal && matches!(self.unit, TimeUnit::WorkingDay | TimeUnit::Day)).then_some(self.amount)
    }

    /// The limit in two bytes; a promise in working days is its number.
    pub fn to_bits(self) -> u16 {
        let unit = TimeUnit::ALL.iter().position(|unit| *unit == self.unit).unwrap_or(0) as u16;
        u16::from(self.legal) << 15 | unit << 12 | self.amount.min(Self::LONGEST)
    }

    /// The limit of such bytes.
    pub fn from_bits(bits: u16) -> Option<Self> {
        let unit = *TimeUnit::ALL.get(usize::from(bits >> 12 & 7))?;
        Some(Self { amount: bits & Self::LONGEST, unit, legal: bits >> 15 == 1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_shown_as_the_promise_and_else_as_the_law() {
        let span = |amount| Some(TimeSpan { amount, unit: TimeUnit::WorkingDay });
        let shown = |promise, legal| Limits { promise, legal, note: None }.shown().map(|it| (it.amount, it.legal));
        assert_eq!(shown(span(5), span(20)), Some((5, false)));
        assert_eq!(shown(None, span(20)), Some((20, true)));
        assert_eq!((shown(None, None), shown(span(5000), None)), (None, None));
        assert_eq!(Limits { legal: span(20), ..Limits::default() }.promised_days(), None, "the law promises nothing");
    }

    #[test]
    fn every_limit_survives_its_two_bytes_and_no_limit_looks_like_none() {
        for &unit in TimeUnit::ALL {
            for (amount, legal) in [(0, false), (7, true), (ShownLimit::LONGEST, false), (ShownLimit::LONGEST, true)] {
                let limit = ShownLimit { amount, unit, legal };
                assert_eq!(ShownLimit::from_bits(limit.to_bits()), Some(limit));
                assert_ne!(limit.to_bits(), u16::MAX);
            }
        }
        assert_eq!(ShownLimit::from_bits(u16::MAX), None);
    }
}

/// What a matter costs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Fee {
    /// Whether anything is charged at all.
    pub charged: bool,
    /// The charges, when published.
    pub rows: Vec<FeeRow>,
}

/// One charge.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct FeeRow {
    /// What the charge is for.
    pub name: String,
    /// The amount in fen, when it is one fixed sum.
    pub amount_fen: Option<u64>,
    /// The standard as published, when it is not one fixed sum.
    pub standard: Option<String>,
    /// The basis as published.
    pub basis: Option<String>,
    /// When it is reduced or waived.
    pub reduction: Option<String>,
}
