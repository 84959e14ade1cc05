//! What a form is answered with.

use crate::html::Html;

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

impl Turn {
    /// As one text for the script that draws it: `P` title, line, page; `F` name, line, file; `N` addresses, one a line.
    pub fn into_text(self) -> String {
        match self {
            Self::Page(page) => ["P", &page.title, "\n", &page.html].concat(),
            Self::File(file) => ["F", &file.name, "\n", &file.text].concat(),
            Self::Needs(addresses) => ["N", &addresses.join("\n")].concat(),
        }
    }
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

/// A page that shows something of one citizen, or looks at nothing in particular.
pub fn page(title: &str, parts: impl IntoIterator<Item = Html>) -> Turn {
    Turn::Page(Page { title: title.to_owned(), html: Html::all(parts).into_string(), found: true, hidden: true })
}

/// A page that anybody may find.
pub fn public(title: &str, parts: impl IntoIterator<Item = Html>) -> Turn {
    Turn::Page(Page { title: title.to_owned(), html: Html::all(parts).into_string(), found: true, hidden: false })
}
