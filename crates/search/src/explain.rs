//! Why an item is among the hits: the field and the words in it.

use domain::wire::Matched;

use crate::{Engine, Query, doc::Folded, query::Way};

impl Engine {
    /// The fields of an item that answer the query, with the words that do. Only for hits shown.
    pub fn explain(&self, query: &Query, doc: u32) -> Vec<Matched> {
        let Some(item) = self.docs.get(doc as usize) else { return Vec::new() };
        let mut matched: Vec<Matched> = Vec::new();
        for clause in query.parts.iter().flat_map(|part| &part.clauses) {
            let found = clause.ways.iter().find_map(|way| self.find_way(way, item));
            if let Some(found) = found.filter(|found| !matched.contains(found)) {
                matched.push(found);
            }
        }
        if matched.is_empty() && query.exact.contains(&doc) {
            matched.push(Matched { field: "name".into(), text: self.shown[doc as usize].clone() });
        }
        matched
    }

    fn find_way(&self, way: &Way, item: &Folded) -> Option<Matched> {
        let mut best: Option<(usize, &'static str, &[char])> = None;
        // Found once: looking a way up costs more than reading a field.
        let spellings: Vec<&[char]> = self.spellings(way).collect();
        for (field, text) in fields(item) {
            for &words in &spellings {
                // A spelling that is no longer than what was found cannot beat it.
                if best.is_some_and(|(length, ..)| length >= words.len().min(text.len())) {
                    continue;
                }
                let common = longest_common(words, text);
                if common.len() >= words.len().min(2) && best.is_none_or(|(length, ..)| common.len() > length) {
                    best = Some((common.len(), field, common));
                }
            }
        }
        best.map(|(_, field, text)| Matched { field: field.into(), text: text.iter().collect() })
    }

    /// The way's words, and the other words of their group.
    fn spellings<'a>(&'a self, way: &'a Way) -> impl Iterator<Item = &'a [char]> {
        let phrase = self.lexicon.trie.at(&way.words).find(|&(length, _)| length == way.words.len());
        let group = phrase.and_then(|(_, phrase)| self.lexicon.phrases[phrase as usize].1.same);
        let others = group.into_iter().flat_map(|group| &self.lexicon.groups[group as usize]);
        std::iter::once(way.words.as_slice()).chain(others.map(Vec::as_slice))
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
        for from in 0..words.len() {
            if text[at] != words[from] || words.len() - from <= best.len() {
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
