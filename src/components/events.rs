//! Life events and popular searches, each a link to a search.

use crate::{
    routes,
    text::events::Search,
    ui::{Node, link, list},
};

/// Searches as a list of plain links.
pub fn search_links(searches: &'static [Search]) -> Node {
    list("links", searches.iter().map(|search| link(routes::search(search.words), search.label).into())).into()
}
