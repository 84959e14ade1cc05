//! From what was typed to what is asked for.

mod borders;
mod clauses;
mod echo;
mod letters;
mod ready;
mod segment;
mod senses;
mod spelling;

use crate::{
    Engine, Query,
    doc::compact,
    index::bigram,
    query::{Clause, Part},
    text::GAP,
};
use letters::Stretch;
pub(crate) use ready::Ready;
use segment::Segment;

/// Longer input is cut here; nobody types more about one matter.
const LONGEST: usize = 120;
/// A text longer than this tells a story before it asks.
const STORY: usize = 16;
/// What the first and the last words of a story weigh, in 1/16.
const EARLY: u32 = 7;
const LATE: u32 = 13;

/// What is known of a query while it is read.
#[derive(Default)]
struct Reading {
    query: Query,
    parts: Vec<Part>,
    shown: Vec<Vec<char>>,
}

impl Reading {
    fn clauses(&mut self) -> impl Iterator<Item = &mut Clause> {
        self.parts.iter_mut().flat_map(|part| &mut part.clauses)
    }
}

/// In a long text the story comes first and the question last: what ends later weighs more.
fn by_place(mass: u32, end: usize, length: usize) -> u32 {
    if length <= STORY {
        return mass;
    }
    mass * (EARLY + LATE * end as u32 / length as u32) / 16
}

impl Engine {
    /// Understands a text: drops fillers, corrects spelling, reads pinyin, finds what is meant.
    pub fn understand(&self, text: &str) -> Query {
        let mut folded = self.lexicon.fold(text);
        folded.truncate(LONGEST);
        let mut reading = Reading { parts: vec![Part::default()], ..Reading::default() };
        reading.query.exact = self.exact(&folded);
        // What the catalogue writes needs no plain word: 丧偶 is said in a village, and written in a name.
        let written = |words: &[char]| self.is_written(words);
        let plain = self.lexicon.plainly(folded.clone(), &written, &mut reading.query.corrected);
        for stretch in self.resolve_letters(&plain, &mut reading.query.corrected) {
            match stretch {
                Stretch::Text(text) => self.read_text(&text, &mut reading),
                Stretch::Choice(words) => self.read_choice(&words, &mut reading),
            }
        }
        self.finish(reading, folded)
    }

    fn read_text(&self, text: &[char], reading: &mut Reading) {
        let mut segments = self.segment(text);
        let mended = self.mend(text, &segments, &mut reading.query.corrected);
        let text = match &mended {
            Some(mended) => {
                segments = self.segment(mended);
                mended
            }
            None => text,
        };
        for part in &segments {
            let known = reading.clauses().count();
            let end = match *part {
                Segment::Phrase { start, end, phrase } => {
                    self.read_phrase(&text[start..end], phrase, reading);
                    end
                }
                Segment::Loose { start, end } => {
                    self.read_loose(&text[start..end], reading);
                    end
                }
            };
            for clause in reading.clauses().skip(known) {
                clause.mass = by_place(clause.mass, end, text.len());
            }
        }
        self.read_together(text, reading);
        reading.query.read.extend(text);
        self.know(text, reading);
    }

    /// Remembers which terms explain a name.
    fn know(&self, text: &[char], reading: &mut Reading) {
        reading.query.known.extend(self.pairs(text));
    }

    fn segment(&self, text: &[char]) -> Vec<Segment> {
        let joined = |a, b| self.is_known(a, b);
        segment::cut(text, &self.lexicon, &|phrase| self.is_usable(phrase), &joined)
    }

    fn read_phrase(&self, words: &[char], phrase: u32, reading: &mut Reading) {
        let senses = &self.lexicon.phrases[phrase as usize].1;
        if senses.between {
            reading.parts.push(Part::default());
            return;
        }
        let Some(part) = reading.parts.last_mut() else { return };
        part.actions |= senses.actions & self.actions;
        part.audience = part.audience.or(senses.audience);
        if senses.drop {
            reading.query.dropped.push(words.iter().collect());
            return;
        }
        // An action is no matter by itself; whatever else a phrase says is something to look for.
        if senses.actions == 0 || senses.same.is_some() || !senses.means.is_empty() {
            let ready = self.phrase(phrase);
            part.implied |= ready.implied;
            part.clauses.extend(ready.clause);
        }
        part.say(words);
        reading.shown.push(words.to_vec());
    }

