//! The pages, one after the other.

mod look;
mod write;

pub use look::{found, kept, overview};
pub use write::{choose, details, preview};

use sheet::{
    html::{Html, el, para, rows},
    parts::{heading, part, trail},
};

use crate::text as words;

/// The address at which one rates.
pub const RATE: &str = "/rate";
/// The address at which ratings are looked at.
pub const RATINGS: &str = "/ratings";

/// What is rated, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// The matter's official name, when it is published here.
    pub item: Option<String>,
    /// The organ, as the ticket names it.
    pub organ: String,
    /// The place, as the ticket names it.
    pub place: String,
    /// The region's name.
    pub region: Option<String>,
    /// Whether the code hangs at a window for everybody.
    pub is_static: bool,
}

/// What is rated, as a part of a page.
fn about(about: &About) -> Html {
    let row = |name: &str, value: &str| (name.to_owned(), Html::text(value));
    let item = about.item.as_deref().map(|item| row(words::ITEM, item));
    let region = about.region.as_deref().map(|region| row(words::REGION, region));
    let of_ticket = [(words::ORGAN, &about.organ), (words::PLACE, &about.place)];
    let of_ticket = of_ticket.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| row(name, value));
    let note = about.is_static.then(|| para("notice", words::STATIC).attr("role", "note"));
    Html::all([part(words::ABOUT, [rows(item.into_iter().chain(of_ticket).chain(region))]), note.into()])
}

/// A page that says what was wrong, with a way back when there is one.
pub fn refused(why: &str, back: Option<Html>) -> String {
    let said = para("notice", why).attr("data-variant", "error").attr("role", "alert");
    let parts = [trail(&[(RATINGS, words::OVERVIEW)]), heading(words::REFUSED), said.into(), back.unwrap_or_default()];
    whole(parts)
}

/// The markup of a page.
fn whole(parts: impl IntoIterator<Item = Html>) -> String {
    Html::from(el("div").class("check").all(parts)).into_string()
}
