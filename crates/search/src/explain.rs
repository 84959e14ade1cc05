//! Why an item is among the hits: the field and the words in it.

mod glance;

use domain::wire::Matched;

use crate::{Engine, Query, doc::Folded, query::Sense};
pub(crate) use glance::{Glance, Pairs};

impl Engine {
    /// The fields of an item that answer the query, with the words that do. Only for hits shown.
    pub fn explain(&self, query: &Query, doc: u32) -> Vec<Matched> {
        if doc as usize >= self.docs.len() {
            return Vec::new();
        }
        let mut matched: Vec<Matched> = Vec::new();
        for part in &query.parts {
            for clause in part.clauses.iter().chain(&part.hunch) {
                // All that was typed, and what it hints at, are told only when nothing clearer is.
                let is_vague = clause.ways.first().is_none_or(|way| way.sense.words == part.said);
                let is_hunch = part.hunch.as_ref().is_some_and(|hunch| std::ptr::eq(hunch, clause));
                if !matched.is_empty() && (is_vague || is_hunch) {
                    continue;
                }
                let found = clause.ways.iter().find_map(|way| self.find_sense(&way.sense, doc));
                if let Some(found) = found.filter(|found| !matched.contains(found)) {
                    matched.push(found);
                }
            }
        }
        if matched.is_empty() && query.exact.contains(&doc) {
            matched.push(Matched { field: "name".into(), text: self.shown[doc as usize].clone() });
        }
        matched
    }

    fn find_sense(&self, sense: &Sense, doc: u32) -> Option<Matched> {
        let mut best: Option<(&'static str, &[char])> = None;
        let (_, any) = sense.pairs;
        for ((field, text), pairs) in fields(&self.docs[doc as usize]).zip(self.glance.fields(doc)) {
            if !pairs.may_share(any) {
                continue;
            }
            for (words, wanted) in self.spellings(sense) {
                let length = best.map_or(0, |(_, found)| found.len());
                // A spelling that is no longer than what was found cannot beat it.
                if best.is_some() && length >= words.len().min(text.len()) || !pairs.may_share(wanted) {
                    continue;
                }
                let common = longest_common(words, text);
                if common.len() >= words.len().min(2) && (best.is_none() || common.len() > length) {
                    best = Some((field, common));
                }
            }
        }
        best.map(|(field, text)| {
            let mut words = String::with_capacity(3 * text.len());
            words.extend(text);
            Matched { field: field.into(), text: words }
        })
    }

    /// The words, and the other words of their group, with their pairs.
    fn spellings<'a>(&'a self, sense: &'a Sense) -> impl Iterator<Item = (&'a [char], Pairs)> {
        let others = sense.group.into_iter().flat_map(|group| {
            let words = self.lexicon.groups[group as usize].iter().map(Vec::as_slice);
            words.zip(self.glance.group(group))
        });
        std::iter::once((sense.words.as_slice(), sense.pairs.0)).chain(others)
    }
}

fn fields(item: &Folded) -> impl Iterator<Item = (&'static str, &[char])> {
    let names = std::iter::once(("name", item.name.as_slice()));
    let plain = item.plain_name.iter().map(|name| ("plain_name", name.as_slice()));
    let aliases = item.aliases.iter().map(|alias| ("alias", alias.as_slice()));
    let themes = item.themes.iter().map(|theme| ("theme", theme.as_slice()));
    names.chain(plain).chain(aliases).chain(themes).chain(std::iter::once(("department", item.department.as_slice())))
}

/// The longest run of `words` that stands in `text`.
fn longest_common<'a>(words: &[char], text: &'a [char]) -> &'a [char] {
    let mut best = &text[..0];
    for at in 0..text.len() {
        // What is left of either must be longer than what was found.
        if text.len() - at <= best.len() {
            break;
        }
        for from in 0..words.len().saturating_sub(best.len()) {
            if text[at] != words[from] {
                continue;
            }
            let length = text[at..].iter().zip(&words[from..]).take_while(|(a, b)| a == b).count();
            if length > best.len() {
                best = &text[at..at + length];
            }
        }
    }
    best
}
