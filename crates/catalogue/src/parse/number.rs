//! Numbers as they are written in Chinese texts.

/// Turns full-width digits and signs into half-width ones.
pub fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        c => c,
    }
}

/// The value of a Chinese numeral up to 9,999: 二十, 一百八十, 两.
pub fn chinese(text: &str) -> Option<u32> {
    let (mut total, mut digit, mut seen) = (0, None, false);
    for c in text.chars() {
        seen = true;
        match c {
            '零' | '〇' => digit = None,
            '一' => digit = Some(1),
            '二' | '两' | '兩' => digit = Some(2),
            '三' => digit = Some(3),
            '四' => digit = Some(4),
            '五' => digit = Some(5),
            '六' => digit = Some(6),
            '七' => digit = Some(7),
            '八' => digit = Some(8),
            '九' => digit = Some(9),
            '十' => total += digit.take().unwrap_or(1) * 10,
            '百' => total += digit.take()? * 100,
            '千' => total += digit.take()? * 1000,
            _ => return None,
        }
    }
    seen.then_some(total + digit.unwrap_or(0))
}

/// Whether a character occurs in digits or Chinese numerals.
pub fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "零〇一二两兩三四五六七八九十百千".contains(c)
}

/// The value of digits or of a Chinese numeral.
pub fn any(text: &str) -> Option<u32> {
    text.parse().ok().or_else(|| chinese(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals_are_read() {
        for (text, value) in
            [("四", 4), ("十", 10), ("十五", 15), ("二十", 20), ("一百八十", 180), ("两", 2), ("一百零五", 105)]
        {
            assert_eq!(chinese(text), Some(value), "{text}");
        }
        assert_eq!(chinese("四個"), None);
        assert_eq!(chinese(""), None);
    }
}
