//! A day, as TOML writes days or as a text.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de::Error};
use toml::Value;

/// A day of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day(pub NaiveDate);

impl Day {
    /// Reads a value of a file.
    pub fn of(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => text.parse().ok().map(Self),
            Value::Datetime(day) => {
                let date = day.date.filter(|_| day.time.is_none())?;
                NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()).map(Self)
            }
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(from)?;
        Self::of(&value).ok_or_else(|| D::Error::custom(format!("{value} is no day like 2026-11-22")))
    }
}
