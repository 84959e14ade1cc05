//! Texts: line by line, and the figures that several of them state.

use super::Fault;
use crate::lint::{
    Code, TextLints,
    figures::{self, Figure, Statement},
    text::Place,
};

/// The texts of one run.
#[derive(Debug)]
pub struct Documents<'l> {
    lints: &'l TextLints,
    figures: Vec<(Figure, Vec<Statement>)>,
}

/// Shorter lines, such as names of speakers, may well be repeated.
const SHORTEST_HEADING: usize = 6;

impl<'l> Documents<'l> {
    /// No text yet.
    pub fn new(lints: &'l TextLints) -> Self {
        Self { lints, figures: figures::builtin().into_iter().map(|figure| (figure, Vec::new())).collect() }
    }

    /// Checks one text.
    pub fn check(&mut self, file: &str, text: &str, each: &mut dyn FnMut(Fault)) {
        let mut last = "";
        let mut findings = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            self.lints.find(line, Place::Document, &mut findings);
            for finding in findings.drain(..) {
                each(Fault::new(finding.code, file, number, finding.text));
            }
            let body = line.trim();
            if !body.is_empty() {
                if body == last && body.chars().count() >= SHORTEST_HEADING {
                    each(Fault::new(Code::Duplicate, file, number, body));
                }
                last = body;
            }
            for (figure, statements) in &mut self.figures {
                if let Some(value) = figure.find(line) {
                    statements.push(Statement { file: file.to_owned(), line: number, value });
                }
            }
        }
    }

    /// Tells the figures that the texts state differently.
    pub fn finish(self, each: &mut dyn FnMut(Fault)) {
        for (figure, statements) in self.figures {
            let first = statements.first().map(|statement| statement.value.clone());
            if statements.iter().all(|statement| Some(&statement.value) == first.as_ref()) {
                continue;
            }
            for statement in statements {
                let text = format!("{}：{}", figure.label, statement.value);
                each(Fault::new(Code::FigureConflict, &statement.file, statement.line, text));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(texts: &[(&str, &str)]) -> Vec<(String, &'static str, u32)> {
        let lints = TextLints::new().unwrap();
        let mut documents = Documents::new(&lints);
        let mut found = Vec::new();
        let mut each = |fault: Fault| found.push((fault.file, fault.code, fault.line));
        for (file, text) in texts {
            documents.check(file, text, &mut each);
        }
        documents.finish(&mut each);
        found
    }

    #[test]
    fn a_heading_that_is_repeated_is_found_once_for_each_repetition() {
        let text = "工作开展情况报告\n\n工作开展情况报告\n\n工作开展情况报告\n正文。";
        assert_eq!(codes(&[("a", text)]), [("a".into(), "duplicate", 3), ("a".into(), "duplicate", 5)]);
    }

    #[test]
    fn one_figure_with_two_values_is_told_in_both_texts() {
        let faults = codes(&[("a", "共为19349个企业配备了项目管家。"), ("b", "已为18132个企业配备了项目管家。")]);
        assert_eq!(faults, [("a".into(), "figure_conflict", 1), ("b".into(), "figure_conflict", 1)]);
        assert_eq!(codes(&[("a", "为10个企业配备了项目管家。"), ("b", "为10个企业配备了项目管家。")]), []);
    }
}
