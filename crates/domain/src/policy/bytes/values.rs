//! Numbers, texts, lists, days and codes as bytes.

use chrono::{Datelike, NaiveDate};

use super::Packed;
use crate::{
    Audience, ItemCode, Level, RegionCode,
    policy::{Change, Cycle, FactId, Instrument, Means, PayMode, PolicyClass, Take, Then},
};

impl Packed for u64 {
    fn put(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = from.split_first()?;
            *from = rest;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }
}

/// Small next to zero on both sides.
impl Packed for i64 {
    fn put(&self, out: &mut Vec<u8>) {
        ((self << 1) ^ (self >> 63)).cast_unsigned().put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let value = u64::take(from)?;
        Some((value >> 1).cast_signed() ^ -(value & 1).cast_signed())
    }
}

macro_rules! small {
    ($($number:ty)+) => { $(impl Packed for $number {
        fn put(&self, out: &mut Vec<u8>) {
            u64::from(*self).put(out);
        }

        fn take(from: &mut &[u8]) -> Option<Self> {
            Self::try_from(u64::take(from)?).ok()
        }
    })+ };
}

small! { u8 u16 u32 }

impl Packed for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        match u8::take(from)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Packed for String {
    fn put(&self, out: &mut Vec<u8>) {
        (self.len() as u64).put(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let length = usize::try_from(u64::take(from)?).ok()?;
        let (text, rest) = from.split_at_checked(length)?;
        *from = rest;
        std::str::from_utf8(text).ok().map(str::to_owned)
    }
}

impl<T: Packed> Packed for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        self.iter().for_each(|value| value.put(out));
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        if bool::take(from)? { T::take(from).map(Some) } else { Some(None) }
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        (self.len() as u64).put(out);
        self.iter().for_each(|value| value.put(out));
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        // Every value takes at least one byte: a length that lies reserves nothing.
        let count = usize::try_from(u64::take(from)?).ok().filter(|count| *count <= from.len())?;
        (0..count).map(|_| T::take(from)).collect()
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some((A::take(from)?, B::take(from)?))
    }
}

impl<T: Packed> Packed for Box<T> {
    fn put(&self, out: &mut Vec<u8>) {
        T::put(self, out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        T::take(from).map(Self::new)
    }
}

/// The number of days, as calendars of computers count them.
impl Packed for NaiveDate {
    fn put(&self, out: &mut Vec<u8>) {
        i64::from(self.num_days_from_ce()).put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Self::from_num_days_from_ce_opt(i32::try_from(i64::take(from)?).ok()?)
    }
}

impl Packed for FactId {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        u16::take(from).map(Self)
    }
}

macro_rules! texts {
    ($($code:ty)+) => { $(impl Packed for $code {
        fn put(&self, out: &mut Vec<u8>) {
            self.as_str().to_owned().put(out);
        }

        fn take(from: &mut &[u8]) -> Option<Self> {
            Self::parse(&String::take(from)?).ok()
        }
    })+ };
}

texts! { ItemCode RegionCode }

/// A code by its place in its table: tables only grow at their end.
macro_rules! tables {
    ($($table:ty)+) => { $(impl Packed for $table {
        fn put(&self, out: &mut Vec<u8>) {
            out.push(*self as u8);
        }

        fn take(from: &mut &[u8]) -> Option<Self> {
            Self::ALL.get(usize::from(u8::take(from)?)).copied()
        }
    })+ };
}

tables! { Audience Level Change Cycle Instrument Means PayMode PolicyClass Take Then }
