//! The pages of benefits: a path and a form go in, a page comes out.

mod amount;
mod browse;
mod first;
mod interview;
mod keep;
mod months;
mod outcome;
mod owed;
mod policy;
mod reasons;
mod result;
mod state;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use domain::policy::PolicyBook;
use sheet::{Form, Page, Places, Turn, html::Html};

use crate::text as words;

/// The address of the function.
pub const PATH: &str = "/benefits";

/// Where a page is written: the policies, the regions, the day.
#[derive(Clone, Copy)]
struct Desk<'a> {
    book: &'a PolicyBook,
    places: &'a dyn Places,
    today: NaiveDate,
}

/// Answers a form that was sent to a path. An address is a form too: its query string.
pub fn turn(book: &PolicyBook, places: &dyn Places, path: &str, form: &str, today: NaiveDate) -> Turn {
    let (desk, form) = (Desk { book, places, today }, Form::parse(form));
    let mut steps = path.split('/').skip(1).filter(|step| !step.is_empty());
    let answer = match (steps.next(), steps.next(), steps.next()) {
        (Some("benefits"), None, None) => interview::answer(desk, &form),
        (Some("benefits"), Some(id), None) => Ok(policy::answer(desk, id)),
        _ => Ok(missing()),
    };
    answer.unwrap_or_else(Turn::Needs)
}

/// The page of an address without anything.
fn missing() -> Turn {
    let parts = [
        sheet::parts::trail(&[(PATH, words::BENEFITS)]),
        sheet::parts::heading(words::MISSING),
        sheet::html::para("lead", words::MISSING_TEXT).into(),
        sheet::html::el("p").child(sheet::html::link(PATH, words::BROWSE)).into(),
    ];
    let html = Html::all(parts).into_string();
    Turn::Page(Page { title: words::MISSING.to_owned(), html, found: false, hidden: true })
}
