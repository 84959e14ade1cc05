//! Where the value of one field comes from.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Field;

/// Columns, constants and rules that give one field its value.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// The column, or the JSON key.
    pub column: Option<String>,
    /// The value when there is no column.
    pub constant: Option<String>,
    /// Published texts and the values they stand for; `*` stands for every other text, "" for no value.
    pub values: BTreeMap<String, String>,
    /// Texts that mean "nothing published" in this column, besides those of the whole mapping.
    pub null_words: Vec<String>,
    /// Labels that stand before the value in the cell and are taken off.
    pub strip_prefix: Vec<String>,
    /// What separates the parts of a list in one cell; `None` is what its kind of field has as a rule.
    pub split: Option<Vec<String>>,
    /// The unit of a span that is published as a bare number.
    pub unit: Option<Unit>,
    /// What separates a law from its article in one cell.
    pub article_after: Option<String>,
    /// The fields of each object, when the cell is a JSON list of objects.
    pub each: Vec<(Field, Source)>,
}

/// The unit of a bare number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// The same unit in every row.
    Constant(String),
    /// Another column, whose texts are looked up in the unit's own values.
    Column(String, BTreeMap<String, String>),
}

/// A source as it is written: a bare column name, a table of rules, or several of them.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum RawSources {
    Column(String),
    Many(Vec<RawSources>),
    Table(Box<RawSource>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSource {
    column: Option<String>,
    constant: Option<String>,
    #[serde(default)]
    values: BTreeMap<String, String>,
    #[serde(default)]
    null_words: Vec<String>,
    #[serde(default)]
    strip_prefix: Vec<String>,
    split: Option<Vec<String>>,
    unit: Option<String>,
    unit_column: Option<String>,
    #[serde(default)]
    unit_values: BTreeMap<String, String>,
    article_after: Option<String>,
    #[serde(default)]
    each: BTreeMap<String, RawSources>,
}

impl RawSources {
    /// The sources in order; problems go to `problems` with the field's name.
    pub(super) fn resolve(self, field: Field, problems: &mut Vec<String>) -> Vec<Source> {
        match self {
            Self::Column(column) => vec![Source { column: Some(column), ..Source::default() }],
            Self::Many(many) => many.into_iter().flat_map(|raw| raw.resolve(field, problems)).collect(),
            Self::Table(raw) => vec![raw.resolve(field, problems)],
        }
    }
}

impl RawSource {
    fn resolve(self, field: Field, problems: &mut Vec<String>) -> Source {
        let name = field.name();
        if self.column.is_some() == self.constant.is_some() {
            problems.push(format!("{name}: give either a column or a constant"));
        }
        if !self.each.is_empty() && !matches!(field, Field::Materials | Field::Steps | Field::Path | Field::RedLines) {
            problems.push(format!("{name}: `each` is for lists of materials, steps, path and red lines"));
        }
        let unit = match (self.unit, self.unit_column) {
            (Some(unit), None) => Some(Unit::Constant(unit)),
            (None, Some(column)) => Some(Unit::Column(column, self.unit_values)),
            (None, None) => None,
            (Some(_), Some(_)) => {
                problems.push(format!("{name}: give either unit or unit_column"));
                None
            }
        };
        let each = resolve_fields(self.each, problems);
        Source {
            column: self.column,
            constant: self.constant,
            values: self.values,
            null_words: self.null_words,
            strip_prefix: self.strip_prefix,
            split: self.split,
            unit,
            article_after: self.article_after,
            each,
        }
    }
}

/// Turns the written field table into sources, one entry for each source in order.
pub(super) fn resolve_fields(raw: BTreeMap<String, RawSources>, problems: &mut Vec<String>) -> Vec<(Field, Source)> {
    let mut fields = Vec::new();
    for (name, sources) in raw {
        match Field::find(&name) {
            Some(field) => fields.extend(sources.resolve(field, problems).into_iter().map(|source| (field, source))),
            None => problems.push(format!("{name}: no such field")),
        }
    }
    fields
}
