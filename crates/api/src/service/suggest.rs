//! Suggestions while typing.

use domain::{
    RegionCode,
    wire::{Suggestion, Suggestions},
};

use super::{ServiceError, scope::Scope};
use crate::live::Live;

/// As many as fit above a phone's keyboard.
const SUGGESTIONS: usize = 8;

/// What the citizen may be about to ask for, of what is published in the region's scope.
pub fn suggest(live: &Live, text: &str, region: Option<&RegionCode>) -> Result<Suggestions, ServiceError> {
    let scope = Scope::of(&live.snapshot, region)?;
    let found = live.engine.suggest(text, &|doc| scope.has(doc), SUGGESTIONS);
    let heads = live.snapshot.heads();
    let items = found
        .into_iter()
        .map(|s| Suggestion { text: s.text, code: s.doc.map(|doc| heads[doc as usize].code.clone()) })
        .collect();
    Ok(Suggestions { items })
}
