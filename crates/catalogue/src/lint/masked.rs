//! Names that someone masked with asterisks: **区.

/// The byte range of the first run of asterisks that stands for a name.
pub fn find(line: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(at) = line[from..].find("**").map(|at| from + at) {
        let end = at + line[at..].chars().take_while(|c| *c == '*').count();
        let near = line[..at].chars().next_back().into_iter().chain(line[end..].chars().next());
        // Markdown bold and rules of asterisks are no names.
        if end - at <= 3 && near.into_iter().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
            return Some((at, end));
        }
        from = end;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_name_is_found() {
        assert_eq!(find("《**区方案》"), Some((3, 5)));
        assert!(find("平安**建设").is_some());
        assert_eq!(find("*********"), None);
        assert_eq!(find("必填项*"), None);
    }
}
