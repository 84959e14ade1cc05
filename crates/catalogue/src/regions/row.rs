//! One row of a region table.

use domain::{Level, Region, RegionCode, RegionKind};

/// Where each column stands.
#[derive(Debug, Default)]
pub(super) struct Columns {
    code: usize,
    name: usize,
    kind: Option<usize>,
    level: Option<usize>,
    parent: Option<usize>,
    source: Option<usize>,
    villages: Option<usize>,
}

impl Columns {
    /// Reads the header.
    pub(super) fn of(header: &str) -> Result<Self, String> {
        let (mut code, mut name, mut columns) = (None, None, Self::default());
        for (at, title) in header.split('\t').enumerate() {
            let column = match title.trim() {
                "code" => &mut code,
                "name" => &mut name,
                "kind" => &mut columns.kind,
                "level" => &mut columns.level,
                "parent" => &mut columns.parent,
                "source" => &mut columns.source,
                "villages" => &mut columns.villages,
                other => return Err(format!("there is no column {other:?}")),
            };
            *column = Some(at);
        }
        columns.code = code.ok_or("the column \"code\" is missing")?;
        columns.name = name.ok_or("the column \"name\" is missing")?;
        Ok(columns)
    }
}

/// Reads a row: a region and, behind a township, its villages.
pub(super) fn read_row(columns: &Columns, row: &str, add: &mut impl FnMut(Region)) -> Result<(), Vec<String>> {
    let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
    let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).copied().filter(|text| !text.is_empty());
    let code = RegionCode::parse(cell(Some(columns.code)).unwrap_or_default()).map_err(|e| vec![e.to_string()])?;
    let mut problems = Vec::new();
    let own = code.as_str().contains('Z');
    if own && cell(columns.source).is_none() {
        problems
            .push(format!("{code} is a code of our own, so the column \"source\" must say where the name was read"));
    }
    let level = match cell(columns.level) {
        Some(text) => Level::from_code(text),
        None if own => None,
        None => Some(level_of(&code)),
    };
    let kind = match cell(columns.kind) {
        Some(text) => RegionKind::from_code(text),
        None => level.map(plain_kind),
    };
    let parent = match cell(columns.parent) {
        Some(text) => RegionCode::parse(text).map(Some).map_err(|error| problems.push(error.to_string())).ok(),
        None => Some(parent_of(&code)),
    };
    let name = cell(Some(columns.name));
    if name.is_none() {
        problems.push(format!("{code} has no name"));
    }
    if level.is_none() {
        problems.push(format!("{code} has no level, or one that is not in the code table"));
    }
    if kind.is_none() {
        problems.push(format!("{code} has a kind that is not in the code table"));
    }
    let region = match (name, level, kind, parent) {
        (Some(name), Some(level), Some(kind), Some(parent)) if problems.is_empty() => {
            Region { code: code.clone(), name: name.into(), kind, level, parent }
        }
        _ => return Err(problems),
    };
    add(region);
    let villages = cell(columns.villages).into_iter().flat_map(|list| list.split('|'));
    for village in villages {
        match read_village(&code, village) {
            Some(region) => add(region),
            None => problems.push(format!("{village:?} is not three digits and a name, or not behind a township")),
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

fn read_village(township: &RegionCode, text: &str) -> Option<Region> {
    let (digits, name) = text.split_at_checked(3)?;
    let right = level_of(township) == Level::Township && digits.bytes().all(|b| b.is_ascii_digit()) && digits != "000";
    if !right || name.trim().is_empty() {
        return None;
    }
    Some(Region {
        code: RegionCode::parse(&format!("{}{digits}", &township.as_str()[..9])).ok()?,
        name: name.trim().into(),
        kind: RegionKind::Village,
        level: Level::Village,
        parent: Some(township.clone()),
    })
}

/// The places at which a code of 12 digits is cut, and the level of what stands before.
const CUTS: [(usize, Level); 4] = [(9, Level::Township), (6, Level::County), (4, Level::City), (2, Level::Province)];

fn level_of(code: &RegionCode) -> Level {
    let zeros = |from: usize| code.as_str()[from..].bytes().all(|byte| byte == b'0');
    CUTS.iter().rev().find(|&&(cut, _)| zeros(cut)).map_or(Level::Village, |&(_, level)| level)
}

fn parent_of(code: &RegionCode) -> Option<RegionCode> {
    let level = level_of(code);
    let (cut, _) = CUTS.iter().find(|&&(_, above)| above < level)?;
    RegionCode::parse(&format!("{:0<12}", &code.as_str()[..*cut])).ok()
}

fn plain_kind(level: Level) -> RegionKind {
    match level {
        Level::Nation | Level::Province => RegionKind::Province,
        Level::City => RegionKind::City,
        Level::County => RegionKind::County,
        Level::Township => RegionKind::Township,
        Level::Village => RegionKind::Village,
    }
}
