//! One form of a name, and its brackets.

/// The name in one width, without spaces, book marks and what trails behind it.
pub(super) fn fold(name: &str) -> String {
    let folded: String = name.chars().filter_map(fold_char).collect();
    let trimmed = folded.trim_end_matches(['。', '；', ';', '，', ',', '、', '.', ':']);
    without_number(trimmed).to_owned()
}

/// A name without the remarks in its brackets.
#[derive(Debug)]
pub(super) struct Cleaned {
    /// What stands outside.
    pub text: String,
}

impl Cleaned {
    /// Takes the brackets away; `None` when a remark says something that must not be lost.
    pub fn new(folded: &str, says_nothing: impl Fn(&str) -> bool) -> Option<Self> {
        let mut text = String::with_capacity(folded.len());
        let mut rest = folded;
        while let Some(open) = rest.find('(') {
            let close = open + rest[open..].find(')')?;
            if !says_nothing(&rest[open + 1..close]) {
                return None;
            }
            text.push_str(&rest[..open]);
            rest = &rest[close + 1..];
        }
        text.push_str(rest);
        (!text.is_empty()).then_some(Self { text })
    }
}

fn fold_char(c: char) -> Option<char> {
    Some(match c {
        '《' | '》' | '“' | '”' | '「' | '」' | '〈' | '〉' => return None,
        _ if c.is_whitespace() => return None,
        '（' | '〔' | '［' | '[' | '【' => '(',
        '）' | '〕' | '］' | ']' | '】' => ')',
        '／' => '/',
        '：' => ':',
        '\u{FF10}'..='\u{FF19}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    })
}

/// 1、身份证 and (2)身份证 are numbered, 2寸照片 is not.
fn without_number(name: &str) -> &str {
    let rest = name.trim_start_matches('(').trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix(['、', '.', ')', '．']) {
        Some(cut) if rest.len() < name.len() && !cut.is_empty() => cut,
        _ => name,
    }
}
