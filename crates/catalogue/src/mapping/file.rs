//! The mapping file as a whole.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{Level, Region, RegionCode, RegionKind};
use serde::Deserialize;

use super::{
    Field, Source, Unit,
    source::{RawSources, resolve_fields},
};

/// Why a text is not a mapping.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct MappingError(pub String);

/// What a source says and how to read it.
#[derive(Debug, Clone)]
pub struct Mapping {
    /// Part of our item codes: never change it, and our codes stay the same.
    pub id: String,
    /// What people call the source.
    pub name: String,
    /// The date of the data; the clock is never asked.
    pub data_date: NaiveDate,
    /// Who approved the data, when someone did.
    pub approver: Option<String>,
    /// The data is an example and is marked so wherever it is shown.
    pub sample: bool,
    /// Texts that mean "nothing published", besides the common ones.
    pub null_words: Vec<String>,
    /// What a clerk writes to empty a field; without it, `（清空）`.
    pub clear: Option<String>,
    /// Regions that the source brings along.
    pub regions: Vec<Region>,
    /// The tables.
    pub tables: Vec<TableMapping>,
}

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// One step of a path.
    Path,
    /// One step of the handling.
    Steps,
    /// One red line.
    RedLines,
    /// One material.
    Materials,
    /// One material that may be brought later.
    Tolerances,
    /// One place.
    Places,
    /// More fields of an item that another table brings.
    Guides,
    /// One item, published in the row's region when it names one.
    Items,
    /// One publication of an item that another table brings.
    Publications,
}

/// Rows whose levels hold this one are published in that region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishAt {
    /// The level that the row must name.
    pub level: Level,
    /// The region that publishes it.
    pub region: RegionCode,
}

/// How one table is read.
#[derive(Debug, Clone)]
pub struct TableMapping {
    /// Name of the sheet, or of the file without its ending; `None` fits every table.
    pub table: Option<String>,
    /// What its rows are.
    pub holds: Holds,
    /// The row that names the columns, from 1.
    pub header_row: u32,
    /// The field that tells one item from another.
    pub identity: Field,
    /// Where rows without a region are published.
    pub publish_at: Vec<PublishAt>,
    /// The fields and their sources; a field with several sources occurs several times.
    pub fields: Vec<(Field, Source)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMapping {
    id: String,
    name: String,
    data_date: String,
    approver: Option<String>,
    #[serde(default)]
    sample: bool,
    #[serde(default)]
    null_words: Vec<String>,
    clear: Option<String>,
    #[serde(default)]
    regions: Vec<RawRegion>,
    tables: Vec<RawTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRegion {
    code: String,
    name: String,
    level: Level,
    kind: Option<RegionKind>,
    parent: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTable {
    table: Option<String>,
    holds: Holds,
    header_row: Option<u32>,
    identity: Option<String>,
    #[serde(default)]
    publish_at: Vec<RawPublishAt>,
    fields: BTreeMap<String, RawSources>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPublishAt {
    level: Level,
    region: String,
}

impl Mapping {
    /// Reads a mapping; every problem is returned, not only the first.
    pub fn parse(text: &str) -> Result<Self, Vec<MappingError>> {
        let raw: RawMapping = toml::from_str(text).map_err(|error| vec![MappingError(error.to_string())])?;
        let mut problems = Vec::new();
        let data_date = raw.data_date.parse().unwrap_or_else(|error| {
            problems.push(format!("data_date: {error}"));
            NaiveDate::default()
        });
        if raw.clear.as_ref().is_some_and(|word| word.trim() != word || word.is_empty()) {
            problems.push("clear: a word without blanks around it".into());
        }
        let regions = raw.regions.into_iter().filter_map(|region| region.resolve(&mut problems)).collect();
        let tables = raw.tables.into_iter().map(|table| table.resolve(&mut problems)).collect();
        if !problems.is_empty() {
            return Err(problems.into_iter().map(MappingError).collect());
        }
        let RawMapping { id, name, approver, sample, null_words, clear, .. } = raw;
        Ok(Self { id, name, data_date, approver, sample, null_words, clear, regions, tables })
    }

    /// The table mapping for a sheet or file of this name.
    pub fn find_table(&self, name: &str) -> Option<&TableMapping> {
        self.tables.iter().find(|table| table.table.as_deref().is_none_or(|wanted| wanted == name))
    }
}

impl TableMapping {
    /// The columns that the fields read, each once.
    pub fn columns(&self) -> Vec<String> {
        let mut columns: Vec<String> = Vec::new();
        for (_, source) in &self.fields {
            let unit = match &source.unit {
                Some(Unit::Column(column, _)) => Some(column),
                Some(Unit::Constant(_)) | None => None,
            };
            for column in source.column.iter().chain(unit) {
                if !columns.contains(column) {
                    columns.push(column.clone());
                }
            }
        }
        columns
    }
}

fn region_code(text: &str, problems: &mut Vec<String>) -> Option<RegionCode> {
    RegionCode::parse(text).map_err(|error| problems.push(format!("region {text}: {error}"))).ok()
}

impl RawRegion {
    fn resolve(self, problems: &mut Vec<String>) -> Option<Region> {
        let kind = self.kind.or(match self.level {
            Level::Nation => None,
            Level::Province => Some(RegionKind::Province),
            Level::City => Some(RegionKind::City),
            Level::County => Some(RegionKind::County),
            Level::Township => Some(RegionKind::Township),
            Level::Village => Some(RegionKind::Village),
        });
        let Some(kind) = kind else {
            problems.push(format!("region {}: give its kind", self.code));
            return None;
        };
        let parent = match &self.parent {
            Some(parent) => Some(region_code(parent, problems)?),
            None => None,
        };
        Some(Region { code: region_code(&self.code, problems)?, name: self.name, kind, level: self.level, parent })
    }
}

impl RawTable {
    fn resolve(self, problems: &mut Vec<String>) -> TableMapping {
        let fields = resolve_fields(self.fields, problems);
        let identity = match self.identity.as_deref() {
            Some(name) => Field::find(name).unwrap_or_else(|| {
                problems.push(format!("identity: {name} is no field"));
                Field::SourceCode
            }),
            None => Field::SourceCode,
        };
        let has = |field: Field| fields.iter().any(|(known, _)| *known == field);
        if !has(identity) && !has(Field::Code) {
            problems.push(format!("a table needs {} to tell items apart", identity.name()));
        }
        if self.holds == Holds::Items && !has(Field::Name) {
            problems.push("a table of items needs a name".into());
        }
        if self.holds == Holds::Publications && !has(Field::Region) {
            problems.push("a table of publications needs a region".into());
        }
        let publish_at = self
            .publish_at
            .into_iter()
            .filter_map(|at| Some(PublishAt { level: at.level, region: region_code(&at.region, problems)? }))
            .collect();
        TableMapping {
            table: self.table,
            holds: self.holds,
            header_row: self.header_row.unwrap_or(1).max(1),
            identity,
            publish_at,
            fields,
        }
    }
}
