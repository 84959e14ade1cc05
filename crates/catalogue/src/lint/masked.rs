//! Names that someone masked with asterisks: **区.

/// Calls `found` with the byte range of every run of asterisks that stands for a name.
pub fn find(line: &str, found: &mut dyn FnMut(usize, usize)) {
    let mut from = 0;
    while let Some(at) = line[from..].find("**").map(|at| from + at) {
        let end = at + line[at..].chars().take_while(|c| *c == '*').count();
        let mut near = line[..at].chars().next_back().into_iter().chain(line[end..].chars().next());
        // Bold text and rules of asterisks are no names.
        if end - at <= 3 && near.any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
            found(at, end);
        }
        from = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(line: &str) -> Vec<(usize, usize)> {
        let mut all = Vec::new();
        find(line, &mut |start, end| all.push((start, end)));
        all
    }

    #[test]
    fn every_masked_name_is_found() {
        assert_eq!(all("《**区方案》"), [(3, 5)]);
        assert_eq!(all("平安**建设，**区").len(), 2);
        assert_eq!(all("*********"), []);
        assert_eq!(all("必填项*"), []);
    }
}
