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
mod form;
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
pub use form::Form;
pub use guides::{Found, Got, Guides, Place, Texts};

use crate::{World, html::Html};

/// What a form is answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// A page.
    Page(Page),
    /// A file to keep.
    File(File),
    /// Addresses of the API whose answers are needed first.
    Needs(Vec<String>),
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// Its markup.
    pub html: String,
    /// Whether there is such a page.
    pub found: bool,
    /// Keeps it out of search engines.
    pub hidden: bool,
}

/// A calendar file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The pages' media type for files.
pub const CALENDAR: &str = "text/calendar; charset=utf-8";

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

/// A page that shows something of one citizen, or looks at nothing in particular.
fn page(title: &str, parts: impl IntoIterator<Item = Html>) -> Turn {
    Turn::Page(Page { title: title.to_owned(), html: Html::all(parts).into_string(), found: true, hidden: true })
}

/// A page that anybody may find.
fn public(title: &str, parts: impl IntoIterator<Item = Html>) -> Turn {
    Turn::Page(Page { title: title.to_owned(), html: Html::all(parts).into_string(), found: true, hidden: false })
}
