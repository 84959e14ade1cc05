//! One figure with different values in different documents: shown with its date, never merged.

use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    figures: Vec<Figure>,
}

/// A figure that several documents state.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// What it counts.
    pub label: String,
    /// Ways of stating it: words that all stand in one clause.
    ways: Vec<Vec<String>>,
    /// The units in which it is counted.
    units: Vec<String>,
}

/// A statement of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The value with its unit.
    pub value: String,
}

/// The figures that come with the program.
pub fn builtin() -> Vec<Figure> {
    toml::from_str::<List>(include_str!("../../../../data/lint/figures.toml"))
        .map(|list| list.figures)
        .unwrap_or_default()
}

impl Figure {
    /// The value that a line states.
    pub fn find(&self, line: &str) -> Option<String> {
        let clause = line
            .split(['，', ',', '。', '；', ';'])
            .find(|clause| self.ways.iter().any(|words| words.iter().all(|word| clause.contains(word.as_str()))))?;
        counted(clause, &self.units)
    }
}

/// The first number of a clause that one of the units follows, with its unit: 6.8万名.
fn counted(clause: &str, units: &[String]) -> Option<String> {
    let mut at = 0;
    while let Some(start) = clause[at..].find(|c: char| c.is_ascii_digit()).map(|n| at + n) {
        let digits = |c: char| !c.is_ascii_digit() && c != '.' && c != '万' && c != '亿';
        let end = clause[start..].find(digits).map_or(clause.len(), |n| start + n);
        if let Some(unit) = units.iter().find(|unit| clause[end..].starts_with(unit.as_str())) {
            return Some(clause[start..end + unit.len()].to_owned());
        }
        at = end;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_found_with_its_unit() {
        let figures = builtin();
        let stewards = |line| figures.iter().find_map(|figure| figure.find(line));
        assert_eq!(stewards("全省共有19349个企业和项目配备了“项目管家”。").as_deref(), Some("19349个"));
        assert_eq!(stewards("目前，全省已为18132个重点项目和企业配备了项目管家，实现覆盖").as_deref(), Some("18132个"));
        assert_eq!(stewards("目前已为168万户中小微企业和个体工商户匹配管家").as_deref(), Some("168万户"));
        assert_eq!(stewards("帮助解决问题15398个"), None);
    }
}
