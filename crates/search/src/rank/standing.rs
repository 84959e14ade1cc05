//! What counts for an item whatever is asked, worked out once.

use super::weigh::{ACTION_FITS, NOT_ASKED_FOR, POPULAR};
use crate::{
    Lexicon,
    doc::Folded,
    index::{Index, ONE},
};

/// Factors in 1/1024, and what all pairs of the name weigh.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    /// What explaining the whole name counts; never 0.
    pub name_mass: u32,
    /// When no action is asked for: of the actions that the name shows, the most wanted one.
    pub prior: u32,
    pub popular: u32,
    pub on_application: u32,
}

impl Standing {
    /// The standing of every item.
    pub fn of_all(docs: &[Folded], index: &Index, lexicon: &Lexicon) -> Vec<Self> {
        let prior = |bit: usize| u32::from(lexicon.actions[bit].prior) * ONE / 1000;
        let shown = |bits: u32| (0..lexicon.actions.len()).filter(move |bit| bits >> bit & 1 == 1);
        let standing = |(id, doc): (usize, &Folded)| Self {
            name_mass: 1 + index.name_terms(id as u32).iter().map(|&term| index.idf(term)).sum::<u32>(),
            prior: shown(doc.actions).map(prior).max().unwrap_or(ONE).min(ACTION_FITS),
            popular: ONE + POPULAR * u32::from(doc.popularity) / 1000,
            on_application: if doc.on_application { ONE } else { NOT_ASKED_FOR },
        };
        docs.iter().enumerate().map(standing).collect()
    }
}
