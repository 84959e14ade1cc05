//! Phone numbers out of published text: a list, or a paragraph that holds some.

use super::number::half_width;

/// What a text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The numbers, each once, in order.
    pub phones: Vec<String>,
    /// Whether the text is a list of numbers and nothing else.
    pub plain: bool,
}

/// Finds the numbers of a text.
pub fn parse(text: &str) -> Parsed {
    let chars: Vec<char> = text.chars().map(|c| if "–—－﹣".contains(c) { '-' } else { half_width(c) }).collect();
    let mut phones: Vec<String> = Vec::new();
    let mut plain = true;
    let mut at = 0;
    while at < chars.len() {
        let Some((phone, end)) = phone_at(&chars, at) else {
            plain &= "、,;/|和或 \t\n。".contains(chars[at]);
            at = if chars[at].is_ascii_digit() { skip_digits(&chars, at) } else { at + 1 };
            continue;
        };
        if !phones.contains(&phone) {
            phones.push(phone);
        }
        at = end;
    }
    Parsed { plain: plain && !phones.is_empty(), phones }
}

fn skip_digits(chars: &[char], at: usize) -> usize {
    at + chars[at..].iter().take_while(|c| c.is_ascii_digit() || **c == '-').count()
}

/// The number that starts here, and where it ends.
fn phone_at(chars: &[char], at: usize) -> Option<(String, usize)> {
    let starts = chars[at].is_ascii_digit() && (at == 0 || is_edge(chars[at - 1]));
    if !starts {
        return None;
    }
    let mut text = String::new();
    let mut end = at;
    while let Some(c) = chars.get(end) {
        match c {
            c if c.is_ascii_digit() => text.push(*c),
            '-' if chars.get(end + 1).is_some_and(char::is_ascii_digit) => text.push('-'),
            '-' if chars.get(end + 1) == Some(&'-') => {}
            // 020- 12316
            '-' if chars.get(end + 1) == Some(&' ') && chars.get(end + 2).is_some_and(char::is_ascii_digit) => {
                text.push('-');
                end += 1;
            }
            _ => break,
        }
        end += 1;
    }
    if chars.get(end).is_some_and(|c| !is_edge(*c)) || !is_phone(&text) {
        return None;
    }
    if chars.get(end) == Some(&'转') {
        let extension: String = chars[end + 1..].iter().take_while(|c| c.is_ascii_digit()).take(6).collect();
        if !extension.is_empty() {
            end += 1 + extension.len();
            text.push('转');
            text.push_str(&extension);
        }
    }
    Some((text, end))
}

/// Whether a number may end beside this character: not inside an address, a mail, a date or a room number.
fn is_edge(c: char) -> bool {
    !(c.is_ascii_alphanumeric() || "_@=?&.%#-年月日号室元".contains(c))
}

fn is_phone(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    match parts.as_slice() {
        [whole] => match whole.len() {
            5 | 6 => is_short(whole),
            7 | 8 => !whole.starts_with('0') && !whole.starts_with("19") && !whole.starts_with("20"),
            10 => whole.starts_with("400") || whole.starts_with("800"),
            11 | 12 => whole.starts_with('1') && whole.len() == 11 || whole.starts_with('0'),
            _ => false,
        },
        ["400" | "800", a, b] => a.len() + b.len() == 7,
        // 020-12333-9-3: an area, a number, and the keys to press; 12333-9-0 as well.
        [area, number, keys @ ..] if is_area(area) => {
            matches!(number.len(), 5 | 7 | 8) && keys.iter().all(|k| k.len() <= 5)
        }
        [number, keys @ ..] => (is_local(number) || is_short(number)) && keys.iter().all(|k| k.len() <= 5),
        _ => false,
    }
}

fn is_area(text: &str) -> bool {
    matches!(text.len(), 3 | 4) && text.starts_with('0')
}

fn is_short(text: &str) -> bool {
    text.len() == 5 && text.starts_with("12")
        || matches!(text.len(), 5 | 6) && text.starts_with(['9']) && text[1..].starts_with(['5', '6'])
}

fn is_local(text: &str) -> bool {
    matches!(text.len(), 7 | 8) && !text.starts_with(['0', '1'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn phones(text: &str) -> Vec<String> {
        parse(text).phones
    }

    #[test]
    fn a_list_of_numbers_is_read_as_it_stands() {
        for text in [
            "020-34121084",
            "12345",
            "020-12345、024-12333",
            "400-123-4567",
            "13800000000",
            "020-38356454转1",
            "2345678；2345679",
        ] {
            assert!(parse(text).plain, "{text}");
        }
        assert_eq!(phones("020-38818783、38818961"), ["020-38818783", "38818961"]);
        assert_eq!(phones("020－81102000"), ["020-81102000"]);
        assert_eq!(phones("020- 12316"), ["020-12316"]);
        assert_eq!(phones("020-12333-9-3、12333-9-0"), ["020-12333-9-3", "12333-9-0"]);
        assert_eq!(phones("020--12345-1"), ["020-12345-1"]);
    }

    #[test]
    fn numbers_are_found_in_a_paragraph_and_the_rest_is_left_out() {
        let text = "咨询地址：某市某路343号501室。咨询电话号码：020-81723806。网址：http://example.invalid/4294436?id=404005。\
            电子邮箱：441472514@example.invalid。邮政编码：510405。上午08：30-12:00，2020年10月，20201101";
        let parsed = parse(text);
        assert_eq!((parsed.phones, parsed.plain), (vec!["020-81723806".to_owned()], false));
        assert_eq!(phones("拨打12348或020-86350683"), ["12348", "020-86350683"]);
    }

    #[test]
    fn a_text_without_a_number_has_none() {
        assert_eq!(parse("登录网站查询"), Parsed { phones: vec![], plain: false });
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic_and_what_is_found_is_found_again(text in "[0-9\\-转、年 a@号]{0,30}") {
            for phone in phones(&text) {
                prop_assert_eq!(phones(&phone), [phone.clone()]);
            }
        }
    }
}