    fn read_loose(&self, words: &[char], reading: &mut Reading) {
        for chunk in words.split(|&c| c == GAP).flat_map(|chunk| self.split_at_fillers(chunk)) {
            let (chunk, follows) = self.strip_between(chunk, reading);
            let (kept, cut) = self.strip(chunk);
            if !cut.is_empty() {
                reading.query.dropped.push(cut.iter().collect());
            }
            let says_nothing = |c: &char| self.lexicon.alone.contains(c) || self.lexicon.edges.contains(c);
            // Letters and figures that the catalogue does not write so are no words at all: 12345.
            let is_code = kept.iter().all(char::is_ascii);
            if (is_code || kept.len() < 3 && kept.iter().all(says_nothing)) && !self.is_written(kept) {
                reading.parts.extend(follows.then(Part::default));
                continue;
            }
            let single = kept.len() == 1;
            if let Some((_, phrase)) = self.lexicon.trie.at(kept).find(|&(length, _)| single && length == 1) {
                self.read_phrase(kept, phrase, reading);
            } else if let Some(part) = reading.parts.last_mut() {
                part.implied |= self.lexicon.actions_of(kept);
                part.clauses.extend(self.literal_clause(kept));
                part.strange += kept.windows(2).filter(|pair| !self.is_known(pair[0], pair[1])).count() as u32;
                part.say(kept);
                reading.shown.push(kept.to_vec());
            }
            reading.parts.extend(follows.then(Part::default));
        }
    }

