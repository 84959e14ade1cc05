//! A share of something, exact: two thirds stay two thirds.

/// A fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// Above the line.
    pub num: u32,
    /// Below the line; never 0.
    pub den: u32,
}

impl Rate {
    /// A fraction, unless its lower half is 0.
    pub const fn new(num: u32, den: u32) -> Option<Self> {
        if den == 0 { None } else { Some(Self { num, den }) }
    }

    /// This share of an amount that is not negative, rounded to the nearest fen, halves up.
    pub fn of(self, fen: i64) -> i64 {
        let (num, den) = (i128::from(self.num), i128::from(self.den));
        let doubled = i128::from(fen) * num * 2 + den;
        clamp(doubled.div_euclid(den * 2))
    }
}

/// Times a count, held within what a number can be.
pub(super) fn times(fen: i64, count: i64) -> i64 {
    clamp(i128::from(fen) * i128::from(count))
}

fn clamp(fen: i128) -> i64 {
    i64::try_from(fen).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_thirds_of_a_yuan_are_67_fen() {
        assert_eq!(Rate { num: 2, den: 3 }.of(100), 67);
        assert_eq!(Rate { num: 1, den: 2 }.of(1), 1);
        assert_eq!(Rate { num: 55, den: 1000 }.of(100_000), 5500);
    }

    #[test]
    fn more_than_a_number_can_hold_stays_at_its_end() {
        assert_eq!(times(i64::MAX, 2), i64::MAX);
        assert_eq!(Rate { num: 3, den: 1 }.of(i64::MAX), i64::MAX);
    }
}
