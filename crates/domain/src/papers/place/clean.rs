//! One form of a name, and its brackets.

/// The name in one width, without spaces, book marks and what trails behind it.
pub(super) fn fold(name: &str) -> String {
    let folded: String = name.chars().filter_map(fold_char).collect();
    // Part of many full names, and its 和 joins nothing.
    let folded = folded.replace("中华人民共和国", "");
    let trimmed = folded.trim_end_matches(['。', '；', ';', '，', ',', '、', '.', ':']);
    without_number(trimmed).to_owned()
}

/// A name and the remarks in its brackets that say something.
#[derive(Debug)]
pub(super) struct Cleaned<'a> {
    /// What stands outside.
    pub text: String,
    /// Remarks that cannot be left out.
    pub said: Vec<&'a str>,
}

impl<'a> Cleaned<'a> {
    /// Takes the brackets away; `None` when one is never closed or nothing stands outside.
    pub fn new(folded: &'a str, says_nothing: impl Fn(&str) -> bool) -> Option<Self> {
        let mut text = String::with_capacity(folded.len());
        let mut said = Vec::new();
        let mut rest = folded;
        while let Some(open) = rest.find('(') {
            let close = open + rest[open..].find(')')?;
            said.extend(Some(&rest[open + 1..close]).filter(|remark| !says_nothing(remark)));
            text.push_str(&rest[..open]);
            rest = &rest[close + 1..];
        }
        text.push_str(rest);
        (!text.is_empty()).then_some(Self { text, said })
    }
}

/// What the paper holds, when a remark says that: 含首页.
pub(super) fn held(remark: &str) -> Option<&str> {
    ["包括", "包含", "含", "及"].iter().find_map(|word| remark.strip_prefix(word)).filter(|rest| !rest.is_empty())
}

/// Whether a name says no more than that it is a paper, so that its brackets say which.
pub(super) fn is_any_paper(text: &str) -> bool {
    ["文件", "证件", "证照", "证明", "材料", "资料", "凭证"].iter().any(|word| text.ends_with(word))
}

fn fold_char(c: char) -> Option<char> {
    Some(match c {
        '《' | '》' | '“' | '”' | '「' | '」' | '〈' | '〉' => return None,
        _ if c.is_whitespace() => return None,
        '（' | '〔' | '［' | '[' | '【' => '(',
        '）' | '〕' | '］' | ']' | '】' => ')',
        '／' => '/',
        '：' => ':',
        '薄' => '簿',
        '帐' => '账',
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
