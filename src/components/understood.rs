//! How the words were understood.

use domain::wire::Understood;

use super::here::name_in_text;
use crate::{
    text::{results as words, site},
    ui::{Node, para},
};

/// One line: searched for, left out, read as. Nothing when no word was given.
pub fn understood(how: &Understood) -> Node {
    if how.query.is_empty() {
        return Node::nothing();
    }
    let mut parts = vec![words::understood(&how.query)];
    parts.extend(how.region.as_ref().map(|region| words::in_region(&name_in_text(region))));
    parts.extend(how.corrected.iter().map(|word| words::corrected(&word.from, &word.to)));
    if !how.dropped.is_empty() {
        parts.push(words::dropped(&how.dropped));
    }
    para("understood", parts.join(site::DOT)).into()
}
