//! Numbers and words in three streams: numbers, lengths of words, letters.
//!
//! A letter is two bytes: its place among all letters that occur, which come first among the numbers.

use std::collections::BTreeSet;

/// Takes numbers and words.
#[derive(Default)]
pub(super) struct Writer {
    numbers: Vec<u8>,
    lengths: Vec<u8>,
    letters: Vec<char>,
}

impl Writer {
    pub fn number(&mut self, number: u32) {
        put(&mut self.numbers, number);
    }

    /// A list's length.
    pub fn count(&mut self, count: usize) {
        put(&mut self.numbers, count as u32);
    }

    /// Numbers that rise: how much, each time.
    pub fn rising(&mut self, numbers: impl Iterator<Item = u32>) {
        let mut last = 0;
        for number in numbers {
            self.number(number - last);
            last = number;
        }
    }

    pub fn word(&mut self, word: &[char]) {
        put(&mut self.lengths, word.len() as u32);
        self.letters.extend(word);
    }

    pub fn words<'a>(&mut self, words: impl ExactSizeIterator<Item = &'a [char]>) {
        self.count(words.len());
        words.for_each(|word| self.word(word));
    }

    pub fn finish(self) -> Vec<u8> {
        let alphabet: Vec<char> = self.letters.iter().copied().collect::<BTreeSet<char>>().into_iter().collect();
        let mut first = Self::default();
        first.count(alphabet.len());
        first.rising(alphabet.iter().map(|&c| u32::from(c)));
        let numbers = [first.numbers, self.numbers].concat();
        let place = |c: &char| alphabet.binary_search(c).unwrap_or_default() as u16;
        let letters: Vec<u8> = self.letters.iter().flat_map(|c| place(c).to_be_bytes()).collect();
        let mut out = Vec::new();
        for stream in [numbers, self.lengths, letters] {
            put(&mut out, stream.len() as u32);
            out.extend(stream);
        }
        out
    }
}

/// Seven bits a byte, the lowest first.
fn put(out: &mut Vec<u8>, mut number: u32) {
    while number > 127 {
        out.push(number as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Gives them back in the same order; `None` when there is no more or it makes no sense.
pub(super) struct Reader<'a> {
    numbers: &'a [u8],
    lengths: &'a [u8],
    letters: &'a [u8],
    alphabet: Vec<char>,
}

impl<'a> Reader<'a> {
    pub fn open(mut bytes: &'a [u8]) -> Option<Self> {
        let mut stream = || {
            let length = take(&mut bytes)? as usize;
            let (stream, rest) = bytes.split_at_checked(length)?;
            bytes = rest;
            Some(stream)
        };
        let mut reader = Self { numbers: stream()?, lengths: stream()?, letters: stream()?, alphabet: Vec::new() };
        let count = reader.count()?;
        let mut last = 0;
        reader.alphabet = reader.list(count, |reader| reader.letter_after(&mut last))?;
        bytes.is_empty().then_some(reader)
    }

    /// Whether everything was read.
    pub fn is_done(&self) -> bool {
        self.numbers.is_empty() && self.lengths.is_empty() && self.letters.is_empty()
    }

    pub fn number(&mut self) -> Option<u32> {
        take(&mut self.numbers)
    }

    /// A number below a bound.
    pub fn below(&mut self, bound: usize) -> Option<u32> {
        self.number().filter(|&number| (number as usize) < bound)
    }

    /// A list's length: whatever is listed takes a byte at least, so that no length asks for more memory
    /// than the file is long.
    pub fn count(&mut self) -> Option<usize> {
        let most = self.numbers.len() + self.lengths.len();
        self.number().map(|count| count as usize).filter(|&count| count <= most)
    }

    /// A number that is so much more than the last one.
    pub fn after(&mut self, last: &mut u32) -> Option<u32> {
        *last = last.checked_add(self.number()?)?;
        Some(*last)
    }

    /// A character that is so much behind the last one.
    pub fn letter_after(&mut self, last: &mut u32) -> Option<char> {
        self.after(last).and_then(char::from_u32)
    }

    /// A word, which is never empty.
    pub fn word(&mut self) -> Option<Vec<char>> {
        self.text().filter(|word| !word.is_empty())
    }

    /// A text, which may be empty.
    pub fn text(&mut self) -> Option<Vec<char>> {
        let length = take(&mut self.lengths)? as usize;
        let (letters, rest) = self.letters.split_at_checked(length.checked_mul(2)?)?;
        self.letters = rest;
        let letter = |pair: &[u8]| self.alphabet.get(usize::from(pair[0]) << 8 | usize::from(pair[1])).copied();
        letters.chunks_exact(2).map(letter).collect()
    }

    pub fn words(&mut self) -> Option<Vec<Vec<char>>> {
        let count = self.count()?;
        self.list(count, Self::word)
    }

    /// So many of one kind.
    pub fn list<T>(&mut self, count: usize, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut list = Vec::with_capacity(count);
        for _ in 0..count {
            list.push(one(self)?);
        }
        Some(list)
    }
}

fn take(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0_u64;
    for shift in [0, 7, 14, 21, 28] {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 127) << shift;
        if byte < 128 {
            return u32::try_from(number).ok();
        }
    }
    None
}
