//! The regions above a region, by its code alone: 2, 4, 6, 9 and 12 characters are province, city, county, township
//! and village.

const LENGTHS: [usize; 5] = [2, 4, 6, 9, 12];

/// A region and all above it, the largest first.
pub struct Scope(Vec<String>);

impl Scope {
    /// The scope of a code of 12 characters.
    pub fn of(code: &str) -> Self {
        let own = LENGTHS.into_iter().find(|length| code.bytes().skip(*length).all(|b| b == b'0')).unwrap_or(12);
        let lengths = LENGTHS.into_iter().take_while(|length| *length <= own);
        Self(lengths.filter_map(|length| code.get(..length)).map(|start| format!("{start:0<12}")).collect())
    }

    /// The codes, the largest region first.
    pub fn regions(&self) -> &[String] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_village_lies_in_a_township_a_county_a_city_and_a_province() {
        let of = |code| Scope::of(code).regions().to_vec();
        assert_eq!(
            of("210102001005"),
            ["210000000000", "210100000000", "210102000000", "210102001000", "210102001005"]
        );
        assert_eq!(of("210100000000"), ["210000000000", "210100000000"]);
        assert_eq!(of("210000000000"), ["210000000000"]);
        assert_eq!(of("21Z100000000"), ["210000000000", "21Z100000000"]);
    }
}
