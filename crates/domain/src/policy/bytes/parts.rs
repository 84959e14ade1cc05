//! The parts of a book as bytes: a struct is its fields one behind the other, an enum a number and its fields.

use super::Packed;
use crate::{
    logic::{Choice, Fact, FactKind},
    policy::{
        Amount, Base, BookParts, Cond, Condition, Exception, Expected, Group, Leaf, Part, Pay, Per, Policy, PolicyFact,
        PolicySource, Rate, Row, Rule, Term,
    },
};

macro_rules! structs {
    ($($name:ty { $($field:ident)+ })+) => { $(impl Packed for $name {
        fn put(&self, out: &mut Vec<u8>) {
            $(self.$field.put(out);)+
        }

        fn take(from: &mut &[u8]) -> Option<Self> {
            Some(Self { $($field: Packed::take(from)?,)+ })
        }
    })+ };
}

structs! {
    BookParts { facts groups policies data_date }
    PolicyFact { fact decimals is_day of change }
    Fact { key kind label why help }
    Choice { value label }
    Group { id text take at_most source }
    Policy {
        id name plain_name summary aliases class instrument means audience level region issuer doc_no apply_item group
        sample sources rules history
    }
    PolicySource { title address sentence checked_on doc_until }
    Rule { from until due conditions exceptions pay amount }
    Condition { text need source }
    Exception { text when then source }
    Pay { mode trigger payer account cycle expected confirm check }
    Amount { local worth highest at_most at_least example parts }
    Part { label when at_most rows source }
    Row { when term }
    Term { base per }
    Per { fact at_most }
}

impl Packed for Rate {
    fn put(&self, out: &mut Vec<u8>) {
        (self.num, self.den).put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let (num, den) = Packed::take(from)?;
        Self::new(num, den)
    }
}

impl Packed for FactKind {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Flag => out.push(0),
            Self::Choice { choices } => {
                out.push(1);
                choices.put(out);
            }
            Self::Number { min, max, unit } => {
                out.push(2);
                (*min, *max).put(out);
                unit.put(out);
            }
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(match u8::take(from)? {
            0 => Self::Flag,
            1 => Self::Choice { choices: Packed::take(from)? },
            2 => {
                let (min, max) = Packed::take(from)?;
                Self::Number { min, max, unit: Packed::take(from)? }
            }
            _ => return None,
        })
    }
}

impl Packed for Cond {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::All(parts) => {
                out.push(0);
                parts.put(out);
            }
            Self::Any(parts) => {
                out.push(1);
                parts.put(out);
            }
            Self::Not(part) => {
                out.push(2);
                part.put(out);
            }
            Self::Leaf(Leaf::In(fact, set)) => {
                out.push(3);
                (*fact, *set).put(out);
            }
            Self::Leaf(Leaf::Between(fact, min, max)) => {
                out.push(4);
                (*fact, (*min, *max)).put(out);
            }
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(match u8::take(from)? {
            0 => Self::All(Packed::take(from)?),
            1 => Self::Any(Packed::take(from)?),
            2 => Self::Not(Packed::take(from)?),
            3 => {
                let (fact, set) = Packed::take(from)?;
                Self::Leaf(Leaf::In(fact, set))
            }
            4 => {
                let (fact, (min, max)) = Packed::take(from)?;
                Self::Leaf(Leaf::Between(fact, min, max))
            }
            _ => return None,
        })
    }
}

impl Packed for Base {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Nothing => out.push(0),
            Self::Fixed(fen) => {
                out.push(1);
                fen.put(out);
            }
            Self::Local(least, most) => {
                out.push(2);
                (*least, *most).put(out);
            }
            Self::Share { of, rate, above } => {
                out.push(3);
                of.put(out);
                rate.put(out);
                above.put(out);
            }
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(match u8::take(from)? {
            0 => Self::Nothing,
            1 => Self::Fixed(Packed::take(from)?),
            2 => {
                let (least, most) = Packed::take(from)?;
                Self::Local(least, most)
            }
            3 => Self::Share { of: Packed::take(from)?, rate: Packed::take(from)?, above: Packed::take(from)? },
            _ => return None,
        })
    }
}

impl Packed for Expected {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Month(month) => (0_u8, *month).put(out),
            Self::Day(day) => (1_u8, *day).put(out),
            Self::Days { days, after } => {
                (2_u8, *days).put(out);
                after.put(out);
            }
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(match u8::take(from)? {
            0 => Self::Month(Packed::take(from)?),
            1 => Self::Day(Packed::take(from)?),
            2 => Self::Days { days: Packed::take(from)?, after: Packed::take(from)? },
            _ => return None,
        })
    }
}
