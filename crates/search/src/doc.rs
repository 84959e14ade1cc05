//! What the engine is told about an item, and the form it keeps.

use domain::{Audience, ItemKind};

use crate::{Lexicon, text::GAP};

/// One canonical item, as far as search needs it.
#[derive(Debug, Clone)]
pub struct Doc {
    /// The official name.
    pub name: String,
    /// What people call it.
    pub plain_name: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// The kind of organ in charge.
    pub department: String,
    /// Themes as published.
    pub themes: Vec<String>,
    /// The type.
    pub kind: ItemKind,
    /// Whom it serves; empty when unpublished.
    pub audience: Vec<Audience>,
    /// How often it is asked for, 0 to 1000.
    pub popularity: u16,
}

/// A document with folded texts and what its name shows.
#[derive(Debug)]
pub(crate) struct Folded {
    pub name: Vec<char>,
    pub plain_name: Option<Vec<char>>,
    pub aliases: Vec<Vec<char>>,
    pub department: Vec<char>,
    pub themes: Vec<Vec<char>>,
    /// Bits of the actions its names show.
    pub actions: u32,
    pub audience: Vec<Audience>,
    /// Whether a citizen starts it; what an organ starts itself comes later.
    pub on_application: bool,
    pub popularity: u16,
}

impl Folded {
    pub fn new(doc: &Doc, lexicon: &Lexicon) -> Self {
        let name = lexicon.fold(&doc.name);
        let plain_name = doc.plain_name.as_deref().map(|name| lexicon.fold(name)).filter(|name| !name.is_empty());
        let actions = lexicon.actions_of(&name);
        Self {
            actions,
            name,
            plain_name,
            aliases: doc.aliases.iter().map(|alias| lexicon.fold(alias)).filter(|alias| !alias.is_empty()).collect(),
            department: lexicon.fold(&doc.department),
            themes: doc.themes.iter().map(|theme| lexicon.fold(theme)).collect(),
            audience: doc.audience.clone(),
            on_application: doc.kind.is_on_application(),
            popularity: doc.popularity.min(1000),
        }
    }

    /// Official name, plain name, aliases, in this order.
    pub fn names(&self) -> impl Iterator<Item = &Vec<char>> {
        std::iter::once(&self.name).chain(&self.plain_name).chain(&self.aliases)
    }
}

/// A folded text without its gaps, for comparing whole names.
pub(crate) fn compact(text: &[char]) -> Vec<char> {
    text.iter().copied().filter(|&c| c != GAP).collect()
}
