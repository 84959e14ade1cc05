//! Paragraphs that stop without an end.

/// Whether a long paragraph of sentences ends in the middle of one.
pub fn is_cut_off(line: &str) -> bool {
    let text = line.trim();
    let sentences = text.matches('。').count();
    let last = text.chars().next_back();
    sentences >= 2 && last.is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c) || matches!(c, ',' | '，' | '、'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_without_an_end_is_found() {
        assert!(is_cut_off("第一句。第二句。对问题线索及时移交省政府督办 "));
        assert!(!is_cut_off("第一句。第二句。第三句。"));
        assert!(!is_cut_off("一、工作推进情况"));
    }
}
