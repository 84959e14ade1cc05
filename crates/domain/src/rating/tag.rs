//! The coded tags, by grade (data/ratings/tags.toml).

use super::{Grade, Promise};

/// A tag in use.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its code in the national table.
    pub code: u16,
    /// The only grade it may stand with.
    pub grade: Grade,
    /// What it says.
    pub text: &'static str,
    /// Whether it is among the first that are shown.
    pub shown: bool,
    /// The part of the guide it judges.
    pub promise: Option<Promise>,
}

include!(concat!(env!("OUT_DIR"), "/rating_tags.rs"));

/// Why tags cannot stand with a grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TagError {
    /// No such tag was ever in the table.
    #[error("tag {0} is unknown")]
    Unknown(u16),
    /// It was in an older version of the table.
    #[error("tag {0} is no longer in use")]
    Retired(u16),
    /// It belongs to another grade.
    #[error("tag {0} belongs to another grade")]
    OtherGrade(u16),
    /// It is named twice.
    #[error("tag {0} is named twice")]
    Twice(u16),
}

/// The tags of a grade, the shown ones first.
pub fn tags_of(grade: Grade) -> impl Iterator<Item = &'static Tag> {
    TABLE.iter().filter(move |tag| tag.grade == grade)
}

/// The tag with this code.
pub fn find_tag(code: u16) -> Option<&'static Tag> {
    TABLE.iter().find(|tag| tag.code == code)
}

/// Whether a code was in use before this version.
pub fn is_retired(code: u16) -> bool {
    RETIRED.iter().any(|(first, last)| (*first..=*last).contains(&code))
}

/// Sorts the tags of a rating, or tells the first that cannot stand with its grade.
pub fn check_tags(grade: Grade, codes: &[u16]) -> Result<Vec<u16>, TagError> {
    let mut sorted = codes.to_vec();
    sorted.sort_unstable();
    if let Some(pair) = sorted.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(TagError::Twice(pair[0]));
    }
    for &code in codes {
        match find_tag(code) {
            Some(tag) if tag.grade == grade => {}
            Some(_) => return Err(TagError::OtherGrade(code)),
            None if is_retired(code) => return Err(TagError::Retired(code)),
            None => return Err(TagError::Unknown(code)),
        }
    }
    Ok(sorted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_grade_has_eight_tags_of_its_own_and_shows_three() {
        for grade in Grade::ALL {
            let tags: Vec<_> = tags_of(grade).collect();
            assert_eq!(tags.len(), 8, "{grade:?}");
            assert!(tags.iter().all(|tag| tag.code / 100 == u16::from(grade.level()) && !is_retired(tag.code)));
            assert_eq!(tags.iter().map(|tag| tag.shown).collect::<Vec<_>>()[..4], [true, true, true, false]);
        }
        assert_eq!(TABLE.len(), 40);
    }

    #[test]
    fn every_promise_that_the_table_names_is_one() {
        let judged = TABLE.iter().filter(|tag| tag.promise.is_some()).count();
        let named = include_str!("../../../../data/ratings/tags.toml").matches("promise = ").count();
        assert_eq!(judged, named);
        assert_eq!(find_tag(109).and_then(|tag| tag.promise), Some(Promise::Materials));
    }

    #[test]
    fn tags_of_another_grade_of_an_older_table_or_of_no_table_are_refused() {
        assert_eq!(check_tags(Grade::VeryBad, &[109, 108]), Ok(vec![108, 109]));
        assert_eq!(check_tags(Grade::VeryBad, &[]), Ok(vec![]));
        assert_eq!(check_tags(Grade::VeryBad, &[510]), Err(TagError::OtherGrade(510)));
        assert_eq!(check_tags(Grade::VeryBad, &[101]), Err(TagError::Retired(101)));
        assert_eq!(check_tags(Grade::VeryBad, &[999]), Err(TagError::Unknown(999)));
        assert_eq!(check_tags(Grade::VeryBad, &[108, 108]), Err(TagError::Twice(108)));
    }
}
