//! A lexicon as streams.

use std::{collections::BTreeSet, sync::Arc};

use domain::Audience;

use super::{
    super::{Lexicon, Senses},
    streams::Writer,
};
use crate::characters::Characters;

/// What the phrases of one group say, as far as it is told for all of them at once.
pub(super) const DROP: u32 = 1;
pub(super) const BETWEEN: u32 = 2;
pub(super) const BARE: u32 = 4;
pub(super) const SAME: u32 = 8;
pub(super) const MEANS: u32 = 16;
pub(super) const ACTIONS: u32 = 32;
pub(super) const NATURAL: u32 = 64;
pub(super) const LEGAL: u32 = 128;

type Means = Arc<[Vec<char>]>;

pub(super) fn write(lexicon: &Lexicon) -> Vec<u8> {
    let mut out = Writer::default();
    write_characters(&lexicon.characters, &mut out);
    let lookalike: Vec<[char; 2]> = lexicon.lookalike.iter().map(|&(a, b)| [a, b]).collect();
    out.words(lookalike.iter().map(<[char; 2]>::as_slice));
    out.word(&lexicon.edges);
    out.word(&lexicon.alone);
    out.words(lexicon.say.iter().map(|(said, _)| said.as_slice()));
    lexicon.say.iter().for_each(|(_, plain)| out.word(plain));
    out.words(lexicon.readings.iter().map(|(word, _)| word.as_slice()));
    lexicon.readings.iter().flat_map(|(_, syllables)| syllables).for_each(|&number| out.number(number.into()));
    out.count(lexicon.actions.len());
    for action in &lexicon.actions {
        out.words(action.names.iter().map(Vec::as_slice));
        out.number(action.prior.into());
        out.number(action.near);
    }
    let means = write_means(lexicon, &mut out);
    write_phrases(lexicon, &means, &mut out);
    out.finish()
}

fn write_characters(characters: &Characters, out: &mut Writer) {
    let syllables: Vec<Vec<char>> = characters.syllables.iter().map(|syllable| syllable.chars().collect()).collect();
    out.words(syllables.iter().map(Vec::as_slice));
    out.count(characters.readings.len());
    out.rising(characters.readings.iter().map(|&(c, _)| c.into()));
    characters.readings.iter().for_each(|&(_, number)| out.number(number.into()));
    out.count(characters.simplified.len());
    out.rising(characters.simplified.iter().map(|&(from, _)| from.into()));
    let mut last = 0;
    for &(_, to) in &characters.simplified {
        // Mostly near to the last one, before or behind it, in the list of those with a reading.
        let at = characters.readings.binary_search_by_key(&to, |&(c, _)| c).unwrap_or_default() as i32;
        let step = at - last;
        out.number(((step << 1) ^ (step >> 31)) as u32);
        last = at;
    }
}

/// The official words, then every list of them that something means; an empty list is first.
fn write_means<'a>(lexicon: &'a Lexicon, out: &mut Writer) -> Vec<&'a Means> {
    let of_phrases = lexicon.phrases.iter().map(|(_, senses)| &senses.means);
    let lists: BTreeSet<&Means> = of_phrases.chain(lexicon.together.iter().map(|together| &together.means)).collect();
    out.words(lexicon.targets.iter().map(Vec::as_slice));
    let lists: Vec<&Means> = lists.into_iter().collect();
    out.count(lists.len());
    for list in &lists {
        out.count(list.len());
        list.iter().for_each(|target| out.count(lexicon.targets.binary_search(target).unwrap_or_default()));
    }
    lists
}

fn write_phrases(lexicon: &Lexicon, means: &[&Means], out: &mut Writer) {
    let list = |of: &Means| means.binary_search(&of).unwrap_or_default() as u32;
    let said = |senses: &Senses| (senses.same, list(&senses.means), senses.actions, flags(senses));
    let mut order: Vec<&(Vec<char>, Senses)> = lexicon.phrases.iter().collect();
    // Those of the same combinations side by side: their numbers then rise by ones.
    order.sort_by_key(|(_, senses)| (said(senses), &senses.together));
    let mut number = vec![0; order.len()];
    for (at, (phrase, _)) in order.iter().enumerate() {
        number[place(lexicon, phrase)] = at as u32;
    }
    out.count(order.len());
    for alike in order.chunk_by(|a, b| said(&a.1) == said(&b.1)) {
        let (same, means, actions, flags) = said(&alike[0].1);
        out.count(alike.len());
        out.number(flags);
        same.into_iter().for_each(|group| out.number(group));
        [(MEANS, means), (ACTIONS, actions)]
            .iter()
            .filter(|(flag, _)| flags & flag != 0)
            .for_each(|&(_, n)| out.number(n));
        alike.iter().for_each(|(phrase, _)| out.word(phrase));
    }
    out.count(lexicon.groups.len());
    for group in &lexicon.groups {
        let numbers: Vec<u32> = group.iter().map(|word| number[place(lexicon, word)]).collect();
        let first = numbers.iter().min().copied().unwrap_or_default();
        out.count(group.len());
        out.number(first);
        numbers.iter().for_each(|number| out.number(number - first));
    }
    out.count(lexicon.together.len());
    for (at, together) in lexicon.together.iter().enumerate() {
        out.number(list(&together.means));
        out.number(together.words);
        for word in 0..together.words {
            let has = |senses: &Senses| senses.together.contains(&(at as u32, word));
            let numbers: Vec<u32> = (0..).zip(&order).filter(|(_, (_, senses))| has(senses)).map(|(n, _)| n).collect();
            out.count(numbers.len());
            out.rising(numbers.into_iter());
        }
    }
}

fn flags(senses: &Senses) -> u32 {
    [
        (DROP, senses.drop),
        (BETWEEN, senses.between),
        (BARE, senses.bare),
        (SAME, senses.same.is_some()),
        (MEANS, !senses.means.is_empty()),
        (ACTIONS, senses.actions != 0),
        (NATURAL, senses.audience == Some(Audience::Natural)),
        (LEGAL, senses.audience == Some(Audience::Legal)),
    ]
    .iter()
    .map(|&(flag, is)| if is { flag } else { 0 })
    .sum()
}

fn place(lexicon: &Lexicon, phrase: &[char]) -> usize {
    lexicon.phrases.binary_search_by(|(known, _)| known.as_slice().cmp(phrase)).unwrap_or_default()
}
