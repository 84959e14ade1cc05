//! Finds regions by what people call them: without suffix, by sound, by code, with their parents.

mod complete;
mod forms;
mod in_query;

use std::sync::Arc;

use domain::{RegionId, RegionTable};

use crate::{Lexicon, characters::Characters, order};
use forms::{Forms, names_of, sounds_of, stem};

/// All regions of a table, ready to be found.
#[derive(Debug)]
pub struct RegionSearch {
    characters: Arc<Characters>,
    names: Forms,
    sounds: Forms,
    /// Codes and regions, sorted.
    codes: Vec<(Box<str>, u32)>,
    /// The region above each, or itself at the top.
    above: Vec<u32>,
    /// The number of each region's level: 2 province to 6 village.
    level: Vec<u8>,
}

/// When more regions than this begin so, only those down to the counties are meant.
const LOOKED_AT: usize = 600;
/// The number of the county level.
pub(crate) const COUNTY: u8 = 4;

impl RegionSearch {
    /// Reads the names and codes of a table; the lexicon knows how characters are written and sound.
    pub fn build(table: &RegionTable, lexicon: &Lexicon) -> Self {
        let characters = &lexicon.characters;
        let mut codes: Vec<(Box<str>, u32)> =
            table.iter().map(|(id, region)| (region.code.as_str().into(), id.0)).collect();
        order::sort_dedup(&mut codes);
        let sounds = Forms::build(called(table, &|name| sounds_of(name, characters)));
        Self { sounds, codes, ..Self::for_queries(table, lexicon) }
    }

    /// Reads the names alone: enough to find a place word in a query, which is all that a phone does.
    pub fn for_queries(table: &RegionTable, lexicon: &Lexicon) -> Self {
        let characters = &lexicon.characters;
        Self {
            names: Forms::build(called(table, &|name| names_of(name, characters))),
            sounds: Forms::default(),
            characters: Arc::clone(characters),
            codes: Vec::new(),
            above: table.iter().map(|(id, _)| table.parent(id).unwrap_or(id).0).collect(),
            level: table.iter().map(|(_, region)| region.level.number()).collect(),
        }
    }

    /// The regions a text may name, best first, at most `n`: whole names before beginnings, higher
    /// levels before lower, then by code.
    pub fn find(&self, text: &str, n: usize) -> Vec<RegionId> {
        let folded = self.characters.fold_text(text, &|c| c);
        let typed: Vec<char> = folded.into_iter().filter(|&c| c != ' ').collect();
        if typed.is_empty() || typed.len() > 60 {
            return Vec::new();
        }
        let mut found: Vec<(bool, u8, u32)> = Vec::new();
        if typed.iter().all(char::is_ascii_digit) {
            self.find_codes(&typed, &mut found);
        } else {
            self.find_forms(&self.names, &typed, &mut found);
            if typed.iter().all(char::is_ascii_lowercase) {
                self.find_forms(&self.sounds, &typed, &mut found);
            }
        }
        // Regions of a table stand by level and code, so the id orders by code within a level.
        order::sort_dedup(&mut found);
        let mut ids: Vec<u32> = Vec::new();
        for (_, _, id) in found {
            if ids.len() == n {
                break;
            }
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids.into_iter().map(RegionId).collect()
    }

    fn find_codes(&self, typed: &[char], found: &mut Vec<(bool, u8, u32)>) {
        let typed: String = typed.iter().collect();
        let from = self.codes.partition_point(|(code, _)| **code < *typed);
        let with = self.codes[from..].iter().take_while(|(code, _)| code.starts_with(&typed));
        found.extend(with.take(LOOKED_AT).map(|(_, id)| (false, self.level[*id as usize], *id)));
    }

    /// The last region named, when all before it are regions above it, highest first.
    fn find_forms(&self, forms: &Forms, typed: &[char], found: &mut Vec<(bool, u8, u32)>) {
        // For each place in the text the regions that everything before it names.
        let mut before: Vec<Vec<u32>> = vec![Vec::new(); typed.len()];
        for cut in 0..typed.len() {
            let above = std::mem::take(&mut before[cut]);
            if cut > 0 && above.is_empty() {
                continue;
            }
            let last = &typed[cut..];
            let follows = |id: u32| cut == 0 || above.iter().any(|&above| self.is_below(id, above));
            let many = forms.beginning_with(last).nth(LOOKED_AT).is_some();
            let down_to = |deepest: u8| {
                let with =
                    forms.beginning_with(last).map(|(form, id)| (form.len() > last.len(), self.level[id as usize], id));
                with.filter(move |&(_, level, _)| level <= deepest).filter(|&(_, _, id)| follows(id))
            };
            let have = found.len();
            found.extend(down_to(if many { COUNTY } else { u8::MAX }));
            if found.len() == have {
                found.extend(down_to(u8::MAX).take(LOOKED_AT));
            }
            for end in cut + 2..typed.len() {
                let named: Vec<u32> = forms.exactly(&typed[cut..end]).filter(|&id| follows(id)).collect();
                before[end].extend(named);
            }
        }
    }

    /// Whether a region is below another one.
    fn is_below(&self, id: u32, other: u32) -> bool {
        let mut at = id;
        while self.above[at as usize] != at {
            at = self.above[at as usize];
            if at == other {
                return true;
            }
        }
        false
    }
}

/// Every form of every name; a name that repeats its parent's (大连金普新区) is also called without it.
fn called<'a>(
    table: &'a RegionTable,
    forms: &'a dyn Fn(&str) -> Vec<Vec<char>>,
) -> impl Iterator<Item = (Vec<char>, u32)> + 'a {
    table.iter().flat_map(move |(id, region)| {
        let above = table.parent(id).map(|above| stem(&table.region(above).name));
        let rest = above.and_then(|above| region.name.strip_prefix(above));
        let rest = rest.filter(|rest| rest.chars().count() > 2 && !rest.starts_with(['市', '县', '区']));
        let names = std::iter::once(region.name.as_str()).chain(rest);
        names.flat_map(forms).map(move |form| (form, id.0)).collect::<Vec<_>>()
    })
}

#[cfg(test)]
#[cfg(feature = "authoring")]
mod tests;
