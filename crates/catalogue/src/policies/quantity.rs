//! Numbers with their units: 2.5万元, 30%, 12个月, 2/3.

use domain::policy::Rate;

/// A number and its unit, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The digits, without the point.
    digits: i128,
    /// How many of them stand behind the point.
    behind: u32,
    /// What is counted.
    pub unit: String,
}

impl Quantity {
    /// Reads a number, 万 or 亿 behind it, and the unit; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().replace([',', '，', ' '], "");
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
        let (number, rest) = text.split_at(end);
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        if whole.is_empty() || part.contains('.') || whole.len() + part.len() > 24 || number.ends_with('.') {
            return None;
        }
        let digits: i128 = [whole, part].concat().parse().ok()?;
        let (times, unit) = match rest.chars().next() {
            Some('万') => (10_000, &rest['万'.len_utf8()..]),
            Some('亿') => (100_000_000, &rest['亿'.len_utf8()..]),
            _ => (1, rest),
        };
        Some(Self { digits: digits * times, behind: part.len() as u32, unit: unit.to_owned() })
    }

    /// The number with so many digits behind the point, as an integer; `None` when it has more of them.
    pub fn scaled(&self, decimals: u8) -> Option<i64> {
        let up = 10_i128.checked_pow(u32::from(decimals))?;
        let down = 10_i128.checked_pow(self.behind)?;
        let scaled = self.digits.checked_mul(up)?;
        (scaled % down == 0).then(|| i64::try_from(scaled / down).ok()).flatten()
    }

    /// An amount of money in fen; `None` when the unit is not yuan.
    pub fn fen(text: &str) -> Option<i64> {
        Self::parse(text).filter(|quantity| quantity.unit == "元")?.scaled(2)
    }

    /// A share: 30%, 5.5%, 3‰ or 2/3.
    pub fn rate(text: &str) -> Option<Rate> {
        let text = text.trim();
        if let Some((num, den)) = text.split_once('/') {
            return Rate::new(num.trim().parse().ok()?, den.trim().parse().ok()?);
        }
        let quantity = Self::parse(text)?;
        let hundred: u32 = match quantity.unit.as_str() {
            "%" => 100,
            "‰" => 1000,
            _ => return None,
        };
        Rate::new(u32::try_from(quantity.digits).ok()?, hundred.checked_mul(10_u32.checked_pow(quantity.behind)?)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_to_the_fen() {
        for (text, fen) in [
            ("5000元", 500_000),
            ("2.5万元", 2_500_000),
            ("3亿元", 30_000_000_000),
            ("0.01元", 1),
            ("12,345.60元", 1_234_560),
        ] {
            assert_eq!(Quantity::fen(text), Some(fen), "{text}");
        }
    }

    #[test]
    fn money_without_its_unit_or_below_a_fen_is_refused() {
        for text in ["5000", "5000 USD", "0.001元", "元", "1.2.3元", "5%", "1.元", "-5元"] {
            assert_eq!(Quantity::fen(text), None, "{text}");
        }
    }

    #[test]
    fn shares_stay_exact() {
        assert_eq!(Quantity::rate("30%"), Rate::new(30, 100));
        assert_eq!(Quantity::rate("5.5%"), Rate::new(55, 1000));
        assert_eq!(Quantity::rate("2/3"), Rate::new(2, 3));
        assert_eq!(Quantity::rate("0.3"), None);
        assert_eq!(Quantity::rate("1/0"), None);
    }
}
