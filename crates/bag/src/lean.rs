//! Reading JSON leanly, as ADR 0009 has it for the portal: derived code for the types below is half of a wasm module.
//!
//! A text becomes one [`Value`] first, and each type only says which members it has. Writing stays with `serde`; a test
//! holds the two to each other over the real rules. A member that is not there is empty, as its type has it.

mod guide;
mod rules;

use chrono::NaiveDate;
use domain::{ItemCode, RegionCode};
use serde_json::{Map, Value};

pub(crate) use guide::Hits;

/// What can be read from JSON.
pub(crate) trait Lean: Sized {
    /// Reads the value; `None` when it is of another shape.
    fn lean(value: Value) -> Option<Self>;

    /// What a member is that is not there.
    fn absent() -> Option<Self> {
        None
    }
}

/// Reads a text.
pub(crate) fn read<T: Lean>(text: &[u8]) -> Option<T> {
    T::lean(serde_json::from_slice(text).ok()?)
}

/// Takes a member out.
pub(crate) fn take<T: Lean>(members: &mut Map<String, Value>, name: &str) -> Option<T> {
    members.remove(name).map_or_else(T::absent, T::lean)
}

/// The members of an object.
pub(crate) fn members(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

impl Lean for String {
    fn lean(value: Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}

impl Lean for bool {
    fn lean(value: Value) -> Option<Self> {
        value.as_bool()
    }

    fn absent() -> Option<Self> {
        Some(false)
    }
}

impl<T: Lean> Lean for Option<T> {
    fn lean(value: Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::lean(value).map(Some) }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Lean> Lean for Vec<T> {
    fn lean(value: Value) -> Option<Self> {
        match value {
            Value::Array(items) => items.into_iter().map(T::lean).collect(),
            _ => None,
        }
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

/// The date of a text like 2026-11-22. By hand: the date library's own reader takes every format there is.
pub fn date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

impl Lean for NaiveDate {
    fn lean(value: Value) -> Option<Self> {
        date(value.as_str()?)
    }
}

impl Lean for ItemCode {
    fn lean(value: Value) -> Option<Self> {
        Self::parse(value.as_str()?).ok()
    }
}

impl Lean for RegionCode {
    fn lean(value: Value) -> Option<Self> {
        Self::parse(value.as_str()?).ok()
    }
}

macro_rules! numbers {
    ($($number:ty)+) => { $(impl Lean for $number {
        fn lean(value: Value) -> Option<Self> {
            Self::try_from(value.as_i64()?).ok()
        }
    })+ };
}

numbers! { u8 u16 u64 i32 i64 }

/// Codes of a table.
macro_rules! codes {
    ($($table:ty)+) => { $(impl crate::lean::Lean for $table {
        fn lean(value: serde_json::Value) -> Option<Self> {
            Self::from_code(value.as_str()?)
        }
    })+ };
}

/// Types by their members.
macro_rules! lean {
    ($($name:ty { $($member:ident)+ })+) => { $(impl crate::lean::Lean for $name {
        fn lean(value: serde_json::Value) -> Option<Self> {
            let mut members = crate::lean::members(value)?;
            Some(Self { $($member: crate::lean::take(&mut members, stringify!($member))?,)+ })
        }
    })+ };
}

pub(crate) use {codes, lean};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_and_what_is_none_is_not() {
        assert_eq!(date("2026-02-28"), NaiveDate::from_ymd_opt(2026, 2, 28));
        for bad in ["", "2026", "2026-02-30", "2026-2-", "a-b-c"] {
            assert_eq!(date(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_is_not_there_is_empty_and_what_is_wrong_is_refused() {
        assert_eq!(read::<Vec<Option<u8>>>(b"[1, null]"), Some(vec![Some(1), None]));
        assert_eq!(read::<Vec<u8>>(b"[300]"), None);
        assert_eq!(take::<Option<String>>(&mut Map::new(), "a"), Some(None));
        assert_eq!(take::<String>(&mut Map::new(), "a"), None);
    }
}
