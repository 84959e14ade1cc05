//! Questions and answers that stand in one cell: lines of 问 and 答.

use domain::guide::Faq;

/// Reads `问：…` and `答：…` lines; lines that belong to no question are left out.
pub fn parse(lines: &[String]) -> Vec<Faq> {
    let mut found: Vec<Faq> = Vec::new();
    for line in lines {
        if let Some(question) = after(line, "问") {
            found.push(Faq { question, answer: String::new() });
        } else if let Some(last) = found.last_mut() {
            let text = after(line, "答").unwrap_or_else(|| line.trim().to_owned());
            if !last.answer.is_empty() {
                last.answer.push('\n');
            }
            last.answer.push_str(&text);
        }
    }
    found
}

fn after(line: &str, mark: &str) -> Option<String> {
    let rest = line.trim().strip_prefix(mark)?;
    Some(rest.strip_prefix(['：', ':'])?.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_question_has_the_lines_up_to_the_next_as_its_answer() {
        let lines = ["问：要带户口簿吗？", "答：要。", "原件。", "问：收费吗？", "答：不收。"].map(String::from);
        let faq = parse(&lines);
        assert_eq!(faq.len(), 2);
        assert_eq!(faq[0].answer, "要。\n原件。");
        assert_eq!(faq[1].question, "收费吗？");
    }
}
