//! A plan as marks and spans by day, for a drawing.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::plan::{Plan, Turn};
use crate::{ItemCode, calendar::WorkCalendar, order};

/// Longer is no picture.
const LONGEST: u32 = 1000;

/// The picture: one row a matter, days counted from the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Timeline {
    /// Day 0.
    pub from: NaiveDate,
    /// How many days are drawn, day 0 included.
    pub days: u32,
    /// Days on which offices do not work.
    pub off: Vec<u32>,
    /// From this day on holidays are not announced yet.
    pub provisional_from: Option<u32>,
    /// The rows, by their first mark.
    pub rows: Vec<Row>,
}

/// One matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Row {
    /// The item.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub item: ItemCode,
    /// What happens on a day.
    pub marks: Vec<Mark>,
    /// The time that the organ takes; none when it is done at once.
    pub span: Option<Span>,
}

/// Something that happens on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Mark {
    /// The day.
    pub day: u32,
    /// What.
    pub kind: MarkKind,
    /// Not before this day: something on the way takes a time that is not published.
    pub at_least: bool,
}

/// What happens on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum MarkKind {
    /// One goes and hands it in.
    Go,
    /// It is handed in without going.
    Online,
    /// One comes back.
    Return,
}

/// A time in which the organ works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Span {
    /// The day on which it got the matter.
    pub from: u32,
    /// The last day; `None`: nobody published it.
    pub until: Option<u32>,
}

/// Draws a plan that begins on `today`.
pub fn timeline(plan: &Plan, today: NaiveDate, calendar: &WorkCalendar) -> Timeline {
    let day = |date: NaiveDate| u32::try_from((date - today).num_days()).unwrap_or(0).min(LONGEST);
    let mut rows: Vec<Row> = Vec::new();
    let mut mark = |item: &ItemCode, mark: Mark| match rows.iter_mut().find(|row| row.item == *item) {
        Some(row) => row.marks.push(mark),
        None => rows.push(Row { item: item.clone(), marks: vec![mark], span: None }),
    };
    for errand in &plan.online {
        let (day, at_least) = (day(errand.on.date), errand.on.at_least);
        mark(&errand.item, Mark { day, kind: MarkKind::Online, at_least });
    }
    for visit in &plan.visits {
        for matter in &visit.matters {
            let kind = if matter.turn == Turn::Return { MarkKind::Return } else { MarkKind::Go };
            mark(&matter.item, Mark { day: day(visit.on.date), kind, at_least: visit.on.at_least });
        }
    }
    for wait in &plan.waits {
        if let Some(row) = rows.iter_mut().find(|row| row.item == wait.item) {
            row.span = Some(Span { from: day(wait.from), until: wait.until.map(|due| day(due.date)) });
        }
    }
    order::sort_by_key(&mut rows, |row| row.marks.first().map(|mark| mark.day));
    let ends = plan.waits.iter().filter_map(|wait| wait.until).map(|due| due.date);
    let days = ends.chain([plan.finish.date]).map(day).max().unwrap_or(0) + 1;
    let off = |at: &u32| today.iter_days().nth(*at as usize).is_some_and(|date| !calendar.is_workday(date));
    let drawn = || today.iter_days().zip(0..days);
    Timeline {
        from: today,
        days,
        off: (0..days).filter(off).collect(),
        provisional_from: drawn().find(|(date, _)| !calendar.covers(*date)).map(|(_, at)| at),
        rows,
    }
}
