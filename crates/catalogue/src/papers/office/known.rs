//! What a workbook is read against: papers, regions, matters.

use domain::{
    ItemCode, RegionCode, RegionTable,
    papers::{BookProblem, Paper, Rulebook, RulebookSource},
};

use super::super::{Matters, fit};

/// What is known when a workbook is read.
#[derive(Debug)]
pub struct Known {
    /// The rulebook that the workbook's rows come into.
    pub base: RulebookSource,
    /// The same, built.
    pub(super) book: Rulebook,
    /// Regions, when a folder or a snapshot of them was given.
    pub regions: Option<RegionTable>,
    /// Matters with their themes, when a snapshot was given.
    pub matters: Option<Vec<(ItemCode, Vec<String>)>>,
}

/// What a name says of a paper.
pub(super) enum Named<'k> {
    /// One that is known.
    Paper(&'k Paper),
    /// Several.
    Several,
    /// None that is known.
    Unknown,
}

impl Known {
    /// Takes the base; its problems when it has any.
    pub fn new(base: RulebookSource) -> Result<Self, Vec<BookProblem>> {
        let book = base.clone().build()?;
        Ok(Self { base, book, regions: None, matters: None })
    }

    /// The paper of a name.
    pub(super) fn paper(&self, name: &str) -> Named<'_> {
        let Some((placed, _)) = self.book.placer().place(name) else { return Named::Unknown };
        match placed.papers.as_slice() {
            [one] if !placed.more && one.whose.is_none() => {
                self.book.paper(&one.paper).map_or(Named::Unknown, Named::Paper)
            }
            _ => Named::Several,
        }
    }

    /// The id of an e-certificate by its name, its id or the paper that it stands for.
    pub(super) fn ecert(&self, name: &str) -> Option<String> {
        let named = self.base.ecert.iter().find(|ecert| ecert.name == name || ecert.id == name);
        named.map(|ecert| ecert.id.clone()).or_else(|| match self.paper(name) {
            Named::Paper(paper) => paper.ecert.clone(),
            Named::Several | Named::Unknown => None,
        })
    }

    /// Whether a region exists, as far as is known.
    pub(super) fn has_region(&self, code: &RegionCode) -> bool {
        self.regions.as_ref().is_none_or(|regions| regions.find(code).is_some())
    }

    /// Whether a matter exists, as far as is known.
    pub(super) fn has_matter(&self, code: &ItemCode) -> bool {
        self.matters.as_ref().is_none_or(|matters| matters.iter().any(|(known, _)| known == code))
    }

    /// Whether a theme exists, as far as is known.
    pub(super) fn has_theme(&self, theme: &str) -> bool {
        let has = |themes: &Vec<String>| themes.iter().any(|known| known == theme);
        self.matters.as_ref().is_none_or(|matters| matters.iter().any(|(_, themes)| has(themes)))
    }

    /// Rules that are equally special for a matter: of the known ones, or else of those that rules name.
    pub(super) fn ties(&self, book: &Rulebook, source: &RulebookSource) -> Vec<BookProblem> {
        let published = self.matters.as_ref().map(|matters| {
            Matters::Published(matters.iter().map(|(item, themes)| (item, themes.as_slice())).collect())
        });
        fit::ties(source, book, &published.unwrap_or_default())
    }
}
