//! Suggestions while typing: names that begin so, contain it, or sound so.

use crate::{Engine, doc::compact, order, text::is_han};

/// A suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggest {
    /// What to show and search for.
    pub text: String,
    /// The item, when it names exactly one.
    pub doc: Option<u32>,
}

impl Engine {
    /// At most `n` suggestions for a text that is still being typed.
    pub fn suggest(&self, text: &str, allowed: &dyn Fn(u32) -> bool, n: usize) -> Vec<Suggest> {
        let typed = compact(&self.lexicon.fold(text));
        let mut order: Vec<u32> = Vec::new();
        if !typed.is_empty() && typed.iter().all(|&c| is_han(c)) {
            order = self.beginning_with(&typed);
        }
        let mut seen: Vec<&str> = Vec::new();
        let mut out: Vec<Suggest> = Vec::new();
        let ranked = if order.iter().filter(|&&doc| allowed(doc)).count() < n {
            self.rank(&self.understand(text), allowed)
        } else {
            Vec::new()
        };
        let popular = self.by_popularity.iter().copied().filter(|_| typed.len() < 2);
        for doc in order.into_iter().chain(ranked.into_iter().map(|hit| hit.doc)).chain(popular) {
            if out.len() == n {
                break;
            }
            let name = self.shown[doc as usize].as_str();
            if allowed(doc) && !seen.contains(&name) {
                seen.push(name);
                out.push(Suggest { text: name.into(), doc: self.only(doc) });
            }
        }
        out
    }

    /// The item itself, when no other one has its name.
    fn only(&self, doc: u32) -> Option<u32> {
        let name = compact(&self.docs[doc as usize].name);
        let from = self.whole_names.partition_point(|(known, _)| *known < name);
        let others = self.whole_names[from..].iter().take_while(|(known, _)| *known == name);
        (others.count() == 1).then_some(doc)
    }

    /// Items of which some name begins so, the most asked-for first.
    fn beginning_with(&self, typed: &[char]) -> Vec<u32> {
        let from = self.whole_names.partition_point(|(name, _)| name.as_slice() < typed);
        let with = self.whole_names[from..].iter().take_while(|(name, _)| name.starts_with(typed));
        let mut docs: Vec<u32> = with.map(|&(_, doc)| doc).collect();
        order::sort_by_key(&mut docs, |&doc| (u16::MAX - self.docs[doc as usize].popularity, doc));
        docs.dedup();
        docs
    }
}
