//! The tokens that every peer gets: half width, lower case, pairs of Chinese characters, whole words of letters.

/// Half width and lower case; every mark is a space.
pub fn fold(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(' '),
        c => c,
    };
    text.chars().map(narrow).flat_map(char::to_lowercase).map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect()
}

/// The tokens of a text, each as often as it stands there.
pub fn tokens(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut out = Vec::new();
    for run in folded.split(' ').filter(|run| !run.is_empty()) {
        let chars: Vec<char> = run.chars().collect();
        for same in chars.chunk_by(|a, b| a.is_ascii() == b.is_ascii()) {
            if same[0].is_ascii() || same.len() == 1 {
                out.push(same.iter().collect());
            } else {
                out.extend(same.windows(2).map(|pair| pair.iter().collect::<String>()));
            }
        }
    }
    out
}

/// The different tokens of some texts, in order.
pub fn distinct<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for token in texts.into_iter().flat_map(tokens) {
        if !out.contains(&token) {
            out.push(token);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_cut_into_pairs_and_letters_into_words() {
        assert_eq!(tokens("ＥＴＣ办理（新办）"), ["etc", "办理", "新办"]);
        assert_eq!(tokens("身份证"), ["身份", "份证"]);
        assert_eq!(tokens("证"), ["证"]);
    }
}
