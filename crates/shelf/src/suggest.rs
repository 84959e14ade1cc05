//! Suggestions while typing.

use domain::{
    RegionCode,
    wire::{Suggestion, Suggestions},
};

use crate::{NoRegion, Scope, Shelf};

/// As many as fit above a phone's keyboard.
const SUGGESTIONS: usize = 8;

/// What the citizen may be about to ask for, of what is published in the region's scope.
pub fn suggest(shelf: &impl Shelf, text: &str, region: Option<&RegionCode>) -> Result<Suggestions, NoRegion> {
    let scope = Scope::of(shelf, region)?;
    let found = shelf.engine().suggest(text, &|doc| scope.has(doc), SUGGESTIONS);
    let heads = shelf.heads();
    let items = found
        .into_iter()
        .map(|s| Suggestion { text: s.text, code: s.doc.map(|doc| heads[doc as usize].code.clone()) })
        .collect();
    Ok(Suggestions { items })
}
