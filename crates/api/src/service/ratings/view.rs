//! A rating as its writer sees it.

use chrono::{Days, NaiveDate};
use domain::{
    ItemCode,
    rating::{Grade, RatingState, find_tag},
    wire::{AdditionView, RatingView, TagView},
};
use store::RatingRow;

use crate::{
    app::App,
    problem::{ApiError, internal},
};

/// Fills in names and what is worked out.
pub fn show(app: &App, row: RatingRow) -> Result<RatingView, ApiError> {
    let grade = Grade::from_level(row.level).ok_or_else(|| internal("a rating without a grade is kept"))?;
    let live = app.slot.load();
    let item = ItemCode::parse(&row.item).ok().filter(|code| live.snapshot.find_item(code).is_some());
    let guide = item.map(|item| format!("/guides/{item}?region={}", row.region));
    let guide = guide.as_deref();
    let state = if row.addition.is_some() { RatingState::Added } else { RatingState::Rated };
    let add_until = match row.addition {
        None => last_day(&row.received_at, app.config.addition_days),
        Some(_) => None,
    };
    Ok(RatingView {
        state: state.code().to_owned(),
        received_at: row.received_at,
        log_index: row.index,
        item: row.item,
        organ: row.organ,
        region: row.region,
        channel: row.channel,
        proven: row.proven,
        level: grade.level(),
        label: grade.label().to_owned(),
        score: grade.score(),
        tags: tags(&row.tags, guide),
        text: row.text,
        erased: row.erased,
        anonymous: row.anonymous,
        addition: row.addition.map(|added| AdditionView {
            received_at: added.received_at,
            log_index: added.index,
            level: added.level,
            tags: tags(&added.tags, guide),
            text: added.text,
            erased: added.erased,
        }),
        add_until,
    })
}

/// Tags with their words; each that judges a part of the guide leads to it.
pub fn tags(codes: &[u16], guide: Option<&str>) -> Vec<TagView> {
    let known = codes.iter().filter_map(|code| find_tag(*code));
    known
        .map(|tag| TagView {
            code: tag.code,
            text: tag.text.to_owned(),
            promise: tag.promise.map(|promise| promise.code().to_owned()),
            link: guide.filter(|_| tag.promise.is_some()).map(str::to_owned),
        })
        .collect()
}

fn last_day(received_at: &str, days: u16) -> Option<NaiveDate> {
    received_at.get(..10)?.parse::<NaiveDate>().ok()?.checked_add_days(Days::new(days.into()))
}
