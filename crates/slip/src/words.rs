//! Chinese in few bytes: the words that lists are made of cost one byte or two, any other character two.
//!
//! The words stand in words.txt, read off the names in data/ on 2026-11-22. Signed lists name them by their line, so the
//! file never changes: other words are another format.
//!
//! What a byte begins: 00-1e a word, 1f any character in three more, 20-7e ASCII, 80-d3 a character of two bytes,
//! d4-d5 a word of two bytes, d6-ff a word.

use crate::SlipError;

const WORDS: &str = include_str!("words.txt");
/// The first words cost one byte: first what would be control characters,
const LOW: u16 = 31;
/// then what is above all two-byte codes.
const HIGH: u8 = 0xd6;
/// So many words cost one byte.
const SHORT: u16 = LOW + 42;
/// A character that has no other way: three bytes follow.
const ESCAPE: u8 = 0x1f;
/// The first of the two-byte codes that are words.
const FIRST: u16 = 0x5400;
/// Characters that cost two bytes: from, to, and the code of the first.
const RANGES: [(u32, u32, u16); 4] = [
    (0x4e00, 0x9fff, 0),
    // signs of Chinese, full-width forms, dashes and quotation marks
    (0x3000, 0x303f, 0x5200),
    (0xff00, 0xffef, 0x5240),
    (0x2000, 0x206f, 0x5330),
];

/// The bytes of a text, as few as there can be.
pub fn pack(text: &str) -> Vec<u8> {
    let words: Vec<&str> = WORDS.lines().collect();
    // From the end: how many bytes the rest takes, and what to write first.
    let mut rest: Vec<(usize, Vec<u8>, usize)> = vec![(0, Vec::new(), 0); text.len() + 1];
    for (at, character) in text.char_indices().rev() {
        let one = (single(character), character.len_utf8());
        let word = |(line, word): (usize, &&str)| text[at..].starts_with(word).then(|| (code(line), word.len()));
        let ways = words.iter().enumerate().filter_map(word).chain([one]);
        let weighed = ways.map(|(bytes, length)| (rest[at + length].0 + bytes.len(), bytes, length));
        if let Some(best) = weighed.min_by_key(|(size, ..)| *size) {
            rest[at] = best;
        }
    }
    let (mut packed, mut at) = (Vec::new(), 0);
    while at < text.len() {
        let (_, bytes, length) = &rest[at];
        packed.extend(bytes);
        at += length;
    }
    packed
}

/// The text of bytes.
pub fn unpack(bytes: &[u8]) -> Result<String, SlipError> {
    let mut text = String::new();
    let mut bytes = bytes.iter().copied();
    while let Some(byte) = bytes.next() {
        let mut more = || bytes.next().ok_or(SlipError::Damaged);
        match byte {
            ESCAPE => {
                let value = u32::from_be_bytes([0, more()?, more()?, more()?]);
                text.push(char::from_u32(value).ok_or(SlipError::Damaged)?);
            }
            0..ESCAPE => text.push_str(word(u16::from(byte))?),
            0x20..=0x7e => text.push(char::from(byte)),
            0x7f => return Err(SlipError::Damaged),
            HIGH.. => text.push_str(word(LOW + u16::from(byte - HIGH))?),
            0x80..HIGH => {
                let code = u16::from_be_bytes([byte & 0x7f, more()?]);
                match code.checked_sub(FIRST) {
                    Some(line) => text.push_str(word(SHORT + line)?),
                    None => text.push(ranged(code)?),
                }
            }
        }
    }
    Ok(text)
}

fn word(line: u16) -> Result<&'static str, SlipError> {
    WORDS.lines().nth(usize::from(line)).ok_or(SlipError::Damaged)
}

/// The bytes of a word by its line.
fn code(line: usize) -> Vec<u8> {
    let line = line as u16;
    match line {
        0..LOW => vec![line as u8],
        LOW..SHORT => vec![(line - LOW) as u8 + HIGH],
        _ => two(FIRST + (line - SHORT)),
    }
}

/// The bytes of a character.
fn single(character: char) -> Vec<u8> {
    let value = u32::from(character);
    if let 0x20..=0x7e = value {
        return vec![value as u8];
    }
    match RANGES.iter().find(|(from, to, _)| (*from..=*to).contains(&value)) {
        Some((from, _, first)) => two(first + (value - from) as u16),
        None => {
            let [_, bytes @ ..] = value.to_be_bytes();
            [&[ESCAPE], bytes.as_slice()].concat()
        }
    }
}

fn ranged(code: u16) -> Result<char, SlipError> {
    let found = RANGES.iter().find_map(|(from, to, first)| {
        let value = from + u32::from(code.checked_sub(*first)?);
        char::from_u32(value).filter(|_| value <= *to)
    });
    found.ok_or(SlipError::Damaged)
}

fn two(code: u16) -> Vec<u8> {
    (code | 0x8000).to_be_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_never_change_since_signed_lists_name_them_by_their_line() {
        let sum = WORDS
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        assert_eq!(
            (WORDS.lines().count(), sum),
            (585, 0x0c57_3248_037c_b79c),
            "another list of words is another format"
        );
        assert!(WORDS.lines().all(|word| !word.is_empty() && word.chars().all(|c| u32::from(c) > 0x7f)));
    }

    #[test]
    fn every_character_comes_back_and_few_cost_more_than_two_bytes() {
        for text in ["", "居民身份证", "《公司登记（备案）申请书》1份", "ABC-09 ~", "㐀𠀀🙂\n\u{7f}é", "“甲”——乙…"]
        {
            assert_eq!(unpack(&pack(text)).as_deref(), Ok(text));
        }
        assert_eq!(pack("居民身份证").len(), 1);
        assert_eq!(pack("龙凤").len(), 4);
    }

    #[test]
    fn a_code_that_nothing_has_is_damaged() {
        for bytes in [&[0x7f_u8][..], &[0x80], &[0xd3, 0xff], &[ESCAPE, 0, 0xd8, 0], &[ESCAPE, 0]] {
            assert_eq!(unpack(bytes), Err(SlipError::Damaged), "{bytes:x?}");
        }
    }
}
