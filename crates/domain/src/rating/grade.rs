//! The five grades and what they count.

use serde::{Deserialize, Serialize};

/// A grade; sent as its number, 5 for the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Grade {
    /// 非常不满意
    VeryBad = 1,
    /// 不满意
    Bad = 2,
    /// 基本满意
    Fair = 3,
    /// 满意
    Good = 4,
    /// 非常满意
    VeryGood = 5,
}

impl Grade {
    /// All five, the best first, as they are offered.
    pub const ALL: [Self; 5] = [Self::VeryGood, Self::Good, Self::Fair, Self::Bad, Self::VeryBad];

    /// The grade with this number.
    pub const fn from_level(level: u8) -> Option<Self> {
        match level {
            1 => Some(Self::VeryBad),
            2 => Some(Self::Bad),
            3 => Some(Self::Fair),
            4 => Some(Self::Good),
            5 => Some(Self::VeryGood),
            _ => None,
        }
    }

    /// The grade with this number, in tables that a test reads.
    pub(super) const fn at(level: u8) -> Self {
        match Self::from_level(level) {
            Some(grade) => grade,
            None => panic!("no such grade"),
        }
    }

    /// Its number, 1 to 5.
    pub const fn level(self) -> u8 {
        self as u8
    }

    /// What it counts in Liaoning; worked out here and taken from nobody.
    pub const fn score(self) -> u8 {
        match self {
            Self::VeryGood => 10,
            Self::Good => 8,
            Self::Fair => 6,
            Self::Bad => 3,
            Self::VeryBad => 0,
        }
    }

    /// The name a citizen reads.
    pub const fn label(self) -> &'static str {
        match self {
            Self::VeryGood => "非常满意",
            Self::Good => "满意",
            Self::Fair => "基本满意",
            Self::Bad => "不满意",
            Self::VeryBad => "非常不满意",
        }
    }

    /// Whether it starts the loop of calling back and putting right (差评).
    pub const fn is_bad(self) -> bool {
        matches!(self, Self::Bad | Self::VeryBad)
    }
}

impl TryFrom<u8> for Grade {
    type Error = &'static str;

    fn try_from(level: u8) -> Result<Self, Self::Error> {
        Self::from_level(level).ok_or("a grade is a number from 1 to 5")
    }
}

impl From<Grade> for u8 {
    fn from(grade: Grade) -> Self {
        grade.level()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_is_a_number_from_one_to_five_and_counts_what_liaoning_says() {
        let counted: Vec<(u8, u8)> = Grade::ALL.iter().map(|grade| (grade.level(), grade.score())).collect();
        assert_eq!(counted, [(5, 10), (4, 8), (3, 6), (2, 3), (1, 0)]);
        for grade in Grade::ALL {
            assert_eq!(serde_json::to_string(&grade).unwrap(), grade.level().to_string());
            assert_eq!(Grade::from_level(grade.level()), Some(grade));
        }
        for bad in ["0", "6", "-1", "2.5", "\"5\"", "255", "null"] {
            assert!(serde_json::from_str::<Grade>(bad).is_err(), "{bad}");
        }
    }
}
