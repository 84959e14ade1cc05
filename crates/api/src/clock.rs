//! The only place that asks what time it is.

use chrono::{FixedOffset, NaiveDate, SecondsFormat, Utc};

/// Now, as the contract writes times: RFC 3339 with +08:00.
pub fn now() -> String {
    match FixedOffset::east_opt(8 * 3600) {
        Some(china) => Utc::now().with_timezone(&china).to_rfc3339_opts(SecondsFormat::Secs, false),
        None => Utc::now().to_rfc3339_opts(SecondsFormat::Secs, false),
    }
}

/// So many days ago, written as `now` writes.
pub fn days_ago(days: u16) -> String {
    let then = Utc::now() - chrono::Duration::days(days.into());
    FixedOffset::east_opt(8 * 3600)
        .map(|china| then.with_timezone(&china).to_rfc3339_opts(SecondsFormat::Secs, false))
        .unwrap_or_default()
}

/// Now, in seconds since 1970; for the years up to 2106.
pub fn unix() -> u32 {
    u32::try_from(Utc::now().timestamp()).unwrap_or_default()
}

/// Today in China.
pub fn today() -> NaiveDate {
    let now = Utc::now();
    FixedOffset::east_opt(8 * 3600).map_or(now.date_naive(), |china| now.with_timezone(&china).date_naive())
}
