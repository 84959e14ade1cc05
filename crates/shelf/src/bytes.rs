//! Numbers and texts as bytes, written and read back with every bound checked.

/// Ends a text; this byte never occurs in UTF-8.
const END: u8 = 0xff;
/// Stands for a text that is not there, or ends a list of texts.
const NONE: u8 = 0xfe;

/// Appends values to bytes.
#[derive(Debug, Default)]
pub(crate) struct Out(pub Vec<u8>);

impl Out {
    /// A number in as few bytes as it needs, seven bits each.
    pub fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.0.extend_from_slice(text.as_bytes());
        self.0.push(END);
    }

    /// A text, or none.
    pub fn maybe(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.0.push(NONE),
        }
    }

    /// A list of texts.
    pub fn texts(&mut self, texts: &[String]) {
        texts.iter().for_each(|text| self.text(text));
        self.0.push(NONE);
    }

    /// A text that begins like the one before it.
    pub fn after(&mut self, last: &str, text: &str) {
        let shared = last.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count().min(255);
        let shared = (0..=shared).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        self.number(shared as u32);
        self.text(&text[shared..]);
    }
}

/// Reads values from bytes; whatever does not fit is `None`.
#[derive(Debug, Clone)]
pub(crate) struct In<'a>(pub &'a [u8]);

impl<'a> In<'a> {
    pub fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            // The fifth byte has room for four bits.
            if shift == 28 && byte > 15 {
                return None;
            }
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// A count of things of at least one byte each: never more than there are bytes left.
    pub fn count(&mut self) -> Option<usize> {
        let count = self.number()? as usize;
        (count <= self.0.len()).then_some(count)
    }

    pub fn text(&mut self) -> Option<&'a str> {
        let end = self.0.iter().position(|&byte| byte == END)?;
        let text = std::str::from_utf8(self.take(end)?).ok()?;
        self.byte()?;
        Some(text)
    }

    pub fn maybe(&mut self) -> Option<Option<&'a str>> {
        if self.0.first() == Some(&NONE) {
            self.byte()?;
            return Some(None);
        }
        self.text().map(Some)
    }

    pub fn texts(&mut self) -> Option<Vec<String>> {
        let mut texts = Vec::new();
        while let Some(text) = self.maybe()? {
            texts.push(text.to_owned());
        }
        Some(texts)
    }

    pub fn after(&mut self, last: &str) -> Option<String> {
        let shared = self.number()? as usize;
        Some([last.get(..shared)?, self.text()?].concat())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn values_come_out_as_they_went_in(
            numbers in prop::collection::vec(any::<u32>(), 0..20),
            texts in prop::collection::vec(any::<String>(), 0..6),
            maybe in prop::option::of(any::<String>()),
        ) {
            let mut out = Out::default();
            numbers.iter().for_each(|&number| out.number(number));
            out.texts(&texts);
            out.maybe(maybe.as_deref());
            texts.windows(2).for_each(|pair| out.after(&pair[0], &pair[1]));
            let mut back = In(&out.0);
            for number in numbers {
                prop_assert_eq!(back.number(), Some(number));
            }
            prop_assert_eq!(back.texts(), Some(texts.clone()));
            prop_assert_eq!(back.maybe(), Some(maybe.as_deref()));
            for pair in texts.windows(2) {
                prop_assert_eq!(back.after(&pair[0]), Some(pair[1].clone()));
            }
            prop_assert!(back.0.is_empty());
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let mut read = In(&bytes);
            let _ = (read.number(), read.texts(), read.after("身份"), read.count(), read.maybe(), read.take(9));
        }
    }
}
