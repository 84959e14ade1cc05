//! Dates in texts: which digits can be a month and a day, and which dates exist.

use chrono::NaiveDate;

/// Whether digits without separators can be read as a month and a day: 515 as 5-15, 101 as 10-1 or 1-01.
pub fn is_month_day(digits: &str) -> bool {
    digits.bytes().all(|b| b.is_ascii_digit())
        && (1..digits.len()).any(|cut| {
            let (month, day) = digits.split_at(cut);
            let (Ok(m), Ok(d)) = (month.parse::<u32>(), day.parse::<u32>()) else { return false };
            // The separators were lost, not the zeros: nobody writes 5月01日 and 5月1日 in one text.
            !month.starts_with('0') && !day.starts_with('0') && exists(2020, m, d)
        })
}

/// Whether digits without separators can be a year, a month and a day: 2019101 as 2019-10-1.
pub fn is_year_month_day(digits: &str) -> bool {
    digits.bytes().all(|b| b.is_ascii_digit())
        && digits.len() >= 6
        && matches!(&digits[..2], "19" | "20")
        && is_month_day(&digits[4..])
}

/// Whether the calendar has this day.
pub fn exists(year: i32, month: u32, day: u32) -> bool {
    NaiveDate::from_ymd_opt(year, month, day).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn digits_that_lost_their_separators_are_told_from_numbers() {
        for digits in ["515", "529", "11", "1218", "101"] {
            assert!(is_month_day(digits), "{digits}");
        }
        for digits in ["180", "360", "365", "100", "90", "1340", ""] {
            assert!(!is_month_day(digits), "{digits}");
        }
        assert!(is_year_month_day("2019101") && is_year_month_day("202064") && is_year_month_day("20191218"));
        assert!(!is_year_month_day("110032") && !is_year_month_day("202000") && !is_year_month_day("2019"));
    }

    proptest! {
        #[test]
        fn every_date_without_separators_is_found(days in 0i64..36500) {
            use chrono::Datelike;
            let date = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + chrono::Duration::days(days);
            let text = format!("{}{}{}", date.year(), date.month(), date.day());
            prop_assert!(is_year_month_day(&text));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,12}") {
            let _ = is_year_month_day(&text);
            let _ = is_month_day(&text);
        }
    }
}
