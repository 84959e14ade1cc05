//! What was sent: fields of a form, or of an address.

/// No form of ours has more fields; what follows is not read.
const MOST: usize = 200;
/// No field of ours is longer.
const LONGEST: usize = 400;

/// Fields in their order. Not printed anywhere: they hold answers.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads `a=b&c=d`. What cannot be read is left out: nobody is refused for an address.
    pub fn parse(text: &str) -> Self {
        let fields = text.split('&').filter(|field| !field.is_empty() && field.len() <= LONGEST).take(MOST);
        let read = |field: &str| {
            let (name, value) = field.split_once('=').unwrap_or((field, ""));
            Some((decode(name)?, decode(value)?))
        };
        Self(fields.filter_map(read).collect())
    }

    /// The last value of a field, which is that of the button that was pressed.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Every field whose name begins so, by the rest of its name.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.as_str())))
    }
}

/// Percent signs and plus signs undone; `None` for what is no text.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || rest.next().and_then(|byte| (byte as char).to_digit(16));
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            other => other,
        });
    }
    let text = String::from_utf8(bytes).ok()?;
    (!text.contains('\0')).then_some(text)
}

/// An address with parameters, encoded as it is built.
pub fn address(path: &str, params: &[(&str, &str)]) -> String {
    let mut text = path.to_owned();
    let given = params.iter().filter(|(_, value)| !value.is_empty());
    for (at, (name, value)) in given.enumerate() {
        text.push(if at == 0 { '?' } else { '&' });
        text.push_str(name);
        text.push('=');
        encode(value, &mut text);
    }
    text
}

fn encode(text: &str, to: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            to.push(byte as char);
        } else {
            to.push('%');
            to.push(HEX[usize::from(byte >> 4)] as char);
            to.push(HEX[usize::from(byte & 15)] as char);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_is_read_back() {
        let address = address("/proofs", &[("q", "居住 证&明=+%"), ("region", "")]);
        let form = Form::parse(address.split_once('?').unwrap().1);
        assert_eq!(form.get("q"), Some("居住 证&明=+%"));
        assert_eq!(form.get("region"), None);
    }

    #[test]
    fn nonsense_is_left_out_and_the_pressed_button_counts() {
        let form = Form::parse("a=%ff&b=%4&c=1&c=2&d&e=%00&a.x=1");
        assert_eq!((form.get("a"), form.get("b"), form.get("c"), form.get("d")), (None, None, Some("2"), Some("")));
        assert_eq!(form.get("e"), None);
        assert_eq!(form.all("c").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(form.under("a.").collect::<Vec<_>>(), [("x", "1")]);
    }

    #[test]
    fn a_form_without_end_is_read_to_its_bound() {
        let form = Form::parse(&"item=a&".repeat(10_000));
        assert_eq!(form.all("item").count(), MOST);
        assert_eq!(Form::parse(&format!("q={}", "a".repeat(LONGEST))).get("q"), None);
    }
}
