//! Known queries: what people ask, and the items that answer it.

use std::{fs, path::Path};

/// A query, and the codes that answer it; without codes nobody said what is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// What is asked.
    pub query: String,
    /// Codes of items, ours or as imported.
    pub accept: Vec<String>,
}

/// Reads the queries of files: a query, a tab, its codes joined by `|`. A line of a query alone will do.
pub fn read(files: &[impl AsRef<Path>]) -> Result<Vec<Known>, Vec<String>> {
    let mut known = Vec::new();
    let mut errors = Vec::new();
    for file in files {
        match fs::read_to_string(file.as_ref()) {
            Ok(text) => known.extend(text.lines().filter_map(line)),
            Err(error) => errors.push(format!("{}: {error}", file.as_ref().display())),
        }
    }
    if errors.is_empty() { Ok(known) } else { Err(errors) }
}

fn line(line: &str) -> Option<Known> {
    let mut cells = line.trim_end().split('\t');
    let query = cells.next().filter(|query| !query.is_empty() && !query.starts_with('#') && *query != "query")?;
    let codes = cells.next().unwrap_or_default().split('|').filter(|code| !code.is_empty());
    Some(Known { query: query.into(), accept: codes.map(str::to_owned).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_the_header_are_no_queries_and_codes_may_be_missing() {
        let lines = ["# source: made up", "query\taccept\tkind", "下岗了\ta|b\tplain", "户口", ""];
        let known: Vec<Known> = lines.into_iter().filter_map(line).collect();
        assert_eq!(known.len(), 2);
        assert_eq!(known[0].accept, ["a", "b"]);
        assert!(known[1].accept.is_empty());
    }
}
