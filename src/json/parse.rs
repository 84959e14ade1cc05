//! From text to [`Json`].

use super::Json;

/// How deep values may stand within each other; the API's stand five deep.
const DEPTH: u8 = 32;

/// Reads one JSON value; `None` when the text is not one.
pub fn parse(text: &str) -> Option<Json> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEPTH)?;
    reader.space();
    (reader.at == text.len()).then_some(value)
}

/// Writes a text as JSON.
pub fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            // Other control characters have no meaning in what people write.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Steps over a byte, if it is the next one.
    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn word(&mut self, word: &str, value: Json) -> Option<Json> {
        self.text[self.at..].starts_with(word).then(|| {
            self.at += word.len();
            value
        })
    }

    fn value(&mut self, depth: u8) -> Option<Json> {
        let depth = depth.checked_sub(1)?;
        self.space();
        match self.peek()? {
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'"' => self.string().map(Json::Text),
            b'[' => self.list(depth),
            b'{' => self.object(depth),
            _ => self.number(),
        }
    }

    fn list(&mut self, depth: u8) -> Option<Json> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.eat(b']') {
            return Some(Json::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            self.space();
            if self.eat(b']') {
                return Some(Json::List(items));
            }
            if !self.eat(b',') {
                return None;
            }
        }
    }

    fn object(&mut self, depth: u8) -> Option<Json> {
        self.at += 1;
        let mut members = Vec::new();
        self.space();
        if self.eat(b'}') {
            return Some(Json::Object(members));
        }
        loop {
            self.space();
            let name = self.string()?;
            self.space();
            if !self.eat(b':') {
                return None;
            }
            members.push((name, self.value(depth)?));
            self.space();
            if self.eat(b'}') {
                return Some(Json::Object(members));
            }
            if !self.eat(b',') {
                return None;
            }
        }
    }

    /// A whole number; a fraction is cut off, since the API has none.
    fn number(&mut self) -> Option<Json> {
        let start = self.at;
        while matches!(self.peek(), Some(b'-' | b'0'..=b'9')) {
            self.at += 1;
        }
        let whole = &self.text[start..self.at];
        while matches!(self.peek(), Some(b'.' | b'0'..=b'9' | b'e' | b'E' | b'+' | b'-')) {
            self.at += 1;
        }
        whole.parse().ok().map(Json::Number)
    }

    fn string(&mut self) -> Option<String> {
        if !self.eat(b'"') {
            return None;
        }
        let mut out = String::new();
        loop {
            let rest = &self.text[self.at..];
            let plain = rest.find(['"', '\\'])?;
            out.push_str(&rest[..plain]);
            self.at += plain;
            if self.eat(b'"') {
                return Some(out);
            }
            self.at += 1;
            let escape = self.peek()?;
            self.at += 1;
            out.push(match escape {
                b'"' | b'\\' | b'/' => escape as char,
                b'n' => '\n',
                b't' => '\t',
                b'r' => '\r',
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                b'u' => self.unicode()?,
                _ => return None,
            });
        }
    }

    fn unicode(&mut self) -> Option<char> {
        let high = self.hex()?;
        if !(0xD800..0xDC00).contains(&high) {
            return char::from_u32(high);
        }
        if !(self.eat(b'\\') && self.eat(b'u')) {
            return None;
        }
        let low = self.hex()?.checked_sub(0xDC00)?;
        char::from_u32(0x10000 + ((high - 0xD800) << 10) + low)
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_every_kind_are_read() {
        let text = " {\"a\":[1,-20,true,false,null], \"b\" : {\"c\":\"\\u4e2d\\n\\\"\\ud83d\\ude00 文\"},\"d\":1.5} ";
        let mut json = parse(text).unwrap();
        let list = [Json::Number(1), Json::Number(-20), Json::Bool(true), Json::Bool(false), Json::Null];
        assert_eq!(json.take("a"), Json::List(list.to_vec()));
        assert_eq!(json.take("b").take("c"), Json::Text("中\n\"😀 文".into()));
        assert_eq!(json.take("d"), Json::Number(1));
        assert_eq!(json.take("e"), Json::Null);
    }

    #[test]
    fn a_text_survives_writing_and_reading() {
        for text in ["", "窗口\n\"还要\" \\ 照片", "😀"] {
            assert_eq!(parse(&quote(text)), Some(Json::Text(text.into())));
        }
        assert_eq!(quote("a\tb\u{1}"), "\"a b \"");
    }

    #[test]
    fn what_is_no_json_is_refused_and_never_panics() {
        let bad = [
            "",
            "{",
            "[1",
            "\"a",
            "{\"a\"}",
            "{\"a\":1,}x",
            "nul",
            "1 2",
            "\"\\u12\"",
            "\"\\ud800x\"",
            "\"\\中\"",
            "-",
        ];
        for text in bad {
            assert_eq!(parse(text), None, "{text:?}");
        }
        assert_eq!(parse(&"[".repeat(10_000)), None);
    }
}
