//! The plan: which day to go where, so that one goes as seldom as possible.
//!
//! First aim: the fewest visits, where several matters at one place on one day are one visit. Second: the
//! earliest finish. Third: among equals always the same, whatever the order of the matters given. Up to
//! [`EXACT_UP_TO`] matters no plan is better; beyond, the search is bounded and says whether it got through.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Opening, Window};
use crate::{
    ItemCode,
    calendar::{Due, WorkCalendar},
    order::Set,
    terms::TimeSpan,
};

mod explain;
mod model;
mod rest;
mod search;

pub(super) use model::is_at_once;

/// Up to so many matters the plan is the best there is.
pub const EXACT_UP_TO: usize = 9;
/// More matters are no bundle.
pub const MOST_MATTERS: usize = 60;

/// One matter to be planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The item.
    pub item: ItemCode,
    /// The matters whose results it needs; those that are not planned along are taken as done.
    pub after: Set<ItemCode>,
    /// How long the organ takes; `None` is unpublished, and then nobody knows the day of its result.
    pub time: Option<TimeSpan>,
    /// How often one must go; `None` is unpublished, and then one visit is planned and marked as assumed.
    pub visits: Option<u8>,
    /// Where it is handled, as positions in the places of the setting; empty is unpublished.
    pub places: Vec<usize>,
}

/// A place to go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// What tells it from others: the same place has the same id.
    pub id: String,
    /// Its hours; `None` is unpublished, and then it works when offices work.
    pub opening: Option<Opening>,
}

/// Where and when the plan begins.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The first day on which anything can be done.
    pub today: NaiveDate,
    /// The minute of that day at which one could set out, when it matters.
    pub minute: Option<u16>,
    /// Working days.
    pub calendar: &'a WorkCalendar,
    /// The places.
    pub places: &'a [Stop],
}

/// Why there is no plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanProblem {
    /// Matters wait for each other.
    #[error("the matters wait for each other")]
    Cycle,
    /// A matter is there twice.
    #[error("{0} is there twice")]
    Twice(ItemCode),
    /// More matters than anyone plans at once.
    #[error("{0} matters are more than {MOST_MATTERS}")]
    TooMany(usize),
}

/// A planned day, and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Planned {
    /// The day.
    pub date: NaiveDate,
    /// Holidays on the way are not announced yet: the day may still move.
    pub provisional: bool,
    /// Something on the way takes a time that is not published: not before this day.
    pub at_least: bool,
}

/// Which of the visits of a matter it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Turn {
    /// One hands it in.
    Apply,
    /// One comes back when the time of the organ is over.
    Return,
}

/// One matter of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VisitMatter {
    /// The item.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub item: ItemCode,
    /// Which visit of the matter it is.
    pub turn: Turn,
    /// How often one must go is not published; this visit is assumed.
    pub assumed: bool,
}

/// One going to one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Visit {
    /// When.
    pub on: Planned,
    /// Where, as a position in the places of the setting; `None`: no place is published.
    pub place: Option<usize>,
    /// When it is open on that day; empty when the times are not published.
    pub hours: Vec<Window>,
    /// What is done there, in the order of doing.
    pub matters: Vec<VisitMatter>,
    /// Why then and there.
    pub why: Vec<Why>,
}

/// Why a visit is as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Why {
    /// Several matters are done at one place.
    Together {
        /// How many.
        matters: usize,
    },
    /// It cannot be earlier, since one matter needs the result of another.
    After {
        /// The matter that needs it.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        item: ItemCode,
        /// The matter whose result it is.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        needs: ItemCode,
    },
    /// It cannot be earlier, since the organ needs its time until one comes back.
    Back {
        /// The matter.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        item: ItemCode,
    },
    /// The place was closed since this day.
    Closed {
        /// The first day on which one would have gone.
        since: NaiveDate,
    },
    /// A matter could go earlier, and waits to save a visit.
    Saves {
        /// The matter.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        item: ItemCode,
        /// The first day on which it could have gone.
        could: NaiveDate,
    },
}

/// A matter for which nobody goes anywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Errand {
    /// The item.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub item: ItemCode,
    /// The first day on which it can be handed in.
    pub on: Planned,
}

/// A time in which an organ works and the citizen waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Wait {
    /// The item.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub item: ItemCode,
    /// The day on which it was handed in.
    pub from: NaiveDate,
    /// The last day of the time; `None`: it is not published.
    pub until: Option<Due>,
}

/// When to go where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Plan {
    /// The visits, in order.
    pub visits: Vec<Visit>,
    /// What is done without going, in order.
    pub online: Vec<Errand>,
    /// Times of waiting, in order; what is done at once has none.
    pub waits: Vec<Wait>,
    /// Visits that come on top, on days which the organ sets: for matters with more than two visits.
    pub further: u32,
    /// The day by which everything is there.
    pub finish: Planned,
    /// Whether it is proved that no plan is better.
    pub exact: bool,
}

impl Plan {
    /// How often one goes.
    pub fn visit_count(&self) -> u32 {
        u32::try_from(self.visits.len()).unwrap_or(u32::MAX).saturating_add(self.further)
    }
}

/// Makes the plan.
pub fn plan(tasks: &[Task], setting: &Setting<'_>) -> Result<Plan, PlanProblem> {
    let model = model::Model::build(tasks, setting)?;
    let found = search::best(&model);
    Ok(explain::plan(&model, found))
}
