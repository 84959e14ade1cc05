//! The value of a field out of a row: null words, value tables, labels, lists, and the lints of text.

use std::{collections::HashSet, sync::Arc};

use domain::terms::TimeUnit;
use serde_json::{Map, Value as Json};

use super::problem::Found;
use crate::{
    lint::{Code, Finding, Severity, TextLints, text::Place},
    mapping::{Field, FieldKind, Mapping, Source, TableMapping, Unit},
    parse::{phone, span},
    read::Cell,
};

/// What a row says of one field.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Value {
    /// The texts; one for a field that is no list.
    pub texts: Vec<String>,
    /// The objects of a nested list.
    pub objects: Vec<Values>,
    /// The unit of a bare number.
    pub unit: Option<TimeUnit>,
    /// What separates a law from its article.
    pub article_after: Option<String>,
}

/// What a row says, by field.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Values {
    found: Vec<(Field, Value)>,
    /// The fields that the row empties.
    cleared: Vec<Field>,
}

impl Values {
    /// Takes a field's value out.
    pub fn take(&mut self, field: Field) -> Option<Value> {
        let at = self.found.iter().position(|(known, _)| *known == field)?;
        Some(self.found.swap_remove(at).1)
    }

    /// The text of a field, left where it is.
    pub fn peek(&self, field: Field) -> Option<&str> {
        let (_, value) = self.found.iter().find(|(known, _)| *known == field)?;
        value.texts.first().map(String::as_str)
    }

    /// Takes the text of a field out.
    pub fn text(&mut self, field: Field) -> Option<String> {
        self.take(field)?.texts.into_iter().next()
    }

    /// Takes the list of a field out.
    pub fn list(&mut self, field: Field) -> Vec<String> {
        self.take(field).map(|value| value.texts).unwrap_or_default()
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The fields that the row empties.
    pub fn cleared(&self) -> &[Field] {
        &self.cleared
    }

    /// Empties a field, unless another column says something of it.
    fn clear(&mut self, field: Field) {
        if !self.cleared.contains(&field) {
            self.cleared.push(field);
        }
    }

    fn add(&mut self, field: Field, value: Value) {
        if value.texts.is_empty() && value.objects.is_empty() {
            return;
        }
        if !is_list(field) && self.cleared.contains(&field) {
            // The column before this one has already said that there is nothing.
            return;
        }
        match self.found.iter_mut().find(|(known, _)| *known == field) {
            // Several columns of a list add up; of anything else the first that says something counts.
            Some((_, old)) if is_list(field) => {
                old.texts.extend(value.texts);
                old.objects.extend(value.objects);
            }
            Some(_) => {}
            None => self.found.push((field, value)),
        }
    }
}

fn is_list(field: Field) -> bool {
    matches!(field.kind(), FieldKind::List | FieldKind::PlainList | FieldKind::Phones)
}

/// Reads the fields of a table's rows.
pub struct Reader<'m> {
    lints: &'m TextLints,
    nulls: HashSet<&'m str>,
    clear: Option<&'m str>,
    fields: Vec<Bound<'m>>,
}

/// What a clerk writes to empty a field, where the mapping has no word of its own.
pub const CLEAR: [&str; 2] = ["（清空）", "(清空)"];

struct Bound<'m> {
    field: Field,
    source: &'m Source,
    column: Option<Arc<str>>,
    at: Option<usize>,
    unit_at: Option<usize>,
}

/// The null words that come with the program.
pub fn common_null_words() -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct List {
        null_words: Vec<String>,
    }
    toml::from_str::<List>(include_str!("../../../../data/lint/null_words.toml"))
        .map(|l| l.null_words)
        .unwrap_or_default()
}

impl<'m> Reader<'m> {
    /// A reader for rows whose cells stand in the order of `columns`.
    pub fn new(
        mapping: &'m Mapping,
        table: &'m TableMapping,
        columns: &[String],
        common: &'m [String],
        lints: &'m TextLints,
    ) -> Self {
        let position = |name: &String| columns.iter().position(|column| column == name);
        let bind = |(field, source): &'m (Field, Source)| Bound {
            field: *field,
            source,
            column: source.column.as_deref().map(Arc::from),
            at: source.column.as_ref().and_then(position),
            unit_at: match &source.unit {
                Some(Unit::Column(column, _)) => position(column),
                Some(Unit::Constant(_)) | None => None,
            },
        };
        let nulls = common.iter().chain(&mapping.null_words).map(String::as_str).collect();
        Self { lints, nulls, clear: mapping.clear.as_deref(), fields: table.fields.iter().map(bind).collect() }
    }

    /// Whether a cell asks for its field to be emptied.
    fn clears(&self, cell: &Cell) -> bool {
        let Cell::Text(text) = cell else { return false };
        match self.clear {
            Some(word) => text.trim() == word,
            None => CLEAR.contains(&text.trim()),
        }
    }

    /// The values of a row; its problems go to `problems`.
    pub fn read(&self, cells: &[Cell], problems: &mut Vec<Found>) -> Values {
        let mut values = Values::default();
        for bound in &self.fields {
            let mut texts = Texts { reader: self, bound, problems, value: Value::default() };
            match bound.at.and_then(|at| cells.get(at)) {
                Some(cell) if self.clears(cell) => values.clear(bound.field),
                Some(Cell::Text(text)) => texts.cell(text),
                Some(Cell::List(list)) => texts.list(list),
                Some(Cell::Empty) => {}
                None => texts.value.texts.extend(bound.source.constant.clone()),
            }
            let mut value = texts.value;
            value.unit = unit(bound.source, bound.unit_at.and_then(|at| cells.get(at)));
            value.article_after.clone_from(&bound.source.article_after);
            values.add(bound.field, value);
        }
        // A column that says something outweighs one that is emptied.
        values.cleared.retain(|field| values.found.iter().all(|(found, _)| found != field));
        values
    }

    fn object(&self, sources: &'m [(Field, Source)], object: &Map<String, Json>, problems: &mut Vec<Found>) -> Values {
        let mut values = Values::default();
        for (field, source) in sources {
            let column = source.column.as_deref().map(Arc::from);
            let bound = Bound { field: *field, source, column, at: None, unit_at: None };
            let mut texts = Texts { reader: self, bound: &bound, problems, value: Value::default() };
            match source.column.as_ref().and_then(|column| object.get(column)) {
                Some(Json::String(text)) => texts.cell(text),
                Some(Json::Array(list)) => texts.list(list),
                Some(Json::Null | Json::Object(_)) => {}
                Some(other) => texts.cell(&other.to_string()),
                None => texts.value.texts.extend(source.constant.clone()),
            }
            let mut value = texts.value;
            value.unit = unit(source, None);
            values.add(*field, value);
        }
        values
    }
}

