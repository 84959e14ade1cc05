//! The table of items of the sample catalogue.

use std::collections::{BTreeMap, HashMap};

use domain::{
    Audience, Item, ItemCode, ItemKind, Level,
    provenance::{Origin, Provenance},
};

use super::{TABLE, guides::CheckedGuide};
use crate::problem::Problem;

const COLUMNS: [&str; 11] = [
    "code",
    "name",
    "plain_name",
    "aliases",
    "department",
    "theme",
    "audience",
    "levels",
    "kind",
    "popularity",
    "guide",
];

/// Reads the table; every row that cannot be used becomes a problem.
pub(super) fn parse(text: &str, guides: &BTreeMap<String, CheckedGuide>, problems: &mut Vec<Problem>) -> Vec<Item> {
    let mut lines = (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
    let header: Vec<&str> = lines.next().map(|(_, line)| line.split('\t').collect()).unwrap_or_default();
    if header != COLUMNS {
        problems.push(Problem::new(TABLE, 1, format!("the columns must be {}", COLUMNS.join(", "))));
        return Vec::new();
    }
    let mut items = Vec::new();
    let mut lines_of: HashMap<ItemCode, u32> = HashMap::new();
    for (line, row) in lines {
        let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
        let mut faults = Vec::new();
        let item = read_row(&cells, line, guides, &mut faults);
        if let Some(item) = &item
            && let Some(first) = lines_of.insert(item.code.clone(), line)
        {
            faults.push(format!("{} stands in line {first} already", item.code));
        }
        if faults.is_empty() {
            items.extend(item);
        }
        problems.extend(faults.into_iter().map(|text| Problem::new(TABLE, line, text)));
    }
    items
}

fn read_row(
    cells: &[&str],
    line: u32,
    guides: &BTreeMap<String, CheckedGuide>,
    faults: &mut Vec<String>,
) -> Option<Item> {
    let &[code, name, plain, aliases, department, theme, audience, levels, kind, popularity, guide] = cells else {
        faults.push(format!("{} cells instead of {}", cells.len(), COLUMNS.len()));
        return None;
    };
    for (column, cell) in [("name", name), ("department", department), ("levels", levels)] {
        if cell.is_empty() {
            faults.push(format!("{column} is empty"));
        }
    }
    let code = ItemCode::parse(code).map_err(|error| faults.push(format!("code: {error}"))).ok();
    let audience = read_list(audience, '|', Audience::from_code, "audience", faults);
    let levels = read_list(levels, ',', Level::from_code, "levels", faults);
    let kind = read_list(kind, '|', ItemKind::from_code, "kind", faults).first().copied();
    let popularity = popularity.parse().ok().filter(|popularity| *popularity <= 1000);
    if popularity.is_none() {
        faults.push("popularity is not a number from 0 to 1000".into());
    }
    let checked = guides.get(guide);
    if !guide.is_empty() && checked.is_none() {
        faults.push(format!("guide: there is no {guide}"));
    }
    let (code, kind, popularity) = (code?, kind?, popularity?);
    let file = if checked.is_some() { guide } else { TABLE };
    let origin = Origin {
        file: file.into(),
        row: if checked.is_some() { 0 } else { line },
        date: checked.map(|guide| guide.checked_on),
        approver: None,
    };
    Some(Item {
        source_code: code.to_string(),
        code,
        name: name.into(),
        plain_name: (!plain.is_empty()).then(|| plain.into()),
        aliases: texts(aliases),
        department: department.into(),
        kind,
        audience,
        levels,
        themes: texts(theme),
        popularity,
        guide: checked.map(|checked| checked.guide.clone()).unwrap_or_default(),
        sample: true,
        provenance: Provenance { origin, ..Provenance::default() },
    })
}

fn texts(cell: &str) -> Vec<String> {
    cell.split('|').map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

/// The values of a list of codes; a code that is not in the table is a fault.
fn read_list<T>(cell: &str, by: char, read: fn(&str) -> Option<T>, column: &str, faults: &mut Vec<String>) -> Vec<T> {
    let mut values = Vec::new();
    for code in cell.split(by).map(str::trim).filter(|code| !code.is_empty()) {
        match read(code) {
            Some(value) => values.push(value),
            None => faults.push(format!("{column}: there is no {code:?}")),
        }
    }
    values
}
