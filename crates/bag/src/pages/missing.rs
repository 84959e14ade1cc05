//! An address at which there is nothing.

use super::{
    Page, Turn,
    parts::{heading, trail},
};
use crate::text::pages as words;
use sheet::html::{Html, el, link, para};

/// Says so, and where to go on.
pub fn page() -> Turn {
    let on = el("p").child(link("/checklist", words::CHECK)).text(words::DOT).child(link("/proofs", words::PROOFS));
    let html = Html::all([trail(&[]), heading(words::MISSING), para("lead", words::MISSING_TEXT).into(), on.into()]);
    Turn::Page(Page { title: words::MISSING.into(), html: html.into_string(), found: false, hidden: true })
}