fn unit(source: &Source, cell: Option<&Cell>) -> Option<TimeUnit> {
    match (&source.unit, cell) {
        (Some(Unit::Constant(unit)), _) => span::read_unit(unit),
        (Some(Unit::Column(_, values)), Some(Cell::Text(text))) => {
            span::read_unit(values.get(text.trim()).map_or(text.trim(), String::as_str))
        }
        _ => None,
    }
}

struct Texts<'a, 'm> {
    reader: &'a Reader<'m>,
    bound: &'a Bound<'m>,
    problems: &'a mut Vec<Found>,
    value: Value,
}

impl Texts<'_, '_> {
    fn problem(&mut self, code: Code, text: &str) {
        let found = Found { code, field: Some(self.bound.field), column: self.bound.column.clone(), text: text.into() };
        self.problems.push(found);
    }

    fn list(&mut self, list: &[Json]) {
        for part in list {
            match part {
                Json::String(text) => self.cell(text),
                Json::Object(object) => {
                    let values = self.reader.object(&self.bound.source.each, object, self.problems);
                    if !values.is_empty() {
                        self.value.objects.push(values);
                    }
                }
                Json::Null => {}
                other => self.cell(&other.to_string()),
            }
        }
    }

    fn cell(&mut self, cell: &str) {
        let text = cell.trim();
        if text.is_empty() {
            return;
        }
        if is_list(self.bound.field)
            && text.starts_with('[')
            && let Ok(list) = serde_json::from_str::<Vec<Json>>(text)
        {
            return self.list(&list);
        }
        let source = self.bound.source;
        if let Some(value) = source.values.get(text) {
            return self.push(value);
        }
        if self.reader.nulls.contains(text) || source.null_words.iter().any(|word| word == text) {
            return self.problem(Code::NullWord, cell);
        }
        if let Some(value) = source.values.get("*") {
            return self.push(value);
        }
        let text = match source.strip_prefix.iter().find_map(|label| text.strip_prefix(label.as_str())) {
            Some(rest) => {
                self.problem(Code::LabelPrefix, cell);
                rest.trim_start()
            }
            None => text,
        };
        let repaired = self.lint(text);
        if self.bound.field.kind() == FieldKind::Phones {
            return self.phones(text, cell);
        }
        match repaired {
            Some(repaired) => self.split(&repaired),
            None => self.split(text),
        }
    }

    fn phones(&mut self, text: &str, cell: &str) {
        let parsed = phone::parse(text);
        if !parsed.plain {
            self.problem(if parsed.phones.is_empty() { Code::BadValue } else { Code::PhoneText }, cell);
        }
        self.value.texts.extend(parsed.phones);
    }

    fn push(&mut self, text: &str) {
        if !text.is_empty() {
            self.value.texts.push(text.to_owned());
        }
    }

    fn lint(&mut self, text: &str) -> Option<String> {
        let place = match self.bound.field.kind() {
            FieldKind::Words | FieldKind::List => Place::Words,
            FieldKind::Plain | FieldKind::PlainList | FieldKind::Span | FieldKind::Phones => Place::Plain,
        };
        let mut findings: Vec<Finding> = Vec::new();
        self.reader.lints.find(text, place, &mut findings);
        let mut repaired = None;
        for finding in findings {
            // A repair keeps the whole text as published; the rest shows the words and some around them.
            let keeps = finding.code.severity() == Severity::Repair;
            self.problem(finding.code, if keeps { text } else { &finding.text });
            repaired = finding.repaired.or(repaired);
        }
        repaired
    }

    fn split(&mut self, text: &str) {
        const WORDS: &[&str] = &["\n", "|"];
        const PLAIN: &[&str] = &["\n", "|", "、", "，", ",", "；", ";"];
        let separators: Vec<&str> = match (&self.bound.source.split, self.bound.field.kind()) {
            (Some(split), _) => split.iter().map(String::as_str).collect(),
            (None, FieldKind::List) => WORDS.to_vec(),
            (None, FieldKind::PlainList) => PLAIN.to_vec(),
            (None, FieldKind::Words | FieldKind::Plain | FieldKind::Span | FieldKind::Phones) => Vec::new(),
        };
        let mut rest = text;
        loop {
            let next = separators.iter().filter_map(|mark| rest.find(mark).map(|at| (at, mark.len()))).min();
            let (part, after) = match next {
                Some((at, len)) => (&rest[..at], Some(&rest[at + len..])),
                None => (rest, None),
            };
            self.push(part.trim());
            match after {
                Some(after) => rest = after,
                None => return,
            }
        }
    }
}

#[cfg(test)]
mod tests;
