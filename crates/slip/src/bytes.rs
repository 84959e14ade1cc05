//! Numbers and texts in few bytes.

use crate::{SlipError, words};

/// Writes a list.
#[derive(Debug, Default)]
pub struct Writer(pub Vec<u8>);

impl Writer {
    /// A number, seven bits a byte.
    pub fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// A text, after the number of its bytes.
    pub fn text(&mut self, text: &str) {
        let bytes = words::pack(text);
        self.count(bytes.len());
        self.0.extend(bytes);
    }

    /// How many of something follow.
    pub fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).unwrap_or(u32::MAX));
    }
}

/// Reads a list; whatever is not as it is written is damaged.
#[derive(Debug)]
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    /// So many bytes.
    pub fn take(&mut self, length: usize) -> Result<&'a [u8], SlipError> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(SlipError::Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    /// One byte.
    pub fn byte(&mut self) -> Result<u8, SlipError> {
        Ok(self.take(1)?[0])
    }

    /// A number.
    pub fn number(&mut self) -> Result<u32, SlipError> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(SlipError::Damaged)
    }

    /// A text.
    pub fn text(&mut self) -> Result<String, SlipError> {
        let length = self.number()? as usize;
        words::unpack(self.take(length)?)
    }

    /// Several of something; each takes at least one byte, so there are not more than bytes.
    pub fn several<T>(&mut self, one: impl Fn(&mut Self) -> Result<T, SlipError>) -> Result<Vec<T>, SlipError> {
        let count = self.number()? as usize;
        if count > self.0.len() {
            return Err(SlipError::Damaged);
        }
        (0..count).map(|_| one(self)).collect()
    }
}
