//! Garbled text: lost bytes, wrong encodings, characters that no screen shows.

/// The byte range of the first garbled part of a line.
pub fn find(line: &str) -> Option<(usize, usize)> {
    if line.is_ascii() {
        return ascii(line);
    }
    const SIGNS: &[&str] = &["锟斤拷", "烫烫烫", "屯屯屯", "锘縣", "Ã¤", "Ã¥", "Ã©", "â€", "ï¿½", "ä¸", "å…", "çš„"];
    if let Some(hit) = SIGNS.iter().find_map(|sign| line.find(sign).map(|at| (at, at + sign.len()))) {
        return Some(hit);
    }
    let bad = |c: char| matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{80}'..='\u{9f}' | '\0'..='\u{8}');
    line.char_indices().find(|(_, c)| bad(*c)).map(|(at, c)| (at, at + c.len_utf8())).or_else(|| ascii(line))
}

/// Question marks in the place of characters that were lost: `政务公开?>?`, `??市`.
fn ascii(line: &str) -> Option<(usize, usize)> {
    ["?>?", "???"].iter().find_map(|sign| line.find(sign).map(|at| (at, at + sign.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn garbled_text_is_found() {
        for line in ["身份\u{fffd}补领", "锟斤拷锟斤拷", "政务公开?>? 新闻发布会", "å…¬å®‰å±€", "\u{e863}事项", "???市"]
        {
            assert!(find(line).is_some(), "{line}");
        }
    }

    #[test]
    fn plain_questions_and_web_addresses_are_not_garbled() {
        for line in ["怎么办?去哪办??", "https://x.cn/a?b=1&c=?", "补领身份证（café）"] {
            assert_eq!(find(line), None, "{line}");
        }
    }
}
