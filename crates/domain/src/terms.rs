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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
        self.promise.filter(|span| matches!(span.unit, TimeUnit::WorkingDay | TimeUnit::Day)).map(|span| span.amount)
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
