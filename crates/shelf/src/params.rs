//! Parameters of a query string or a form: unknown names are ignored, every bad value is collected.

use std::borrow::Cow;

use domain::{RegionCode, wire::FieldProblem};

use crate::json::digits;

/// The pairs of a query string or form, and what was found wrong with them so far.
#[derive(Debug, Default)]
pub struct Params<'a> {
    pairs: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    problems: Vec<FieldProblem>,
}

impl<'a> Params<'a> {
    /// More pairs than any page sends; the rest is dropped unread.
    const MAX_PAIRS: usize = 32;

    /// Reads url-encoded pairs.
    pub fn parse(text: &'a [u8]) -> Self {
        Self { pairs: form_urlencoded::parse(text).take(Self::MAX_PAIRS).collect(), problems: Vec::new() }
    }

    /// The trimmed text of a parameter; absent and empty are one, since plain forms send empty fields.
    pub fn text(&self, name: &str) -> Option<&str> {
        let (_, value) = self.pairs.iter().find(|(key, _)| key == name)?;
        let value = value.trim();
        (!value.is_empty()).then_some(value)
    }

    /// The text of a parameter as it came, which may be empty.
    pub fn raw(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(key, _)| key == name).map(|(_, value)| &**value)
    }

    /// Notes that a field is wrong.
    pub fn wrong(&mut self, field: &str, detail: impl Into<String>) {
        self.problems.push(FieldProblem { field: field.to_owned(), detail: detail.into() });
    }

    /// A text of at most `max` characters without control characters.
    pub fn words(&mut self, name: &str, max: usize) -> Option<String> {
        let text = self.text(name)?.to_owned();
        match check_words(&text, max) {
            Ok(()) => Some(text),
            Err(detail) => {
                self.wrong(name, detail);
                None
            }
        }
    }

    /// A value of a closed code table.
    pub fn code<T: Copy>(&mut self, name: &str, find: fn(&str) -> Option<T>) -> Option<T> {
        let found = find(self.text(name)?);
        if found.is_none() {
            self.wrong(name, "不在可选的代码之内。");
        }
        found
    }

    /// A number between `low` and `high`.
    pub fn number(&mut self, name: &str, low: u32, high: u32, default: u32) -> u32 {
        let Some(text) = self.text(name) else { return default };
        match text.parse::<u32>() {
            Ok(number) if (low..=high).contains(&number) => number,
            _ => {
                self.wrong(name, ["应为 ", &digits(low), " 至 ", &digits(high), " 之间的整数。"].concat());
                default
            }
        }
    }

    /// `1` or `0`.
    pub fn flag(&mut self, name: &str) -> bool {
        match self.text(name) {
            None | Some("0" | "false") => false,
            Some("1" | "true") => true,
            Some(_) => {
                self.wrong(name, "应为 0 或 1。");
                false
            }
        }
    }

    /// A region's code; whether it exists is for the snapshot to say.
    pub fn region(&mut self, name: &str) -> Option<RegionCode> {
        let parsed = RegionCode::parse(self.text(name)?);
        match parsed {
            Ok(code) => Some(code),
            Err(_) => {
                self.wrong(name, "行政区划代码应为 12 位数字（或 2、4、6、9 位）。");
                None
            }
        }
    }

    /// Ends the reading: fine, or every problem at once.
    pub fn finish(self) -> Result<(), Vec<FieldProblem>> {
        if self.problems.is_empty() { Ok(()) } else { Err(self.problems) }
    }
}

/// Checks the length of a text and that it is text.
pub fn check_words(text: &str, max: usize) -> Result<(), String> {
    if text.chars().nth(max).is_some() {
        return Err(["不能超过 ", &digits(max as u32), " 个字。"].concat());
    }
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err("含有不能识别的字符。".to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use domain::Audience;

    use super::*;

    #[test]
    fn every_bad_value_is_collected_and_unknown_names_are_ignored() {
        let mut params = Params::parse("page=0&size=x&region=21010&audience=cat&colour=red".as_bytes());
        params.number("page", 1, 10, 1);
        params.number("size", 1, 100, 20);
        params.region("region");
        params.code("audience", Audience::from_code);
        let fields = params.finish().unwrap_err();
        let names: Vec<&str> = fields.iter().map(|f| f.field.as_str()).collect();
        assert_eq!(names, ["page", "size", "region", "audience"]);
    }

    #[test]
    fn an_empty_field_of_a_plain_form_is_an_absent_one() {
        let mut params = Params::parse(b"q=+&region=&page=");
        assert_eq!((params.words("q", 100), params.region("region"), params.number("page", 1, 9, 1)), (None, None, 1));
        assert_eq!(params.finish(), Ok(()));
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert_eq!(check_words(&"证".repeat(100), 100), Ok(()));
        assert!(check_words(&"证".repeat(101), 100).is_err());
        assert!(check_words("a\0b", 100).is_err());
    }
}
