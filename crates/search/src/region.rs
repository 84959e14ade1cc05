//! Finds regions by what people call them: without suffix, by sound, by code, with their parents.

mod forms;
mod in_query;

use domain::{RegionId, RegionTable};

use crate::text::fold_text;
use forms::{Forms, names_of, sounds_of};

/// All regions of a table, ready to be found.
#[derive(Debug)]
pub struct RegionSearch {
    names: Forms,
    sounds: Forms,
    /// Codes and regions, sorted.
    codes: Vec<(Box<str>, u32)>,
    /// The region above each, or itself at the top.
    above: Vec<u32>,
    /// The number of each region's level: 2 province to 6 village.
    level: Vec<u8>,
}

/// Regions that begin with one letter or character are too many to look at them all.
const LOOKED_AT: usize = 3000;

impl RegionSearch {
    /// Reads the names and codes of a table.
    pub fn build(table: &RegionTable) -> Self {
        let mut codes: Vec<(Box<str>, u32)> =
            table.iter().map(|(id, region)| (region.code.as_str().into(), id.0)).collect();
        codes.sort_unstable();
        Self {
            names: Forms::build(
                table.iter().flat_map(|(id, region)| names_of(&region.name).into_iter().map(move |f| (f, id.0))),
            ),
            sounds: Forms::build(
                table.iter().flat_map(|(id, region)| sounds_of(&region.name).into_iter().map(move |f| (f, id.0))),
            ),
            codes,
            above: table.iter().map(|(id, _)| table.parent(id).unwrap_or(id).0).collect(),
            level: table.iter().map(|(_, region)| region.level.number()).collect(),
        }
    }

    /// The regions a text may name, best first, at most `n`: whole names before beginnings, higher
    /// levels before lower, then by code.
    pub fn find(&self, text: &str, n: usize) -> Vec<RegionId> {
        let folded = fold_text(text, &|c| c);
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
        found.sort_unstable();
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

    /// The last region named, when all before it are regions above it.
    fn find_forms(&self, forms: &Forms, typed: &[char], found: &mut Vec<(bool, u8, u32)>) {
        for cut in 0..typed.len() {
            let (before, last) = typed.split_at(cut);
            for (form, id) in forms.beginning_with(last).take(LOOKED_AT) {
                if before.is_empty() || self.is_named_above(forms, before, id) {
                    found.push((form.len() > last.len(), self.level[id as usize], id));
                }
            }
        }
    }

    /// Whether a text is made of names of regions above this one, highest first.
    fn is_named_above(&self, forms: &Forms, text: &[char], id: u32) -> bool {
        let above = self.above[id as usize];
        if above == id {
            return false;
        }
        (0..text.len()).rev().any(|cut| {
            let (before, last) = text.split_at(cut);
            let named = |wanted: u32| forms.exactly(last).any(|id| id == wanted);
            let mut at = above;
            loop {
                if named(at) && (before.is_empty() || self.is_named_above(forms, before, at)) {
                    return true;
                }
                if self.above[at as usize] == at {
                    return false;
                }
                at = self.above[at as usize];
            }
        })
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

#[cfg(test)]
mod tests;