    /// A single character between two matters (和) at either end: begins a new part, and says whether
    /// another one follows.
    fn strip_between<'a>(&self, mut chunk: &'a [char], reading: &mut Reading) -> (&'a [char], bool) {
        if let [first, rest @ ..] = chunk
            && self.is_between(*first)
            && rest.first().is_none_or(|&next| !self.is_known(*first, next))
        {
            reading.parts.push(Part::default());
            chunk = rest;
        }
        match chunk {
            [rest @ .., last]
                if self.is_between(*last) && rest.last().is_none_or(|&before| !self.is_known(before, *last)) =>
            {
                (rest, true)
            }
            _ => (chunk, false),
        }
    }

    fn is_between(&self, c: char) -> bool {
        self.lexicon.trie.at(&[c]).any(|(_, phrase)| self.lexicon.phrases[phrase as usize].1.between)
    }

    /// Whether the catalogue writes these characters side by side.
    fn is_written(&self, words: &[char]) -> bool {
        words.len() > 1 && words.windows(2).all(|pair| self.is_known(pair[0], pair[1]))
    }

    fn is_known(&self, a: char, b: char) -> bool {
        bigram(a, b).is_some_and(|key| self.index.term(key).is_some())
    }

    /// Cuts a stretch before characters that say nothing and that the catalogue never writes there.
    fn split_at_fillers<'a>(&self, chunk: &'a [char]) -> Vec<&'a [char]> {
        let known = |at: usize| self.is_known(chunk[at], chunk[at + 1]);
        let mut pieces = Vec::new();
        let mut start = 0;
        for at in 1..chunk.len().saturating_sub(1) {
            if self.lexicon.edges.contains(&chunk[at]) && !known(at - 1) && !known(at) {
                pieces.push(&chunk[start..at]);
                start = at;
            }
        }
        pieces.push(&chunk[start..]);
        pieces
    }

    /// Leaves out characters at the edges that say nothing, unless the catalogue writes them so.
    fn strip<'a>(&self, chunk: &'a [char]) -> (&'a [char], Vec<char>) {
        let (mut start, mut end) = (0, chunk.len());
        let is_edge = |c: char| self.lexicon.edges.contains(&c);
        let known = |a: char, b: char| self.is_known(a, b);
        while start < end && is_edge(chunk[start]) && (start + 1 == end || !known(chunk[start], chunk[start + 1])) {
            start += 1;
        }
        while end > start && is_edge(chunk[end - 1]) && (end - 1 == start || !known(chunk[end - 2], chunk[end - 1])) {
            end -= 1;
        }
        (&chunk[start..end], chunk[..start].iter().chain(&chunk[end..]).copied().collect())
    }

    fn finish(&self, mut reading: Reading, folded: Vec<char>) -> Query {
        let mut query = reading.query;
        // A word between two matters stands there only when both sides name one.
        let actions = reading.parts.iter().fold(0, |bits, part| bits | part.actions);
        let audience = reading.parts.iter().find_map(|part| part.audience);
        for way in reading.parts.iter().flat_map(|part| &part.clauses).flat_map(|clause| &clause.ways) {
            query.known.extend(way.sense.terms.iter().map(|&(term, _)| term));
            query.known.extend(&way.sense.known);
        }
        reading.parts = matters(reading.parts);
        if reading.parts.is_empty() {
            let read = reading.shown.join(&GAP);
            reading.parts.push(self.only_action(&read));
        }
        let alone = reading.parts.len() == 1;
        for part in &mut reading.parts {
            part.actions = if part.actions == 0 { actions } else { part.actions };
            part.audience = part.audience.or(audience);
            self.add_siblings(part);
            self.add_echo(part);
            // Letters that were read as words and found nothing were no words.
            if !part.clauses.is_empty() || query.corrected.is_empty() {
                let said = part.said.clone();
                self.add_hunch(part, if alone { &query.read } else { &said });
            }
        }
        let shown: Vec<String> = reading.shown.iter().map(|words| words.iter().collect()).collect();
        query.shown = if shown.is_empty() { folded.iter().collect() } else { shown.join(" ") };
        query.parts = reading.parts;
        query.folded = folded;
        query
    }

    /// When nothing but an action was named (注销), its words are what is searched for.
    fn only_action(&self, read: &[char]) -> Part {
        let mut part = Part { said: read.to_vec(), ..Part::default() };
        for chunk in read.split(|&c| c == GAP).filter(|chunk| !chunk.is_empty()) {
            part.clauses.extend(self.literal_clause(chunk));
            part.actions |= self.lexicon.actions_of(chunk);
        }
        part
    }

    /// Items that are named exactly so.
    fn exact(&self, folded: &[char]) -> Vec<u32> {
        let whole = compact(folded);
        let from = self.whole_names.partition_point(|(name, _)| *name < whole);
        self.whole_names[from..].iter().take_while(|(name, _)| *name == whole).map(|&(_, doc)| doc).collect()
    }
}

/// The parts that name a matter; plain text beside one belongs to it (法人和地址).
fn matters(parts: Vec<Part>) -> Vec<Part> {
    let names_one = |part: &Part| part.clauses.iter().flat_map(|clause| &clause.ways).any(|way| way.sense.whole);
    let mut out: Vec<Part> = Vec::new();
    let mut aside = Vec::new();
    for part in parts {
        if part.clauses.is_empty() {
            aside.push(part);
            continue;
        }
        match out.last_mut() {
            Some(before) if !names_one(&part) || !names_one(before) => {
                before.clauses.extend(part.clauses);
                before.actions |= part.actions;
                before.implied |= part.implied;
                before.strange += part.strange;
                before.say(&part.said);
            }
            _ => out.push(part),
        }
    }
    // Words that the catalogue does not write may still hint at something.
    if let Some(last) = out.last_mut() {
        for part in aside {
            last.say(&part.said);
            last.strange += part.strange;
        }
    }
    out
}

#[cfg(test)]
#[cfg(feature = "authoring")]
mod tests;
