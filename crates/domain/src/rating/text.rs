//! The words of a rating.

use super::mask::mask;

/// No words are longer, in characters.
pub const LONGEST: usize = 150;

/// Why words cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// More characters than fit.
    #[error("{0} characters, at most {LONGEST}")]
    TooLong(usize),
    /// A character that nobody can read.
    #[error("a control character")]
    Character,
}

/// What is kept of the words: trimmed, with line ends alike, phones and identity numbers masked. Empty ones are none.
pub fn clean(text: &str) -> Result<Option<String>, TextError> {
    let text = text.replace("\r\n", "\n");
    let text = text.trim();
    let length = text.chars().count();
    if length > LONGEST {
        return Err(TextError::TooLong(length));
    }
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(TextError::Character);
    }
    Ok(Some(mask(text).text).filter(|text| !text.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_trimmed_masked_and_not_too_long() {
        assert_eq!(clean("  \n "), Ok(None));
        assert_eq!(clean(" 窗口没人\r\n等了一小时 "), Ok(Some("窗口没人\n等了一小时".into())));
        assert!(!clean("电话13812345678").unwrap().unwrap().contains("1381"));
        assert_eq!(clean(&"好".repeat(150)), Ok(Some("好".repeat(150))));
        assert_eq!(clean(&"好".repeat(151)), Err(TextError::TooLong(151)));
        assert_eq!(clean("a\u{0}b"), Err(TextError::Character));
    }
}
