//! Where a rating comes from, by one table to the codes of the national exchange (data/ratings/channels.toml).

/// Who types a rating in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entered {
    /// The citizen.
    Citizen,
    /// A machine that speaks for the citizen: telephone, text messages.
    Gateway,
    /// Staff, from paper.
    Staff,
}

/// A channel.
#[derive(Debug, PartialEq, Eq)]
pub struct RatingChannel {
    /// Its number in tickets, which never changes.
    pub number: u8,
    /// Its code in the API and the public log.
    pub code: &'static str,
    /// The name a citizen reads.
    pub label: &'static str,
    /// The code of the national exchange (pf).
    pub national: u8,
    /// Who types it in.
    pub entered: Entered,
}

include!(concat!(env!("OUT_DIR"), "/rating_channels.rs"));

impl RatingChannel {
    /// Every channel, in the order of the table.
    pub fn all() -> &'static [Self] {
        TABLE
    }

    /// The channel with this number; the numbers 1 to 7 are those of the national exchange too.
    pub fn from_number(number: u8) -> Option<&'static Self> {
        TABLE.iter().find(|channel| channel.number == number)
    }

    /// The channel with this code.
    pub fn from_code(code: &str) -> Option<&'static Self> {
        TABLE.iter().find(|channel| channel.code == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_national_code_has_the_channel_of_its_own_number() {
        for number in 1..=7 {
            assert_eq!(RatingChannel::from_number(number).map(|channel| channel.national), Some(number));
        }
        assert_eq!(RatingChannel::from_code("app").map(|channel| channel.national), Some(2));
        assert_eq!(RatingChannel::from_number(0), None);
        let mut codes: Vec<&str> = TABLE.iter().map(|channel| channel.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), TABLE.len());
    }
}
