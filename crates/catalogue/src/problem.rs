//! What is wrong with a file that the program is given: where and what.

use std::fmt;

/// One problem in one file. Problems are collected, so that a file is mended in one go.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file's name, without its folder.
    pub file: String,
    /// The line, from 1; 0 when it is the file as a whole.
    pub line: u32,
    /// What is wrong and what would be right.
    pub text: String,
}

impl Problem {
    /// A problem of one line.
    pub fn new(file: &str, line: u32, text: impl Into<String>) -> Self {
        Self { file: file.into(), line, text: text.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.text),
            line => write!(f, "{}:{line}: {}", self.file, self.text),
        }
    }
}

impl std::error::Error for Problem {}
