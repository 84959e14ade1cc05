//! Writes answers as JSON, byte for byte as `serde_json` writes the wire types, with a fraction of the code.
//!
//! Both hosts write with it, so an answer of the phone is the answer of the server. A test holds it to serde's form.

mod types;

pub use types::Contact;

/// The JSON text of a value.
pub fn to_json(value: &impl ToJson) -> String {
    // A page of ten hits needs no second piece of memory.
    let mut out = String::with_capacity(8 * 1024);
    value.put(&mut out);
    out
}

/// What can be written as JSON.
pub trait ToJson {
    /// Appends the value.
    fn put(&self, out: &mut String);
}

impl ToJson for str {
    fn put(&self, out: &mut String) {
        out.push('"');
        let mut rest = self;
        // What needs no escape is copied in one go.
        while let Some(at) = rest.bytes().position(|byte| byte < 0x20 || byte == b'"' || byte == b'\\') {
            let (plain, from) = rest.split_at(at);
            out.push_str(plain);
            let byte = from.as_bytes().first().copied().unwrap_or_default();
            put_escape(byte, out);
            rest = from.get(1..).unwrap_or_default();
        }
        out.push_str(rest);
        out.push('"');
    }
}

fn put_escape(byte: u8, out: &mut String) {
    out.push('\\');
    match byte {
        b'"' | b'\\' => out.push(byte as char),
        b'\n' => out.push('n'),
        b'\r' => out.push('r'),
        b'\t' => out.push('t'),
        0x08 => out.push('b'),
        0x0c => out.push('f'),
        control => {
            out.push_str(if control < 0x10 { "u000" } else { "u001" });
            out.push(char::from_digit(u32::from(control & 15), 16).unwrap_or('0'));
        }
    }
}

impl<T: ToJson + ?Sized> ToJson for &T {
    fn put(&self, out: &mut String) {
        (**self).put(out);
    }
}

impl ToJson for String {
    fn put(&self, out: &mut String) {
        self.as_str().put(out);
    }
}

impl ToJson for bool {
    fn put(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl ToJson for u32 {
    fn put(&self, out: &mut String) {
        put_digits(*self, 1, out);
    }
}

impl ToJson for u16 {
    fn put(&self, out: &mut String) {
        u32::from(*self).put(out);
    }
}

impl ToJson for u8 {
    fn put(&self, out: &mut String) {
        u32::from(*self).put(out);
    }
}

/// A number as text; `format!` would cost the phone's module some kilobytes.
pub(crate) fn digits(number: u32) -> String {
    let mut out = String::new();
    put_digits(number, 1, &mut out);
    out
}

/// A number with at least so many digits.
fn put_digits(mut number: u32, least: usize, out: &mut String) {
    let mut digits = [0; 10];
    let mut count = 0;
    while number > 0 || count < least {
        digits[count] = b'0' + (number % 10) as u8;
        number /= 10;
        count += 1;
    }
    out.extend(digits[..count].iter().rev().map(|&digit| char::from(digit)));
}

impl<T: ToJson> ToJson for Option<T> {
    fn put(&self, out: &mut String) {
        match self {
            Some(value) => value.put(out),
            None => out.push_str("null"),
        }
    }
}

impl<T: ToJson> ToJson for [T] {
    fn put(&self, out: &mut String) {
        out.push('[');
        for (at, value) in self.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            value.put(out);
        }
        out.push(']');
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn put(&self, out: &mut String) {
        self.as_slice().put(out);
    }
}

/// Whether a member that may be left out is there.
trait Present {
    fn present(&self) -> bool;
}

impl<T> Present for Option<T> {
    fn present(&self) -> bool {
        self.is_some()
    }
}

impl<T> Present for Vec<T> {
    fn present(&self) -> bool {
        !self.is_empty()
    }
}

/// Begins a member of an object.
fn put_name(name: &str, out: &mut String) {
    if !out.ends_with('{') {
        out.push(',');
    }
    out.push('"');
    out.push_str(name);
    out.push_str("\":");
}

#[cfg(test)]
mod tests;
