//! Takes away the words around a paper's name that say nothing about which paper it is.

use super::Placer;
use crate::papers::PlacedPaper;

/// A name from which words were taken.
#[derive(Clone, Copy)]
struct Reduced<'a, 'w> {
    text: &'a str,
    /// Whose paper it is, once a word for a person was taken; empty for the applicant.
    whose: Option<&'w str>,
    /// Only papers that a person holds can be meant.
    only_held: bool,
}

/// What was tried in vain: the text, whether a person was taken, whether only held papers count.
type Tried<'a> = Vec<(&'a str, bool, bool)>;

impl Placer {
    /// One paper, perhaps another person's, perhaps with words around it that say nothing.
    pub(super) fn single(&self, text: &str) -> Option<PlacedPaper> {
        self.reduced(Reduced { text, whose: None, only_held: false }, &mut Tried::new())
    }

    /// Takes words away until a spelling is left. A word may be part of the spelling, so every way is tried, once.
    fn reduced<'a>(&self, name: Reduced<'a, '_>, tried: &mut Tried<'a>) -> Option<PlacedPaper> {
        let Reduced { text, whose, only_held } = name;
        let way = (text, whose.is_some(), only_held);
        if self.strangers.iter().any(|other| other == text) || tried.contains(&way) {
            return None;
        }
        tried.push(way);
        if let Some(paper) = self.spellings.get(text).filter(|paper| !only_held || self.held.contains(*paper)) {
            let whose = whose.filter(|whose| !whose.is_empty()).map(str::to_owned);
            return Some(PlacedPaper { paper: paper.clone(), whose });
        }
        let plain = self.words.without_ending(text).into_iter().chain(self.words.without_beginning(text));
        let plain = plain.map(|text| Reduced { text, ..name });
        let person = self.words.person(text).into_iter().filter(|_| whose.is_none());
        let person = person.map(|(whose, text)| Reduced { text, whose: Some(whose), only_held });
        for less in plain.chain(person) {
            if let Some(found) = self.reduced(less, tried) {
                return Some(found);
            }
        }
        let somebody = self.words.somebody(text).into_iter().filter(|_| whose.is_none());
        let somebody = somebody.map(|(whose, text)| Reduced { text, whose: Some(whose), only_held });
        let of_place = self.words.without_place(text).map(|text| Reduced { text, whose, only_held: true });
        for less in somebody.chain(of_place) {
            if let Some(found) = self.reduced(less, tried) {
                return Some(found);
            }
        }
        None
    }
}
