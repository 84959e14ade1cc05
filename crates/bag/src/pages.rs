//! The pages of the check of papers: a path and a form go in, a page comes out, on the server and on a device alike.
//!
//! Every step is a real form or link, so it works without scripts. What is known of a citizen stands in the fields of
//! the form and nowhere else: a page that is thrown away is forgotten.

mod bag;
mod calendar;
mod check;
mod choose;
mod event;
mod events;
mod guides;
mod missing;
mod parts;
mod proof;
mod proofs;
mod question;
mod share;
pub mod sign;
mod state;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use bag::Group;
pub use guides::{Found, Guides};

pub use sheet::{CALENDAR, File, Form, Got, Page, Place, Places, Texts, Turn};
use sheet::{page, public};

use crate::World;

/// A page, or the addresses that it needs.
type Answer<T = Turn> = Result<T, Vec<String>>;

/// Where a page is written: the rules, what is read of guides, the day.
#[derive(Clone, Copy)]
struct Desk<'a> {
    world: &'a World,
    guides: &'a dyn Guides,
    today: NaiveDate,
}

/// Answers a form that was sent to a path. An address is a form too: its query string.
pub fn turn(world: &World, guides: &dyn Guides, path: &str, form: &str, today: NaiveDate) -> Turn {
    let (desk, form) = (Desk { world, guides, today }, Form::parse(form));
    let mut steps = path.split('/').skip(1).filter(|step| !step.is_empty());
    let answer = match (steps.next(), steps.next(), steps.next()) {
        (Some("checklist"), None, None) => check::answer(desk, &form),
        (Some("proofs"), None, None) => Ok(proofs::answer(desk, &form)),
        (Some("proofs"), Some(id), None) => Ok(proof::answer(desk, id)),
        (Some("events"), None, None) => Ok(events::answer(desk)),
        (Some("events"), Some(id), None) => event::answer(desk, id, &form),
        _ => Ok(missing::page()),
    };
    answer.unwrap_or_else(Turn::Needs)
}
