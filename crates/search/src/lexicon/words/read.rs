//! Streams as a lexicon. Every number is checked, since the engine trusts them.

use std::sync::Arc;

use domain::Audience;

use super::{
    super::{Action, Lexicon, Senses, Together, Trie},
    streams::Reader,
    write::{ACTIONS, BARE, BETWEEN, DROP, LEGAL, MEANS, NATURAL, SAME},
};
use crate::{characters::Characters, order};

type Means = Arc<[Vec<char>]>;

/// At most so many actions: they are bits.
const MOST_ACTIONS: usize = 32;

pub(super) fn read(bytes: &[u8]) -> Option<Lexicon> {
    let mut from = Reader::open(bytes)?;
    let characters = read_characters(&mut from)?;
    let mut lookalike = Vec::new();
    for pair in from.words()? {
        let [a, b] = pair[..] else { return None };
        lookalike.push((a, b));
    }
    if !lookalike.is_sorted_by(|a, b| a.0 < b.0) {
        return None;
    }
    let (edges, alone) = (from.text()?, from.text()?);
    let mut say = Vec::new();
    for said in from.words()? {
        say.push((said, from.word()?));
    }
    let mut readings = Vec::new();
    for word in from.words()? {
        let syllable = |from: &mut Reader<'_>| from.below(characters.syllables.len()).map(|number| number as u16);
        let syllables = from.list(word.len(), syllable)?;
        readings.push((word, syllables));
    }
    let count = from.count().filter(|&count| count <= MOST_ACTIONS)?;
    let action = |from: &mut Reader<'_>| {
        Some(Action { names: from.words()?, prior: u16::try_from(from.number()?).ok()?, near: from.number()? })
    };
    let actions = from.list(count, action)?;
    let mut lexicon = Lexicon {
        characters: Arc::new(characters),
        say_trie: Trie::build(say.iter().map(|(said, _)| said.as_slice())),
        edges,
        alone,
        lookalike,
        say,
        readings,
        actions,
        ..Lexicon::default()
    };
    lexicon.targets = from.words()?;
    let means = read_means(&mut from, &lexicon.targets)?;
    read_phrases(&mut from, &means, &mut lexicon)?;
    from.is_done().then_some(lexicon)
}

fn read_characters(from: &mut Reader<'_>) -> Option<Characters> {
    let syllables: Vec<String> = from.words()?.into_iter().map(|word| word.into_iter().collect()).collect();
    let count = from.count()?;
    let mut last = 0;
    let chars = from.list(count, |from| from.letter_after(&mut last))?;
    let numbers = from.list(count, |from| from.below(syllables.len()))?;
    let readings: Vec<(char, u16)> = chars.into_iter().zip(numbers.into_iter().map(|number| number as u16)).collect();
    let count = from.count()?;
    let mut last = 0;
    let froms = from.list(count, |from| from.letter_after(&mut last))?;
    let mut last = 0_u32;
    let to = |from: &mut Reader<'_>| {
        let step = from.number()?;
        last = last.wrapping_add((step >> 1) ^ (step & 1).wrapping_neg());
        readings.get(last as usize).map(|&(c, _)| c)
    };
    let simplified: Vec<(char, char)> = froms.into_iter().zip(from.list(count, to)?).collect();
    let sorted = readings.is_sorted_by(|a, b| a.0 < b.0) && simplified.is_sorted_by(|a, b| a.0 < b.0);
    (sorted && syllables.is_sorted_by(|a, b| a < b)).then(|| Characters::new(simplified, syllables, readings))
}

fn read_means(from: &mut Reader<'_>, targets: &[Vec<char>]) -> Option<Vec<Means>> {
    let count = from.count()?;
    from.list(count, |from| {
        let count = from.count()?;
        let target = |from: &mut Reader<'_>| targets.get(from.number()? as usize).cloned();
        Some(from.list(count, target)?.into())
    })
}

fn read_phrases(from: &mut Reader<'_>, means: &[Means], lexicon: &mut Lexicon) -> Option<()> {
    let count = from.count()?;
    let mut phrases: Vec<(Vec<char>, Senses)> = Vec::with_capacity(count);
    while phrases.len() < count {
        let alike = from.count()?;
        let senses = read_senses(from, means, lexicon.actions.len())?;
        for _ in 0..alike {
            phrases.push((from.word()?, senses.clone()));
        }
    }
    if phrases.len() != count {
        return None;
    }
    let groups = from.count()?;
    lexicon.groups = from.list(groups, |from| {
        let words = from.count()?;
        let first = from.number()? as usize;
        from.list(words, |from| Some(phrases.get(first.checked_add(from.number()? as usize)?)?.0.clone()))
    })?;
    for number in 0..from.count()? as u32 {
        let means = means.get(from.number()? as usize)?.clone();
        let words = from.count()? as u32;
        for word in 0..words {
            let mut last = 0;
            for _ in 0..from.count()? {
                let phrase = phrases.get_mut(from.after(&mut last)? as usize)?;
                phrase.1.together.push((number, word));
            }
        }
        lexicon.together.push(Together { words, means });
    }
    order::sort_by(&mut phrases, |a, b| a.0 < b.0);
    let known = |senses: &Senses| senses.same.is_none_or(|group| (group as usize) < groups);
    if !phrases.is_sorted_by(|a, b| a.0 < b.0) || !phrases.iter().all(|(_, senses)| known(senses)) {
        return None;
    }
    lexicon.trie = Trie::build(phrases.iter().map(|(phrase, _)| phrase.as_slice()));
    lexicon.phrases = phrases;
    Some(())
}

/// What a group of phrases says, but for the combinations they are part of.
fn read_senses(from: &mut Reader<'_>, means: &[Means], actions: usize) -> Option<Senses> {
    let flags = from.number()?;
    let has = |flag: u32| flags & flag != 0;
    Some(Senses {
        drop: has(DROP),
        between: has(BETWEEN),
        bare: has(BARE),
        same: if has(SAME) { Some(from.number()?) } else { None },
        means: if has(MEANS) { means.get(from.number()? as usize)?.clone() } else { Means::default() },
        actions: if has(ACTIONS) { from.number().filter(|&bits| u64::from(bits) >> actions == 0)? } else { 0 },
        audience: match (has(NATURAL), has(LEGAL)) {
            (true, _) => Some(Audience::Natural),
            (_, true) => Some(Audience::Legal),
            _ => None,
        },
        together: Vec::new(),
    })
}
