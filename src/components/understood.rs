//! How the words were understood.

use domain::wire::{GuideQuery, Understood};

use super::here::name_in_text;
use crate::{
    routes,
    text::{phone, results as words, site},
    ui::{Node, link, para},
};

/// One line: searched for, left out, read as. Nothing when no word was given.
pub fn understood(how: &Understood, query: &GuideQuery) -> Node {
    if how.query.is_empty() {
        return Node::nothing();
    }
    let mut parts = vec![words::understood(&how.query)];
    // Known by name alone: the search there is a link, since what was typed leaves the phone with it.
    let there = how.region.as_ref().filter(|_| how.elsewhere == Some(true)).map(|region| {
        let query = GuideQuery { region: Some(region.code.clone()), page: 1, ..query.clone() };
        link(routes::guides(&query), phone::search_in(&name_in_text(region)))
    });
    let here = how.region.as_ref().filter(|_| there.is_none());
    parts.extend(here.map(|region| words::in_region(&name_in_text(region))));
    parts.extend(how.corrected.iter().map(|word| words::corrected(&word.from, &word.to)));
    if !how.dropped.is_empty() {
        parts.push(words::dropped(&how.dropped));
    }
    let mut line = para("understood", parts.join(site::DOT));
    if let Some(there) = there {
        line = line.text(site::DOT).child(there);
    }
    line.into()
}
